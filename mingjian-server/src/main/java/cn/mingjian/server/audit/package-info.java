/** Every write as an act of somebody, in a chain of entries that nobody can change unseen. */
@NullMarked
package cn.mingjian.server.audit;

import org.jspecify.annotations.NullMarked;
