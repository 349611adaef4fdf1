package cn.mingjian.server.dataset;

import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.RegionTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody states that a version covers.
 *
 * @param regions division codes; none: not stated
 * @param statedBy who says so
 */
public record StatedCoverage(
        @Nullable LocalDate from,
        @Nullable LocalDate knownUntil,
        List<String> regions,
        Complete complete,
        String statedBy) {

    private static final int LONGEST = 100;
    private static final int MOST_REGIONS = 200;

    public StatedCoverage {
        regions = List.copyOf(regions);
        Objects.requireNonNull(complete);
        Objects.requireNonNull(statedBy);
    }

    /** Whether all records of that time and area are there. */
    public enum Complete {
        YES,
        NO,
        UNKNOWN
    }

    /** The coverage as runs read it: what is not complete proves nothing by its silence. */
    Coverage coverage() {
        return complete == Complete.YES
                ? new Coverage(from, knownUntil, regions, statedBy)
                : Coverage.incomplete(statedBy);
    }

    /** Notes what is wrong with it. */
    void check(RegionTree tree, LocalDate today, Problems problems) {
        if (from != null && knownUntil != null && knownUntil.isBefore(from)) {
            problems.error(Place.of("knownUntil"), "dataset.coverage-order");
        }
        if (knownUntil != null && knownUntil.isAfter(today)) {
            problems.error(Place.of("knownUntil"), "dataset.coverage-future");
        }
        if (complete == Complete.YES && knownUntil == null) {
            problems.error(Place.of("knownUntil"), "dataset.coverage-until");
        }
        if (statedBy.isBlank() || statedBy.length() > LONGEST) {
            problems.error(Place.of("statedBy"), "dataset.coverage-by");
        }
        if (regions.size() > MOST_REGIONS) {
            problems.error(Place.of("regions"), "dataset.regions-many", MOST_REGIONS);
        }
        regions.stream()
                .limit(MOST_REGIONS)
                .filter(code -> tree.region(code, today).isEmpty())
                .forEach(code -> problems.error(Place.of("regions"), "server.region-unknown", code));
    }
}
