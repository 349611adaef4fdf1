/** Long lists page by page. */
@NullMarked
package cn.mingjian.server.page;

import org.jspecify.annotations.NullMarked;
