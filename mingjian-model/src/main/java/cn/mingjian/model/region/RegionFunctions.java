package cn.mingjian.model.region;

import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunction.NullArguments;
import cn.mingjian.functions.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What models and lookups ask of the region tree, as functions that engines can call. */
public final class RegionFunctions {

    private RegionFunctions() {}

    /**
     * {@code region_rank(region, place, day)}: how many steps the region lies above the place on that day, through the
     * history of the codes; 0 for the place itself, null where it does not hold it.
     */
    public static List<DomainFunction> all(RegionTree tree) {
        return List.of(new DomainFunction(
                "region_rank",
                List.of(Kind.TEXT, Kind.TEXT, Kind.DATE),
                Kind.INTEGER,
                NullArguments.GIVE_NULL,
                arguments -> rank(tree, arguments)));
    }

    private static @Nullable Long rank(RegionTree tree, @Nullable Object[] arguments) {
        OptionalInt rank = tree.rank(
                (String) Objects.requireNonNull(arguments[0]),
                (String) Objects.requireNonNull(arguments[1]),
                (LocalDate) Objects.requireNonNull(arguments[2]));
        return rank.isPresent() ? Long.valueOf(rank.getAsInt()) : null;
    }
}
