package cn.mingjian.engine.random;

import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.random.Rows.Kind;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.dataset.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Dataset versions with rows drawn at random: few different values, so that keys meet, orders tie and groups have members;
 * one cell of twelve is null, and two of five numbers of persons are wrong. Firms have half of the keys, so that half of the
 * mates stand beside none.
 *
 * @param whole all rows; acts come in two versions
 * @param sized the same, said to be far fewer or far more
 * @param admitted the same without the mates that stand beside no firm, as if they had been refused at the door
 */
record RandomDelivery(
        Map<String, List<DatasetVersion>> whole,
        Map<String, List<DatasetVersion>> sized,
        Map<String, List<DatasetVersion>> admitted) {

    private static final List<String> PERSONS = List.of(
            "110101198001010010",
            "110101198503150021",
            "110101199211300133",
            "110101201006010040",
            "110101197609090000");
    private static final Coverage WEEKS =
            new Coverage(LocalDate.of(2024, 5, 2), LocalDate.of(2024, 5, 24), List.of(), "test");
    private static final int FEWEST_ROWS = 10;

    static RandomDelivery write(Path folder, DuckLimits limits, long seed) throws IOException {
        Draw draw = new Draw(seed);
        Writer writer = new Writer(folder.resolve("data/" + seed), limits);
        Map<String, List<DatasetVersion>> whole = new TreeMap<>();
        List<List<String>> firms = rows("firm", draw);
        List<List<String>> mates = rows("mate", draw);
        List<String> keys = firms.stream().map(firm -> key("firm", firm)).toList();
        Map<Boolean, List<List<String>>> parted = mates.stream()
                .collect(Collectors.partitioningBy(
                        mate -> !key("mate", mate).contains("NULL") && keys.contains(key("mate", mate))));
        List<List<String>> besideFirst = new ArrayList<>(parted.getOrDefault(true, List.of()));
        int beside = besideFirst.size();
        besideFirst.addAll(parted.getOrDefault(false, List.of()));
        whole.put("firm", List.of(writer.version("firm", firms)));
        whole.put("paper", List.of(writer.version("paper", rows("paper", draw))));
        whole.put("act", List.of(writer.version("act", rows("act", draw)), writer.version("act", rows("act", draw))));
        whole.put("mate", List.of(writer.version("mate", besideFirst)));
        Map<String, List<DatasetVersion>> sized = new TreeMap<>();
        for (Map.Entry<String, List<DatasetVersion>> register : whole.entrySet()) {
            long each = draw.of(List.of(0L, 1L, 10_000_000L));
            List<DatasetVersion> versions = new ArrayList<>();
            for (DatasetVersion version : register.getValue()) {
                versions.add(sized(version, each));
            }
            sized.put(register.getKey(), versions);
        }
        Map<String, List<DatasetVersion>> admitted = new TreeMap<>(whole);
        admitted.put("mate", List.of(writer.version("mate", besideFirst, beside)));
        return new RandomDelivery(whole, sized, admitted);
    }

    /** The same version, said to have another number of rows: by it the planner chooses among ways to the same rows. */
    private static DatasetVersion sized(DatasetVersion version, long rows) {
        Manifest own = version.manifest();
        Manifest sized = new Manifest(
                own.schema(),
                own.contract(),
                own.contractVersion(),
                own.columns(),
                own.coverage(),
                rows,
                own.rejected(),
                own.outOfScope(),
                own.scopeUnknown(),
                own.persons(),
                own.parts());
        return new DatasetVersion(version.folder(), sized);
    }

    private static Map<String, Kind> columns(String contract) {
        return RandomLibrary.COLUMNS.getOrDefault(contract, Map.of());
    }

    private static String key(String contract, List<String> row) {
        return row.get(List.copyOf(columns(contract).keySet()).indexOf("k"));
    }

    private static List<List<String>> rows(String contract, Draw draw) {
        int rows = FEWEST_ROWS + draw.below(FEWEST_ROWS);
        List<List<String>> drawn = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            drawn.add(columns(contract).values().stream()
                    .map(kind -> value(contract, kind, draw))
                    .toList());
        }
        return drawn;
    }

    private static String value(String contract, Kind kind, Draw draw) {
        String value =
                switch (kind) {
                    case KEY ->
                        contract.equals("firm")
                                ? draw.of("'A'", "'B'", "'C'")
                                : draw.of("'A'", "'B'", "'C'", "'D'", "'E'", "'F'");
                    case PERSON -> "'" + draw.of(PERSONS) + "'";
                    case NAME -> "'" + draw.of("北方旅馆", "北方宾馆", "非北方旅馆", "南方商店", "明鉴书店") + "'";
                    case NUMBER -> String.valueOf(draw.below(5));
                    case DAY -> "DATE '2024-05-" + (10 + draw.below(20)) + "'";
                    case MONEY -> draw.below(40) + ".50";
                    case FLAG -> draw.of("true", "false");
                };
        return "CAST(" + (draw.oneIn(12) ? "NULL" : value) + " AS " + type(kind) + ")";
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case KEY, PERSON, NAME -> "VARCHAR";
            case NUMBER -> "BIGINT";
            case DAY -> "DATE";
            case MONEY -> "DECIMAL(16,2)";
            case FLAG -> "BOOLEAN";
        };
    }

    /** Writes versions into a folder. */
    private record Writer(Path folder, DuckLimits limits) {

        DatasetVersion version(String contract, List<List<String>> rows) throws IOException {
            return version(contract, rows, rows.size());
        }

        /** @param first how many of the rows it has */
        DatasetVersion version(String contract, List<List<String>> rows, int first) throws IOException {
            Path version = Files.createTempDirectory(Files.createDirectories(folder), contract);
            List<String> columns = List.copyOf(columns(contract).keySet());
            String names = columns.stream().map(Sql::name).collect(Collectors.joining(", "));
            String values =
                    rows.stream().map(row -> "(" + String.join(", ", row) + ")").collect(Collectors.joining(", "));
            try (DuckSession session = DuckSession.open(limits, DuckFiles.none().writingIn(version), List.of())) {
                copy(session, version, "rows", "FROM (VALUES " + values + ") v(" + names + ") LIMIT " + first);
                copy(session, version, "places", "SELECT 0::BIGINT AS pos, 2::BIGINT AS row");
                copy(session, version, "raw", "SELECT 0::BIGINT AS pos, '' AS \"column\", '' AS raw LIMIT 0");
            }
            Part part =
                    new Part("rows.parquet", first, "0", "places.parquet", "raw.parquet", contract + ".csv", null, "0");
            return DatasetVersion.write(version, manifest(contract, columns, part));
        }

        private static Manifest manifest(String contract, List<String> columns, Part part) {
            Coverage coverage = RandomLibrary.COVERED.contains(contract) ? WEEKS : Coverage.NOT_STATED;
            return new Manifest(
                    Manifest.SCHEMA,
                    contract,
                    "1.0.0",
                    columns,
                    coverage,
                    part.rows(),
                    0,
                    0,
                    0,
                    Map.of(),
                    List.of(part));
        }

        private static void copy(DuckSession session, Path folder, String file, String query) {
            session.execute("COPY (" + query + ") TO '" + folder.resolve(file + ".parquet") + "' (FORMAT parquet)");
        }
    }
}
