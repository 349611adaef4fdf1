package cn.mingjian.model.contract;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a contract from its YAML, noting every mistake. */
public final class ContractReader {

    private static final List<String> KEYS =
            List.of("id", "version", "title", "owner", "key", "dated_by", "columns", "derived", "note");
    private static final List<String> COLUMN_KEYS = List.of(
            "type", "zh", "en", "unit", "codes", "sensitivity", "example", "synonyms", "lawful", "required", "note");

    private static final List<String> LABEL_KEYS = List.of("zh", "en", "also");

    private final YamlMap map;
    private final Problems problems;

    private ContractReader(YamlMap map) {
        this.map = map;
        this.problems = map.problems();
    }

    /** The contract, as far as it can be read; errors are noted with the file's problems. */
    public static Contract read(YamlMap map) {
        return new ContractReader(map).contract();
    }

    private Contract contract() {
        map.allow(KEYS);
        Map<String, Column> columns = new LinkedHashMap<>();
        map.requireMap("columns").ifPresent(all -> all.keys()
                .forEach(name -> all.map(name).ifPresent(column -> columns.put(name, column(name, column)))));
        List<YamlScalar> key = map.scalars("key");
        if (key.isEmpty()) {
            problems.error(map.place(), "yaml.missing-key", "key");
        }
        key.forEach(name -> checkColumn(name, columns.keySet()));
        map.scalar("dated_by").ifPresent(name -> checkColumn(name, columns.keySet()));
        String version = map.requireText("version");
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            problems.error(map.placeOf("version"), "contract.version", version);
            version = "0.0.0";
        }
        return new Contract(
                map.requireText("id"),
                version,
                map.requireMap("title").map(Words::only).orElse(Words.same("")),
                map.requireText("owner"),
                map.texts("key"),
                map.text("dated_by"),
                columns,
                map.map("derived").flatMap(this::derivation));
    }

    private void checkColumn(YamlScalar name, Collection<String> columns) {
        if (!columns.contains(name.text())) {
            problems.error(name.place(), "contract.unknown-column", name.text(), Nearest.advice(name.text(), columns));
        }
    }

    private Column column(String name, YamlMap column) {
        column.allow(COLUMN_KEYS);
        if (!name.matches("[a-z][a-z0-9_]*")) {
            problems.error(column.place(), "contract.column-name", name);
        }
        ColumnType type =
                word(column, "type", ColumnType.words()).flatMap(ColumnType::of).orElse(ColumnType.TEXT);
        Map<String, Words> codes = new LinkedHashMap<>();
        Map<String, List<String>> also = new LinkedHashMap<>();
        YamlMap listed = column.mapOrEmpty("codes");
        listed.keys().forEach(code -> listed.map(code).ifPresent(label -> {
            label.allow(LABEL_KEYS);
            codes.put(code, Words.of(label));
            if (label.has("also")) {
                also.put(code, label.texts("also"));
            }
        }));
        checkWritings(listed, codes);
        boolean coded = type == ColumnType.CODE || type == ColumnType.CODES;
        if (coded == codes.isEmpty()) {
            problems.error(column.place(), coded ? "contract.codes-missing" : "contract.codes-unused", name);
        }
        return new Column(
                name,
                type,
                Words.of(column),
                column.text("unit").orElse(""),
                codes,
                also,
                column.has("sensitivity")
                        ? word(column, "sensitivity", Sensitivity.words())
                                .flatMap(Sensitivity::of)
                                .orElse(Sensitivity.SENSITIVE)
                        : Sensitivity.INTERNAL,
                column.text("example"),
                column.texts("synonyms"),
                column.text("lawful"),
                column.flag("required"));
    }

    /** A text that two codes of a list claim would be read as the first of them. */
    private void checkWritings(YamlMap listed, Map<String, Words> codes) {
        Map<String, String> taken = new LinkedHashMap<>();
        codes.forEach((code, words) -> Stream.of(code, words.zh(), words.en()).forEach(text -> taken.put(text, code)));
        for (String code : codes.keySet()) {
            for (YamlScalar other : listed.mapOrEmpty(code).scalars("also")) {
                String before = taken.put(other.text(), code);
                if (before != null) {
                    problems.error(other.place(), "contract.code-written-twice", other.text(), before, code);
                }
            }
        }
    }

    private Optional<String> word(YamlMap column, String key, List<String> known) {
        String word = column.requireText(key);
        if (!word.isEmpty() && !known.contains(word)) {
            problems.error(column.placeOf(key), "contract.unknown-word", word, Nearest.advice(word, known));
        }
        return Optional.of(word).filter(known::contains);
    }

    private Optional<Derivation> derivation(YamlMap derived) {
        derived.allow(List.of("inputs", "steps", "rows"));
        Optional<YamlMap> inputs = derived.requireMap("inputs");
        Optional<YamlMap> steps = derived.requireMap("steps");
        Optional<YamlScalar> rows = derived.requireScalar("rows");
        return inputs.isPresent() && steps.isPresent() && rows.isPresent()
                ? Optional.of(new Derivation(inputs.get().scalarMap(), steps.get(), rows.get()))
                : Optional.empty();
    }
}
