/** Packages of models while they are written: their text, checked as it is typed, tried without leaving anything behind. */
@NullMarked
package cn.mingjian.server.draft;

import org.jspecify.annotations.NullMarked;
