package cn.mingjian.compiler.pattern;

import cn.mingjian.compiler.step.Operators;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The patterns of a library. */
public final class Patterns {

    /** A library without patterns. */
    public static final Patterns NONE = new Patterns(Map.of());

    private final Map<String, Pattern> byName;

    private Patterns(Map<String, Pattern> byName) {
        this.byName = byName;
    }

    /**
     * The patterns in the folder {@code patterns} of a library.
     *
     * @throws cn.mingjian.model.problem.ProblemException when a file has mistakes
     */
    public static Patterns in(Path library) {
        Problems problems = new Problems();
        Patterns patterns = in(library, problems);
        problems.throwIfErrors();
        return patterns;
    }

    /** The same; mistakes are noted. */
    public static Patterns in(Path library, Problems problems) {
        Path folder = library.resolve("patterns");
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        Map<String, Pattern> byName = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> YamlFile.read(file, file.toString(), problems)
                            .map(Patterns::read)
                            .ifPresent(pattern -> byName.put(pattern.name(), pattern)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Patterns(byName);
    }

    /** All patterns, by name. */
    public Collection<Pattern> all() {
        return byName.values();
    }

    /** The pattern that a step names by its first key. */
    public Optional<Pattern> namedBy(YamlMap step) {
        return step.keys().stream()
                .filter(key -> !key.equals("title"))
                .findFirst()
                .flatMap(key -> Optional.ofNullable(byName.get(key)));
    }

    private static Pattern read(YamlMap map) {
        map.allow(List.of("name", "version", "title", "card", "parameters", "steps"));
        String name = map.requireText("name");
        if (Operators.words().contains(name)) {
            map.problems().error(map.scalar("name").orElseThrow().place(), "step.pattern-name", name);
        }
        Map<String, Pattern.Parameter> parameters = new LinkedHashMap<>();
        YamlMap all = map.requireMap("parameters").orElseGet(() -> map.mapOrEmpty("parameters"));
        for (String parameter : all.keys()) {
            all.map(parameter).ifPresent(one -> {
                one.allow(List.of("zh", "en", "optional", "default"));
                parameters.put(
                        parameter, new Pattern.Parameter(Words.of(one), one.flag("optional"), one.node("default")));
            });
        }
        YamlMap steps = map.requireMap("steps").orElseGet(() -> map.mapOrEmpty("steps"));
        check(name, steps, parameters, map.problems());
        return new Pattern(
                name, map.requireText("version"), words(map, "title"), words(map, "card"), parameters, steps);
    }

    private static Words words(YamlMap map, String key) {
        return map.requireMap(key).map(Words::only).orElse(Words.same(""));
    }

    /** Notes placeholders that no parameter fills. */
    private static void check(
            String name, YamlNode node, Map<String, Pattern.Parameter> parameters, Problems problems) {
        if (node instanceof YamlScalar scalar) {
            for (String asked : Placeholders.in(scalar.text())) {
                if (!asked.equals("self") && !parameters.containsKey(asked)) {
                    problems.error(scalar.place(), "step.pattern-parameter", name, asked);
                }
            }
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> check(name, item, parameters, problems));
        } else if (node instanceof YamlMap map) {
            map.entries().forEach(entry -> {
                check(name, YamlScalar.at(entry.key(), entry.place()), parameters, problems);
                check(name, entry.value(), parameters, problems);
            });
        }
    }
}
