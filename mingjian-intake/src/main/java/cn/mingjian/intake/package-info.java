/** From delivered files to dataset versions of a contract: immutable Parquet parts with their manifest. */
@NullMarked
package cn.mingjian.intake;

import org.jspecify.annotations.NullMarked;
