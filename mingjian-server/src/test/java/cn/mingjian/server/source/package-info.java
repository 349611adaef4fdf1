@NullMarked
package cn.mingjian.server.source;

import org.jspecify.annotations.NullMarked;
