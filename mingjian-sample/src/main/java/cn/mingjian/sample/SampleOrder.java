package cn.mingjian.sample;

import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.time.LocalDate;

/**
 * Which county to write. The same order gives the same bytes on every machine.
 *
 * @param scale 1 is 4,000 persons, 400 firms and 40 hotels; everything grows in proportion; at most {@value #MAX_SCALE}
 * @param seed chooses among the counties of one scale; not negative
 * @param dirt 0 clean; 1 the ways in which offices write dates, amounts and numbers; 2 also duplicates and about 1 % rows
 *     that no cleaning can save; 3 about 3 % of them
 * @param asOf the day on which the registers end
 * @param contracts the library's contracts: what columns a file has and how codes are called
 */
public record SampleOrder(int scale, long seed, int dirt, LocalDate asOf, Contracts contracts) {

    /** Beyond this the county runs out of citizen numbers. */
    public static final int MAX_SCALE = 2_000;

    static final int MAX_DIRT = 3;

    /** The day up to which the law library is known; the sample's own default. */
    public static final LocalDate DEFAULT_AS_OF = LocalDate.of(2024, 9, 30);

    /** Refuses what cannot be generated. */
    public SampleOrder {
        if (scale < 1 || scale > MAX_SCALE) {
            throw new ProblemException(Place.of("--scale"), "sample.scale", scale, MAX_SCALE);
        }
        checkSeed(seed);
        checkDirt(dirt);
    }

    static void checkSeed(long seed) {
        if (seed < 0) {
            throw new ProblemException(Place.of("--seed"), "sample.seed", seed);
        }
    }

    static void checkDirt(int dirt) {
        if (dirt < 0 || dirt > MAX_DIRT) {
            throw new ProblemException(Place.of("--dirt"), "sample.dirt", dirt, MAX_DIRT);
        }
    }
}
