/** The sample installation: offices at four levels, an account for each role, the synthetic county and runs over it. */
@NullMarked
package cn.mingjian.server.sample;

import org.jspecify.annotations.NullMarked;
