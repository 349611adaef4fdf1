/** The models that an office can use (模型超市): what each is for, what it needs, its rules and its law. */
@NullMarked
package cn.mingjian.server.shelf;

import org.jspecify.annotations.NullMarked;
