/** Opening what is masked: with a reason, recorded, within a limit; what leaves in bulk is allowed by a second person. */
@NullMarked
package cn.mingjian.server.opening;

import org.jspecify.annotations.NullMarked;
