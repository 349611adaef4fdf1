package cn.mingjian.intake.quality;

import static cn.mingjian.duckdb.SqlText.identifier;
import static cn.mingjian.duckdb.SqlText.path;

import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many keys of one table another table knows. A low rate mostly means that one office writes the key in another way,
 * and that every rule over the two finds too little or, with absence, too much.
 *
 * @param left contract and columns of the one
 * @param right contract and columns of the other
 * @param keys different complete keys of the one
 * @param matched those of them that the other has too
 */
public record KeyMatch(String left, String right, long keys, long matched) {

    /** The share below which a person should look. */
    public static final double ENOUGH = 0.7;

    /**
     * Compares the keys of two versions.
     *
     * @param columns key columns of the one, and at the same places those of the other
     */
    public static KeyMatch of(
            DatasetVersion left, List<String> columns, DatasetVersion right, List<String> others, DuckLimits limits) {
        if (columns.isEmpty() || columns.size() != others.size()) {
            throw new IllegalArgumentException("A key needs the same number of columns on both sides.");
        }
        List<Path> files = new ArrayList<>(parts(left));
        files.addAll(parts(right));
        String equal = IntStream.range(0, columns.size())
                .mapToObj(i -> "l.k" + i + " = r.k" + i)
                .collect(Collectors.joining(" AND "));
        String sql = "WITH l AS (" + keys(left, columns) + "), r AS (" + keys(right, others)
                + ") SELECT count(*) AS n, count(*) FILTER (EXISTS (SELECT 1 FROM r WHERE " + equal + ")) AS m FROM l";
        try (DuckSession session = DuckSession.open(limits, DuckFiles.reading(files), List.of())) {
            DuckRow row = session.one(sql);
            return new KeyMatch(name(left, columns), name(right, others), row.count("n"), row.count("m"));
        }
    }

    /** The matched share; 1 when there are no keys. */
    public double rate() {
        return keys == 0 ? 1 : (double) matched / keys;
    }

    /** A warning when the rate is under {@link #ENOUGH}. */
    public Optional<Problem> problem() {
        return rate() >= ENOUGH
                ? Optional.empty()
                : Optional.of(Problem.warning(
                        Place.of(left), "intake.match-rate", right, matched, keys, Math.round(rate() * 100)));
    }

    private static String name(DatasetVersion version, List<String> columns) {
        return version.manifest().contract() + " (" + String.join(", ", columns) + ")";
    }

    private static List<Path> parts(DatasetVersion version) {
        return version.manifest().parts().stream()
                .map(part -> version.path(part.file()))
                .toList();
    }

    private static String keys(DatasetVersion version, List<String> columns) {
        String selected = IntStream.range(0, columns.size())
                .mapToObj(i -> identifier(columns.get(i)) + " AS k" + i)
                .collect(Collectors.joining(", "));
        String complete = columns.stream()
                .map(column -> identifier(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String files = parts(version).stream().map(part -> path(part)).collect(Collectors.joining(", ", "[", "]"));
        return "SELECT DISTINCT " + selected + " FROM read_parquet(" + files + ") WHERE " + complete;
    }
}
