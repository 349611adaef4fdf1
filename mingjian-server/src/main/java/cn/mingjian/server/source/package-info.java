/** Where data come from without being brought: watched folders, and tables of databases of other systems. */
@NullMarked
package cn.mingjian.server.source;

import org.jspecify.annotations.NullMarked;
