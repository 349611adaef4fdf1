/** The description of the interface, from which the types of the pages are made. */
@NullMarked
package cn.mingjian.server.openapi;

import org.jspecify.annotations.NullMarked;
