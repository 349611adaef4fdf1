/** The state of the product: an outside PostgreSQL, or one of our own for trial and small offices. */
@NullMarked
package cn.mingjian.server.postgres;

import org.jspecify.annotations.NullMarked;
