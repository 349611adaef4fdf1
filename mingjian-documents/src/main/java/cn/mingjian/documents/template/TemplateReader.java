package cn.mingjian.documents.template;

import cn.mingjian.documents.template.ElementRule.Scope;
import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a template; every mistake is noted with its place in one pass. */
public final class TemplateReader {

    private static final List<String> KEYS = List.of(
            "id", "version", "title", "words", "patterns", "acceptance", "stretches", "parts", "elements", "codes");
    private static final List<String> PART_KEYS = List.of("id", "title", "begins", "anchor", "last");

    private final Problems problems;
    private NamedWords words = new NamedWords();

    private TemplateReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The template of a kind of document in a library.
     *
     * @throws ProblemException when the library has none of this name, or it has mistakes
     */
    public static Template load(Path library, String type) {
        Path file = library.resolve("documents").resolve(type).resolve(Template.FILE);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Place.of(file.toString()), "template.no-file", type);
        }
        Problems problems = new Problems();
        Optional<Template> template = read(file, problems);
        problems.throwIfErrors();
        return template.orElseThrow();
    }

    /** The same; mistakes are noted. */
    public static Optional<Template> read(Path file, Problems problems) {
        return YamlFile.read(file, file.toString(), problems).map(new TemplateReader(problems)::template);
    }

    private Template template(YamlMap map) {
        map.allow(KEYS);
        words = NamedWords.of(map.mapOrEmpty("words"));
        Map<String, Wording> patterns = new LinkedHashMap<>();
        YamlMap named = map.mapOrEmpty("patterns");
        named.scalarMap().forEach((name, text) -> words.compile(text, named).ifPresent(p -> patterns.put(name, p)));
        List<PartRule> parts = new ArrayList<>();
        maps(map, "parts").forEach(part -> parts.add(part(part)));
        List<String> stretches = new ArrayList<>(map.texts("stretches"));
        parts.forEach(part -> stretches.add(part.id()));
        ElementReader reader = new ElementReader(words, stretches, map.mapOrEmpty("codes"));
        Map<String, ElementRule> elements = new LinkedHashMap<>();
        for (YamlMap element : maps(map, "elements")) {
            ElementRule rule = reader.element(element);
            if (elements.put(rule.id(), rule) != null) {
                problems.error(element.placeOf("id"), "template.element-twice", rule.id());
            }
            boolean weighedAlone = rule.weighed() && map.map("acceptance").isEmpty();
            if (weighedAlone) {
                problems.error(element.placeOf("weighed"), "template.no-acceptance", rule.id());
            }
        }
        return new Template(
                map.requireText("id"),
                map.requireText("version"),
                map.requireMap("title").map(Words::only).orElse(Words.same("")),
                patterns,
                map.map("acceptance").flatMap(this::acceptance),
                List.copyOf(parts),
                elements);
    }

    private Optional<Acceptance> acceptance(YamlMap map) {
        map.allow(List.of("opinion", "accepted", "refused"));
        Optional<Wording> opinion = map.requireScalar("opinion").flatMap(text -> words.compile(text, map));
        Optional<Wording> accepted = map.requireScalar("accepted").flatMap(text -> words.compile(text, map));
        Optional<Wording> refused = map.requireScalar("refused").flatMap(text -> words.compile(text, map));
        return opinion.isPresent() && accepted.isPresent() && refused.isPresent()
                ? Optional.of(new Acceptance(opinion.get(), accepted.get(), refused.get()))
                : Optional.empty();
    }

    private PartRule part(YamlMap map) {
        map.allow(PART_KEYS);
        List<Wording> begins = map.scalars("begins").stream()
                .flatMap(text -> words.compile(text, map).stream())
                .toList();
        return new PartRule(
                map.requireText("id"),
                map.requireMap("title").map(Words::only).orElse(Words.same("")),
                begins,
                map.flag("anchor"),
                map.flag("last"));
    }

    static List<YamlMap> maps(YamlMap map, String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (YamlNode item : map.requireList(key).map(YamlList::items).orElse(List.of())) {
            if (item instanceof YamlMap one) {
                maps.add(one);
            } else {
                map.problems().error(item.place(), "yaml.not-a-map", key);
            }
        }
        return maps;
    }

    /** One of a closed set of words; another is noted with the nearest. */
    static Optional<String> oneOf(YamlMap map, String key, List<String> known) {
        Optional<YamlScalar> written = map.scalar(key);
        written.filter(word -> !known.contains(word.text())).ifPresent(word -> map.problems()
                .error(word.place(), "template.not-one-of", word.text(), key, Nearest.advice(word.text(), known)));
        return written.map(YamlScalar::text).filter(known::contains);
    }

    static Scope scope(YamlMap map) {
        return oneOf(map, "of", List.of("document", "defendant"))
                        .filter("defendant"::equals)
                        .isPresent()
                ? Scope.DEFENDANT
                : Scope.DOCUMENT;
    }
}
