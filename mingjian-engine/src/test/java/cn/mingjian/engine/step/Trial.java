package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.expression.Literals;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.HolidayCalendar;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.RegionFunctions;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.model.table.ReferenceTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Contracts, rows and steps put together in a few lines, compiled and run as a model is.
 *
 * <p>A contract is written {@code "stay(id): id text, guest text, in_time time dated"}, a row {@code "1 | A | 2024-05-01
 * 10:00"} with an empty cell for null. Every step is read by a signal, so that none is refused as unread; the signal of the step that is asked for reads
 * the fields that are asked for.
 */
final class Trial {

    private static final Path LIBRARY =
            Path.of("..", "library").toAbsolutePath().normalize();
    private static final RegionTree REGIONS = RegionTree.load(LIBRARY);

    private final Path folder;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Map<String, List<Coverage>> coverages = new HashMap<>();
    private final Set<String> missing = new java.util.HashSet<>();
    private final Map<String, Set<String>> missingColumns = new HashMap<>();
    private final List<String> tables = new ArrayList<>();
    private final Map<String, String> admits = new HashMap<>();
    private String steps = "";
    private String asked = "";
    private List<String> key = List.of();
    private String parameters = "{}";
    private LocalDate asOf = LocalDate.of(2024, 6, 30);
    private boolean cased;
    private OptionalLong size = OptionalLong.empty();

    private Trial(Path folder) {
        this.folder = folder;
    }

    static Trial in(Path folder) {
        return new Trial(folder);
    }

    Trial contract(String text) {
        String id = text.substring(0, text.indexOf('('));
        StringBuilder yaml =
                new StringBuilder("id: " + id + "\nversion: 1.0.0\ntitle: {zh: t, en: t}\nowner: police\n");
        yaml.append("key: [")
                .append(text, text.indexOf('(') + 1, text.indexOf(')'))
                .append("]\n");
        StringBuilder columns = new StringBuilder("columns:\n");
        String dated = "null";
        for (String column : text.substring(text.indexOf(':') + 1).split(",")) {
            String[] words = column.strip().split(" ");
            if (words.length > 2) {
                dated = words[0];
            }
            columns.append("  ")
                    .append(words[0])
                    .append(": {type: ")
                    .append(words[1])
                    .append(", zh: c, en: c");
            columns.append(words[1].startsWith("code") ? ", codes: {A: {zh: a, en: a}, B: {zh: b, en: b}}}\n" : "}\n");
        }
        write("contracts/" + id + ".yaml", yaml + "dated_by: " + dated + "\n" + columns);
        rows.put(id, new ArrayList<>());
        return this;
    }

    Trial rows(String contract, String... more) {
        return rowsOf(0, contract, more);
    }

    /** Rows of one of several test cases. */
    Trial rowsOf(int number, String contract, String... more) {
        cased |= number > 0;
        for (String row : more) {
            rows.getOrDefault(contract, List.of()).add(number + " | " + row);
        }
        return this;
    }

    /** What one bound version covers; said again, of a further version. */
    Trial known(String contract, @Nullable String from, @Nullable String until, String... regions) {
        Coverage coverage = new Coverage(
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                List.of(regions),
                "test");
        coverages.computeIfAbsent(contract, any -> new ArrayList<>()).add(coverage);
        return this;
    }

    /** Which rows of a contract the input admits. */
    Trial admit(String contract, String written) {
        admits.put(contract, written);
        return this;
    }

    Trial missing(String contract) {
        missing.add(contract);
        return this;
    }

    Trial missing(String contract, String column) {
        missingColumns
                .computeIfAbsent(contract, any -> new java.util.HashSet<>())
                .add(column);
        return this;
    }

    /** A reference table: its description without id, version and title, and its rows. */
    Trial table(String id, String description, String rows) {
        write("tables/" + id + ".yaml", "id: " + id + "\nversion: 1.0.0\ntitle: {zh: t, en: t}\n" + description);
        write("tables/" + id + ".csv", rows);
        tables.add(id);
        return this;
    }

    Trial parameters(String yaml) {
        parameters = yaml;
        return this;
    }

    Trial steps(String yaml) {
        steps = yaml;
        return this;
    }

    /** The rows of a step as {@code a|b|c}, sorted, {@code -} for null, in the order of these fields. */
    List<String> kept(String step, String fields) {
        return run(step, fields).kept();
    }

    /** The rows that a step could not decide as {@code a|b|c: reason}, sorted. */
    List<String> unknown(String step, String fields) {
        return run(step, fields).unknown();
    }

    /** What a step finds, whether registers are asked row by row or gathered first because they are small. */
    TrialRun run(String step, String fields) {
        List<String> asked = List.of(fields.split(",\\s*"));
        TrialRun rowByRow = run(step, asked, Keeping.TRACED);
        size = OptionalLong.of(0);
        assertThat(run(step, asked, Keeping.TRACED)).isEqualTo(rowByRow);
        size = OptionalLong.empty();
        return rowByRow;
    }

    /** The plan that finds these fields of a step. */
    Plan plan(String step, List<String> fields, Keeping keeping, Columns columns) {
        Contracts contracts = contracts();
        asked = step;
        key = fields.stream().filter(field -> !field.equals("_case")).toList();
        return compiler(contracts).compile(pack(), delivered(contracts), settings(), keeping, columns);
    }

    private TrialRun run(String step, List<String> fields, Keeping keeping) {
        Plan plan = plan(step, fields, keeping, Columns.NEEDED);
        DuckLimits limits = new DuckLimits(500_000_000, 2, folder, 100_000_000);
        try (DuckSession session = DuckSession.open(limits, DuckFiles.none(), functions())) {
            plan.inputs().stream().map(InputView::contract).distinct().forEach(contract -> fill(session, contract));
            return TrialRun.of(session, plan, cased, step, fields);
        }
    }

    /** The codes of the mistakes found, with line and column in the steps as written. */
    List<String> mistakes() {
        Contracts contracts = contracts();
        ModelPackage pack = pack();
        compiler(contracts).check(pack);
        int first = text().substring(0, text().indexOf("steps:\n")).split("\n", -1).length;
        return pack.problems().list().stream()
                .map(problem ->
                        problem.place().line() - first + ":" + (problem.place().column() - 2) + " " + problem.code())
                .toList();
    }

    /** The mistakes with their arguments. */
    List<Problem> problems() {
        Contracts contracts = contracts();
        ModelPackage pack = pack();
        compiler(contracts).check(pack);
        return pack.problems().list();
    }

    private Contracts contracts() {
        return new Contracts(List.of(folder.resolve("contracts")));
    }

    private Compiler compiler(Contracts contracts) {
        return new Compiler(
                contracts, new ReferenceTables(List.of(folder.resolve("tables"))), functions(), Patterns.in(LIBRARY));
    }

    private static List<DomainFunction> functions() {
        List<DomainFunction> functions = new ArrayList<>(DomainFunctions.all(HolidayCalendar.NONE));
        functions.addAll(RegionFunctions.all(REGIONS));
        return functions;
    }

    private Settings settings() {
        return new Settings(asOf, Map.of(), cased);
    }

    private Delivered delivered(Contracts contracts) {
        Map<String, Delivered.Dataset> datasets = new HashMap<>();
        for (String id : rows.keySet()) {
            Contract contract = contracts.find(id).orElseThrow();
            Set<String> columns = new java.util.HashSet<>(contract.columns().keySet());
            columns.removeAll(missingColumns.getOrDefault(id, Set.of()));
            if (!missing.contains(id)) {
                datasets.put(
                        id,
                        new Delivered.Dataset(columns, coverages.getOrDefault(id, List.of(Coverage.NOT_STATED)), size));
            }
        }
        return new Delivered(datasets, false);
    }

    private ModelPackage pack() {
        write("trial/model.yaml", text());
        Problems problems = new Problems();
        Optional<ModelPackage> pack = PackageReader.read(folder.resolve("trial"), problems);
        return pack.orElseThrow(() -> new AssertionError(problems.list().toString()));
    }

    private String text() {
        StringBuilder text = new StringBuilder("format: 1\nid: trial\nversion: 1.0.0\ntitle: {zh: t, en: t}\n"
                + "line: civil\npoint: p\npurpose: {duty: {zh: d, en: d}, necessity: {zh: n, en: n}}\ninputs:\n");
        rows.keySet().stream()
                .filter(id -> steps.matches("(?s).*\\b" + id + "\\b.*"))
                .forEach(id -> text.append("  ")
                        .append(id)
                        .append(": ")
                        .append(input(id))
                        .append("\n"));
        text.append("tables: {")
                .append(tables.stream().map(id -> id + ": " + id).collect(Collectors.joining(", ")))
                .append("}\n");
        text.append("parameters: ").append(parameters).append("\nsteps:\n");
        StringBuilder signals = new StringBuilder("signals:\n");
        for (String line : steps.split("\n", -1)) {
            text.append("  ").append(line).append('\n');
            if (line.matches("[a-z_]+:.*")) {
                String step = line.substring(0, line.indexOf(':'));
                signals.append("  ").append(step.replace('_', '-'));
                signals.append(": {from: ").append(step).append(", key: ").append(step.equals(asked) ? key : List.of());
                signals.append(", title: {zh: t, en: t}}\n");
            }
        }
        return text.append(signals).toString();
    }

    private String input(String id) {
        return admits.containsKey(id) ? "{contract: " + id + "@1, admit: " + admits.get(id) + "}" : id + "@1";
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(DuckSession session, Contract contract) {
        String columns = contract.columns().values().stream()
                .map(column -> Sql.name(column.name()) + " " + Sql.type(Type.of(column)))
                .collect(Collectors.joining(", "));
        String table = Sql.name(InputView.dataName(contract.id()));
        session.execute("CREATE TEMP TABLE " + table + " (" + columns + ", _part INTEGER, _pos BIGINT"
                + (cased ? ", _case BIGINT" : "") + ")");
        int position = 0;
        for (String row : rows.getOrDefault(contract.id(), List.of())) {
            session.execute("INSERT INTO " + table + " VALUES (" + values(contract, row, position++) + ")");
        }
    }

    private String values(Contract contract, String row, int position) {
        String[] cells = row.split("\\|", -1);
        List<String> values = new ArrayList<>();
        int cell = 1;
        for (Column column : contract.columns().values()) {
            String text = cells[cell++].strip();
            values.add(text.isEmpty() ? "NULL" : value(column, text));
        }
        if (cells.length != cell) {
            throw new IllegalArgumentException("A row has " + (cells.length - 1) + " cells: " + row);
        }
        return String.join(", ", values) + ", 0, " + position + (cased ? ", " + cells[0] : "");
    }

    private static String value(Column column, String text) {
        return column.type() == ColumnType.CODES
                ? "['" + text.replace(";", "', '") + "']"
                : Literals.sql(text, Type.of(column))
                        .orElseThrow(() -> new IllegalArgumentException("No " + column.name() + ": " + text));
    }
}
