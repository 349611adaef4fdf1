/** Clues of runs, masked: stored with their run, listed, read one by one, exported, and made into outlines of verification. */
@NullMarked
package cn.mingjian.server.clue;

import org.jspecify.annotations.NullMarked;
