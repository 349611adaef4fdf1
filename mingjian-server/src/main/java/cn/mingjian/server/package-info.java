/** The web application: starts, serves the pages and the interface under {@code /api/v1}, and stops. */
@NullMarked
package cn.mingjian.server;

import org.jspecify.annotations.NullMarked;
