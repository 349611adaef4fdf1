/** Asking other bodies for data: requests and their packs, what is missing, what is expected when, errors given back. */
@NullMarked
package cn.mingjian.server.request;

import org.jspecify.annotations.NullMarked;
