package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.rule.Rule.Sought;
import cn.mingjian.compiler.rule.Rule.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The queries of one entry of source rows; an empty text where there is nothing to ask.
 *
 * @param rows for each clue ({@code _number}) its first rows: {@code _part}, {@code _pos}, the shown columns, {@code
 *     _count} and {@code _digest} over all, {@code _rank}; of a search the nearest record with an equal key
 * @param dense of a large register the same in another way, which costs less where many rows are found
 * @param searched of a search, for each clue the first keys searched ({@code _k0}, {@code _k1} ... in the order of the
 *     entry), {@code _keys} (how many there are), and the period {@code _from}, {@code _to}
 * @param valid of a search, {@code _rows} of the register and {@code _valid}, those with a valid key
 */
public record SourcePlan(Source source, String rows, Optional<Dense> dense, String searched, String valid) {

    /**
     * The rows found in one pass over the register.
     *
     * @param sample {@code _rows}, the first rows of the register, and {@code _found}, those of them that would be found
     */
    public record Dense(String sample, String rows) {

        /** A pass for what is shown reads all of a column as soon as every few hundredth row is found. */
        private static final int EVERY = 256;

        /** Whether so large a share of a sample is found that one pass costs less. */
        public boolean isBetter(long rows, long found) {
            return found * EVERY > rows;
        }
    }

    /** All its queries. */
    public Stream<String> queries() {
        Stream<String> dense = this.dense.stream().flatMap(way -> Stream.of(way.sample, way.rows));
        return Stream.concat(dense, Stream.of(rows, searched, valid)).filter(query -> !query.isEmpty());
    }

    /** What of the record nearest to a search is shown: its keys, its day and what the entry names. */
    public static List<String> nearestColumns(Sought sought) {
        List<String> columns = new ArrayList<>(sought.keys().values());
        sought.datedBy().ifPresent(columns::add);
        columns.addAll(sought.show());
        return columns.stream().distinct().toList();
    }
}
