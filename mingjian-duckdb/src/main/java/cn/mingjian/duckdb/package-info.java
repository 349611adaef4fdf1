/** Opens a locked-down DuckDB session with limits and the domain functions, and carries statements and rows; nothing else. */
@NullMarked
package cn.mingjian.duckdb;

import org.jspecify.annotations.NullMarked;
