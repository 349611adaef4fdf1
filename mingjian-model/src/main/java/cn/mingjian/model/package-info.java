/** What is shared by all that reads a library: words in two languages, the library's layers. */
@NullMarked
package cn.mingjian.model;

import org.jspecify.annotations.NullMarked;
