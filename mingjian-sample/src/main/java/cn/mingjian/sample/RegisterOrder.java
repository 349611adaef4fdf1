package cn.mingjian.sample;

import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.time.LocalDate;

/**
 * Which single register to write, and how large. The same order gives the same bytes on every machine.
 *
 * @param rows about how many rows, never fewer
 * @param dirt as in {@link SampleOrder}; Parquet is written clean only, because its columns are typed
 */
public record RegisterOrder(
        LargeRegister register, long rows, long seed, int dirt, Format format, LocalDate asOf, Contracts contracts) {

    /** How the files are written. */
    public enum Format {
        /** Text in UTF-8. */
        CSV,
        /** Text in the encoding of older systems. */
        CSV_GB18030,
        /** Typed as the platform stores it: exact decimals, a month as its first day, a list of codes as a list. */
        PARQUET;

        String suffix() {
            return switch (this) {
                case CSV, CSV_GB18030 -> ".csv";
                case PARQUET -> ".parquet";
            };
        }
    }

    /** Refuses what cannot be generated. */
    public RegisterOrder {
        if (rows < 1 || rows > register.maxRows()) {
            throw new ProblemException(
                    Place.of("--rows"), "sample.rows", rows, register.contract(), register.maxRows());
        }
        if (dirt > 0 && format == Format.PARQUET) {
            throw new ProblemException(Place.of("--dirt"), "sample.parquet-dirt");
        }
        SampleOrder.checkSeed(seed);
        SampleOrder.checkDirt(dirt);
    }
}
