package cn.mingjian.engine.cases;

import cn.mingjian.engine.cases.TestCase.Conditions;
import cn.mingjian.engine.cases.TestCase.Expected;
import cn.mingjian.engine.cases.TestCase.ExpectedClue;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the files of cases beside a model, or one kept elsewhere. */
public final class CaseReader {

    /** Where the cases lie in a package's folder. */
    public static final String FOLDER = "tests";

    private static final List<String> CASE_KEYS = List.of(
            "name",
            "note",
            "as_of",
            "parameters",
            "given",
            "missing",
            "known_until",
            "regions",
            "expect",
            "expect_none",
            "expect_unknown",
            "expect_state");

    private final Problems problems;
    private final List<TestCase> cases = new ArrayList<>();

    private CaseReader(Problems problems) {
        this.problems = problems;
    }

    /** The cases of all YAML files in a folder, or of one file. {@code equivalent.yaml} holds none. */
    public static List<TestCase> read(Path place, Problems problems) {
        CaseReader reader = new CaseReader(problems);
        filesIn(place).forEach(reader::file);
        return reader.cases;
    }

    /** SHA-256 over names and contents of the files that {@link #read} reads there. */
    public static String digest(Path place) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : filesIn(place)) {
                digest.update((file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> filesIn(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) ? List.of(place) : List.of();
        }
        try (Stream<Path> found = Files.list(place)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("equivalent.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(Path file) {
        YamlFile.read(file, file.toString(), problems).ifPresent(top -> {
            top.allow(List.of("defaults", "cases"));
            YamlMap defaults = top.mapOrEmpty("defaults");
            defaults.allow(List.of("as_of", "persons", "companies", "rows"));
            SyntheticNames names = SyntheticNames.read(defaults);
            for (YamlNode item : top.requireList("cases").map(YamlList::items).orElse(List.of())) {
                if (item instanceof YamlMap one) {
                    cases.add(testCase(one, defaults, names));
                } else {
                    problems.error(item.place(), "yaml.not-a-map", "cases");
                }
            }
        });
    }

    private TestCase testCase(YamlMap one, YamlMap defaults, SyntheticNames names) {
        one.allow(CASE_KEYS);
        Conditions conditions = new Conditions(
                one.text("as_of").or(() -> defaults.text("as_of")).orElse("2024-09-30"),
                texts(one.mapOrEmpty("parameters")),
                one.texts("missing"),
                texts(one.mapOrEmpty("known_until")),
                lists(one.mapOrEmpty("regions")));
        Map<String, List<Map<String, Optional<String>>>> given = new LinkedHashMap<>();
        YamlMap written = one.mapOrEmpty("given");
        for (String contract : written.keys()) {
            List<Map<String, Optional<String>>> rows = new ArrayList<>();
            for (YamlNode row : written.list(contract).map(YamlList::items).orElse(List.of())) {
                if (row instanceof YamlMap map) {
                    rows.add(row(map, defaults.mapOrEmpty("rows").mapOrEmpty(contract), names));
                } else {
                    problems.error(row.place(), "yaml.not-a-map", contract);
                }
            }
            given.put(contract, rows);
        }
        return new TestCase(
                cases.size() + 1,
                one.requireText("name"),
                one.place(),
                conditions,
                given,
                new Expected(
                        clues(one, names),
                        one.texts("expect_none"),
                        one.texts("expect_unknown"),
                        texts(one.mapOrEmpty("expect_state"))));
    }

    private static Map<String, String> texts(YamlMap map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.scalarMap().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    private static Map<String, List<String>> lists(YamlMap map) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        map.keys().forEach(key -> lists.put(key, map.texts(key)));
        return lists;
    }

    private static Map<String, Optional<String>> row(YamlMap row, YamlMap defaults, SyntheticNames names) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (YamlMap source : List.of(defaults, row)) {
            for (YamlMap.Entry entry : source.entries()) {
                if (entry.value() instanceof YamlScalar scalar) {
                    values.put(
                            entry.key(),
                            scalar.isNull() ? Optional.empty() : Optional.of(names.resolve(scalar.text())));
                } else if (entry.value() instanceof YamlList) {
                    values.put(entry.key(), Optional.of(String.join(";", source.texts(entry.key()))));
                }
            }
        }
        return values;
    }

    private List<ExpectedClue> clues(YamlMap one, SyntheticNames names) {
        List<ExpectedClue> clues = new ArrayList<>();
        for (YamlNode item : one.list("expect").map(YamlList::items).orElse(List.of())) {
            if (item instanceof YamlMap map) {
                map.allow(List.of("code", "subject", "grade", "amount", "key", "facts"));
                Map<String, String> key = texts(map.mapOrEmpty("key"));
                key.replaceAll((name, value) -> names.resolve(value));
                Map<String, String> facts = texts(map.mapOrEmpty("facts"));
                facts.replaceAll((name, value) -> names.resolve(value));
                clues.add(new ExpectedClue(
                        map.place(),
                        map.requireText("code"),
                        map.text("subject").map(names::resolve),
                        map.text("grade"),
                        map.text("amount"),
                        key,
                        facts));
            } else {
                problems.error(item.place(), "yaml.not-a-map", "expect");
            }
        }
        return clues;
    }
}
