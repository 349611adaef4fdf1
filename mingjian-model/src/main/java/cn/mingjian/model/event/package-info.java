/** What a process at work tells the one that started it: one line of JSON an event. */
@NullMarked
package cn.mingjian.model.event;

import org.jspecify.annotations.NullMarked;
