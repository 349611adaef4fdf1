/** Papers in the form of official documents, whoever writes one. */
@NullMarked
package cn.mingjian.server.paper;

import org.jspecify.annotations.NullMarked;
