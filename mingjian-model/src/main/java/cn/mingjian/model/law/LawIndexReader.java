package cn.mingjian.model.law;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code laws/index.yaml}, noting every mistake. */
final class LawIndexReader {

    private static final List<String> KEYS = List.of("format", "horizon", "laws");
    private static final List<String> LAW_KEYS =
            List.of("en", "title", "kind", "aliases", "texts", "same_as", "horizon", "note");
    private static final List<String> TEXT_KEYS =
            List.of("id", "published", "in_force", "in_force_source", "file", "verified", "note");

    private final Path folder;
    private final YamlMap index;
    private final Problems problems;

    /** @param folder the folder of the index, from which files are named */
    LawIndexReader(Path folder, YamlMap index) {
        this.folder = folder;
        this.index = index;
        this.problems = index.problems();
    }

    /** The laws by name, in the order of the index. */
    Map<String, Law> laws() {
        index.allow(KEYS);
        index.requireText("format");
        LocalDate horizon = index.requireScalar("horizon").flatMap(this::date).orElse(LocalDate.MIN);
        Map<String, Law> laws = new LinkedHashMap<>();
        YamlMap all = index.mapOrEmpty("laws");
        all.keys().forEach(name -> all.map(name).ifPresent(law -> laws.put(name, law(name, law, horizon))));
        return laws;
    }

    private Law law(String name, YamlMap law, LocalDate horizon) {
        law.allow(LAW_KEYS);
        List<LawText> texts = maps(law, "texts").stream()
                .map(this::text)
                .sorted(Comparator.comparing(text -> text.inForce().orElse(LocalDate.MAX)))
                .toList();
        if (texts.isEmpty()) {
            problems.error(law.place(), "law.no-texts", name);
        }
        List<String> ids = texts.stream().map(LawText::id).toList();
        ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .forEach(id -> problems.error(law.placeOf("texts"), "law.text-twice", name, id));
        return new Law(
                name,
                law.requireText("en"),
                law.requireText("title"),
                word(law, "kind", LawKind.words()).flatMap(LawKind::of).orElse(LawKind.RULE),
                law.texts("aliases"),
                texts,
                maps(law, "same_as").stream()
                        .map(line -> new SameAsReader(line, ids).read())
                        .flatMap(Optional::stream)
                        .toList(),
                law.scalar("horizon").flatMap(this::date).orElse(horizon),
                law.place());
    }

    private LawText text(YamlMap text) {
        text.allow(TEXT_KEYS);
        String id = text.requireText("id");
        if (!id.isEmpty() && !id.matches("\\d{4}[a-z]?")) {
            problems.error(text.placeOf("id"), "law.text-id", id);
        }
        Optional<Path> file = text.requireScalar("file")
                .filter(written -> !written.text().equals("none"))
                .flatMap(this::file);
        return new LawText(
                id,
                text.scalar("published").flatMap(this::date),
                text.scalar("in_force").flatMap(this::date),
                text.requireMap("in_force_source").map(Words::only).orElse(Words.same("")),
                file,
                text.requireScalar("verified").isPresent() && text.flag("verified"),
                text.map("note").map(Words::only),
                text.place());
    }

    private Optional<Path> file(YamlScalar written) {
        Path file = folder.resolve(written.text()).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            problems.error(written.place(), "law.no-file", written.text());
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private Optional<LocalDate> date(YamlScalar written) {
        try {
            return Optional.of(LocalDate.parse(written.text()));
        } catch (DateTimeParseException e) {
            problems.error(written.place(), "law.not-a-date", written.text());
            return Optional.empty();
        }
    }

    private List<YamlMap> maps(YamlMap map, String key) {
        List<YamlMap> found = new ArrayList<>();
        for (YamlNode item : map.list(key).map(list -> list.items()).orElse(List.of())) {
            if (item instanceof YamlMap entry) {
                found.add(entry);
            } else {
                problems.error(item.place(), "yaml.not-a-map", key);
            }
        }
        return found;
    }

    static Optional<String> word(YamlMap map, String key, List<String> known) {
        String word = map.requireText(key);
        if (!word.isEmpty() && !known.contains(word)) {
            map.problems().error(map.placeOf(key), "law.unknown-word", word, Nearest.advice(word, known));
        }
        return Optional.of(word).filter(known::contains);
    }
}
