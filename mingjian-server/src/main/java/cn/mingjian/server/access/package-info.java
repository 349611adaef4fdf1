/** Which requests are let in at all: sign-in, roles of each endpoint, headers. */
@NullMarked
package cn.mingjian.server.access;

import org.jspecify.annotations.NullMarked;
