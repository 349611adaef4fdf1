/** Tests of the rooms of the data-protection officer, and attacks. */
@NullMarked
package cn.mingjian.server.protection;

import org.jspecify.annotations.NullMarked;
