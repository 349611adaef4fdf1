/** The schemas of the library against what the readers accept and against every file of the library. */
@NullMarked
package cn.mingjian.cli.schema;

import org.jspecify.annotations.NullMarked;
