/** What many endpoints answer with: long lists page by page, several files as one. */
@NullMarked
package cn.mingjian.server.page;

import org.jspecify.annotations.NullMarked;
