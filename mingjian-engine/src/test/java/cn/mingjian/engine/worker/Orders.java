package cn.mingjian.engine.worker;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.dataset.Part;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A library with one contract, models that take their time, and orders to run them. */
final class Orders {

    /** What an order may use unless a test says otherwise. */
    static final OrderFile.Limits LIMITS = new OrderFile.Limits(1L << 30, 1L << 29, 2, 1L << 30, 600);

    private static final String CONTRACT = """
            id: item
            version: 1.0.0
            title: {zh: 物, en: item}
            owner: police
            key: [id]
            dated_by: null
            columns:
              id: {type: text, sensitivity: personal, zh: 号, en: number}
              grp: {type: text, zh: 组, en: group}
              x: {type: integer, zh: 甲, en: x}
              y: {type: integer, zh: 乙, en: y}
            """;

    private static final String HEAD = """
            format: 1
            version: 1.0.0
            title: {zh: 试, en: trial}
            line: civil
            point: trial
            purpose: {duty: {zh: 试, en: trial}, necessity: {zh: 试, en: trial}}
            inputs: {item: item@1}
            """;

    /** Pairs within groups, then as many clues as items below a bound, each with its source row. */
    static final String CLUES = """
            id: clues
            steps:
              pairs:
                sql: |
                  select i.grp as grp, count(*) as n from item as i join item as j on i.grp = j.grp group by i.grp
              large:
                join: item
                with: pairs
                on: [grp]
                where: item.x < 7000
                take: {n: n}
            rules:
              large-item:
                code: T-1
                title: {zh: "{id} 过大", en: "{id} is large"}
                from: large
                key: [id]
                grade: B
                facts: {n: same(n)}
                sources:
                  - of: item
                    on: [id]
                    show: [id, x, y]
            """;

    /** A join without equality: every item with every other. */
    static final String JOIN = """
            id: join
            steps:
              pairs:
                sql: |
                  select i.grp as grp, count(*) as n from item as i join item as j on i.x <> j.y group by i.grp
            signals:
              many: {from: pairs, key: [grp], title: {zh: "{grp}", en: "{grp}"}}
            """;

    /** Components over a chain that holds all items. */
    static final String GRAPH = """
            id: graph
            steps:
              ring:
                connect: item
                node: id
                by: [x, y]
                hub: 100
                add: {ring: component, n: size}
            signals:
              large: {from: ring, key: [ring], title: {zh: "{ring}", en: "{ring}"}}
            """;

    private final Path home;

    /** @param home holds library, models and data afterwards, and the folders of runs under {@code work} */
    Orders(Path home) throws IOException {
        this.home = home;
        write("library/contracts/item.yaml", CONTRACT);
        write("library/laws/index.yaml", "format: 1\nhorizon: \"2026-01-01\"\nlaws: {}\n");
        Files.createDirectories(home.resolve("library/tables"));
        NumberingKey.PUBLISHED.write(home.resolve("numbering.key"));
    }

    /** A package beside the others. */
    Path model(String text) throws IOException {
        String id = text.substring("id: ".length(), text.indexOf('\n'));
        write("models/" + id + "/model.yaml", HEAD + text);
        return home.resolve("models").resolve(id);
    }

    /** A dataset version of so many items in groups of 300; neighbours share x or y in turn. */
    Path items(long rows) throws IOException {
        Path version = home.resolve("data/" + rows);
        if (Files.exists(version)) {
            return version;
        }
        Files.createDirectories(version);
        try (DuckSession session = DuckSession.open(
                new DuckLimits(1L << 30, 2, home, 1L << 30), DuckFiles.none().writingIn(version), List.of())) {
            copy(
                    session,
                    version,
                    "rows.parquet",
                    "SELECT 'i' || i AS id, 'g' || (i // 300) AS grp, i // 2 AS x," + " (i + 1) // 2 AS y FROM range("
                            + rows + ") r(i)");
            copy(session, version, "places.parquet", "SELECT 0::BIGINT AS pos, 2::BIGINT AS row");
            copy(session, version, "raw.parquet", "SELECT 0::BIGINT AS pos, '' AS \"column\", '' AS raw LIMIT 0");
        }
        Part part = new Part("rows.parquet", rows, "0", "places.parquet", "raw.parquet", "item.csv", null, "0");
        List<String> columns = List.of("id", "grp", "x", "y");
        DatasetVersion.write(
                version,
                new Manifest(
                        Manifest.SCHEMA,
                        "item",
                        "1.0.0",
                        columns,
                        Coverage.NOT_STATED,
                        rows,
                        0,
                        0,
                        0,
                        Map.of(),
                        List.of(part)));
        return version;
    }

    private static void copy(DuckSession session, Path folder, String file, String query) {
        session.execute("COPY (" + query + ") TO '" + folder.resolve(file) + "' (FORMAT parquet)");
    }

    OrderFile order(String model, long rows, OrderFile.Limits limits) throws IOException {
        Path pack = model(model);
        String digest = PackageReader.read(pack, new Problems()).orElseThrow().digest();
        return new OrderFile(
                OrderFile.SCHEMA,
                "test",
                home.resolve("library").toString(),
                new OrderFile.Pack(pack.toString(), digest),
                Map.of("item", List.of(items(rows).toString())),
                LocalDate.of(2024, 9, 30),
                "",
                Map.of(),
                Keeping.SHARED,
                false,
                home.resolve("numbering.key").toString(),
                limits);
    }

    /** Starts a worker and gives it its order. */
    static WorkerRun start(RunFolder folder, OrderFile order) {
        WorkerRun run = WorkerRun.start(folder, order.limits(), Path.of(order.library()));
        run.order(order);
        return run;
    }

    /** Where the folders of runs are made. */
    Path work() {
        return home.resolve("work");
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
