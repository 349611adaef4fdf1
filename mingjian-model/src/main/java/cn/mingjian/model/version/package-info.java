/** What changed between two versions of a package or a contract, and which step of the version number that asks for. */
@NullMarked
package cn.mingjian.model.version;

import org.jspecify.annotations.NullMarked;
