/** Writes a seeded synthetic county with planted truth and realistic dirt; knows lives and firms, never the rules. */
@NullMarked
package cn.mingjian.sample;

import org.jspecify.annotations.NullMarked;
