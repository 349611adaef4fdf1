package cn.mingjian.engine.random;

import cn.mingjian.engine.random.Rows.Kind;
import cn.mingjian.model.library.Library;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A library of four contracts, a fifth that is built from one of them, and two reference tables. */
final class RandomLibrary {

    private static final Path PATTERNS = Path.of("..", "library", "patterns");

    /** The contracts that are delivered, with what each column holds. */
    static final Map<String, Map<String, Kind>> COLUMNS = columns();

    /** Contracts whose rows are complete for some weeks. */
    static final List<String> COVERED = List.of("act", "mate");

    private static final String NOTE = """
            id: note
            version: 1.0.0
            title: {zh: t, en: t}
            owner: police
            key: [k]
            dated_by: d
            columns: {k: {type: text, zh: c, en: c}, n: {type: integer, zh: c, en: c}, d: {type: date, zh: c, en: c}}
            derived:
              inputs: {p: paper@1}
              steps:
                some: {filter: p, where: n > 0}
                later: {derive: some, add: {n: n - 1, d: "plus_days(d, 2)"}}
              rows: later
            """;
    private static final String TABLE = """
            version: 1.0.0
            title: {zh: t, en: t}
            columns:
              kind: {type: text, zh: c, en: c}
              least: {type: integer, zh: c, en: c}
              most: {type: integer, zh: c, en: c}
              points: {type: integer, zh: c, en: c}
              yuan: {type: money, zh: c, en: c}
              low: {type: boolean, zh: c, en: c}
              first: {type: date, zh: c, en: c}
              last: {type: date, zh: c, en: c}
              source: {type: text, zh: c, en: c}
              mark: {type: code, zh: c, en: c, codes: {law: {zh: l, en: l}, proposal: {zh: p, en: p}}}
            """;
    private static final String LAWS = """
            format: 1
            horizon: "2026-01-01"
            laws:
              甲法:
                en: Law A
                kind: statute
                title: 甲法
                texts:
                  - {id: "2020", published: "2020-01-01", in_force: "2020-02-01", in_force_source: {zh: 甲法}, file: none, verified: false}
            """;
    private static final String HEAD = "kind,least,most,points,yuan,low,first,last,source,mark\n";

    private final Path folder;

    RandomLibrary(Path folder) throws IOException {
        this.folder = folder;
        for (String contract : COLUMNS.keySet()) {
            write("contracts/" + contract + ".yaml", contract(contract));
        }
        write("contracts/note.yaml", NOTE);
        write("tables/rate.yaml", "id: rate\nkey: [kind]\nvalid: {from: first, to: last}\nlower_bound: low\n" + TABLE);
        write(
                "tables/rate.csv",
                HEAD + "A,,,1,1.00,false,2024-01-01,2024-05-15,s,law\nA,,,2,1.00,true,2024-05-16,,s,law\n"
                        + "B,,,3,1.00,true,2024-01-01,,s,law\nC,,,4,1.00,false,2024-05-05,,s,law\n"
                        + "D,,,5,1.00,false,2024-01-01,,s,law\n");
        write("tables/band.yaml", "id: band\nkey: [kind, least]\n" + TABLE);
        write(
                "tables/band.csv",
                HEAD + "A,,2,0,1.50,false,,,s,law\nA,2,,0,20.00,false,,,s,law\nB,,,0,7.00,false,,,s,law\n"
                        + "C,1,4,0,8.25,false,,,s,law\nC,3,5,0,9.25,false,,,s,law\nE,,9,0,3.00,false,,,s,law\n");
        for (File pattern : PATTERNS.toFile().listFiles()) {
            write("patterns/" + pattern.getName(), Files.readString(pattern.toPath()));
        }
        write("laws/index.yaml", LAWS);
    }

    private static Map<String, Map<String, Kind>> columns() {
        Map<String, Map<String, Kind>> columns = new LinkedHashMap<>();
        Map<String, Kind> paper = new TreeMap<>(Map.of("k", Kind.KEY, "n", Kind.NUMBER, "d", Kind.DAY));
        Map<String, Kind> firm = new TreeMap<>(paper);
        firm.putAll(Map.of("w", Kind.NAME, "f", Kind.FLAG, "i", Kind.PERSON));
        Map<String, Kind> act = new TreeMap<>(paper);
        act.putAll(Map.of("t", Kind.KEY, "w", Kind.NAME, "m", Kind.MONEY, "i", Kind.PERSON));
        columns.put("firm", firm);
        columns.put("act", act);
        columns.put("paper", paper);
        columns.put("mate", act);
        return columns;
    }

    /** The inputs that a model can read: {@code mate} stands beside firms, {@code note} is built from papers. */
    static List<Rows> inputs() {
        Map<String, Kind> firm = COLUMNS.getOrDefault("firm", Map.of());
        Map<String, Kind> act = COLUMNS.getOrDefault("act", Map.of());
        Map<String, Kind> paper = COLUMNS.getOrDefault("paper", Map.of());
        return List.of(
                new Rows("note", paper, 10),
                new Rows("mate", act, 20),
                new Rows("paper", paper, 15),
                new Rows("act", act, 25),
                new Rows("firm", firm, 15));
    }

    /** How a model declares the inputs among these relations. */
    static List<String> declared(Set<String> read) {
        List<String> lines = new ArrayList<>();
        for (Rows input : inputs()) {
            if (input.name().equals("mate") && read.contains("mate")) {
                lines.add("mate: {contract: mate@1, admit: {beside: firm, on: [k]}}");
            } else if (read.contains(input.name()) || input.name().equals("firm") && read.contains("mate")) {
                lines.add(input.name() + ": " + input.name() + "@1");
            }
        }
        return lines;
    }

    Library open() {
        return Library.open(folder);
    }

    private static String contract(String id) {
        StringBuilder text =
                new StringBuilder("id: " + id + "\nversion: 1.0.0\ntitle: {zh: t, en: t}\nowner: police\n");
        text.append("key: [k, n]\ndated_by: ")
                .append(COVERED.contains(id) ? "d" : "null")
                .append("\ncolumns:\n");
        COLUMNS.getOrDefault(id, Map.of()).forEach((column, kind) -> text.append("  ")
                .append(column)
                .append(": {type: ")
                .append(
                        switch (kind) {
                            case KEY, NAME -> "text";
                            case NUMBER -> "integer";
                            case PERSON -> "id_no";
                            case DAY -> "date";
                            case MONEY -> "money";
                            case FLAG -> "boolean";
                        })
                .append(", zh: c, en: c}\n"));
        return text.toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
