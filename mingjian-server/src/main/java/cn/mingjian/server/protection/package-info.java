/** The rooms of the data-protection officer: figures and records of the own office, never a row of data. */
@NullMarked
package cn.mingjian.server.protection;

import org.jspecify.annotations.NullMarked;
