package cn.mingjian.documents.template;

import cn.mingjian.documents.template.ElementRule.Negation;
import cn.mingjian.documents.template.ElementRule.Times;
import cn.mingjian.documents.template.ElementRule.Unsure;
import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the elements of a template. */
final class ElementReader {

    private static final List<String> KEYS = List.of(
            "id",
            "as",
            "title",
            "of",
            "times",
            "in",
            "kind",
            "find",
            "codes",
            "negated",
            "without",
            "unsure",
            "weighed",
            "confidence");
    private static final double USUAL_CONFIDENCE = 0.99;

    private final NamedWords words;
    private final List<String> stretches;
    private final Map<String, CodeList> lists = new LinkedHashMap<>();

    /** Codes with the patterns that find or choose them. */
    private record CodeList(
            List<Search> searches,
            Map<String, Words> codes,
            Map<String, List<String>> absorbs,
            Map<String, Wording> when) {}

    /**
     * @param stretches the names that an element may search in
     * @param lists lists of codes by name
     */
    ElementReader(NamedWords words, List<String> stretches, YamlMap lists) {
        this.words = words;
        this.stretches = stretches;
        for (String name : lists.keys()) {
            lists.map(name).ifPresent(list -> this.lists.put(name, codes(list)));
        }
    }

    ElementRule element(YamlMap map) {
        map.allow(KEYS);
        String id = map.requireText("id");
        map.scalars("in").stream()
                .filter(part -> !stretches.contains(part.text()))
                .forEach(part -> map.problems()
                        .error(
                                part.place(),
                                "template.unknown-part",
                                part.text(),
                                Nearest.advice(part.text(), stretches)));
        List<Search> searches = new ArrayList<>();
        compiled(map, "find").forEach(pattern -> searches.add(new Search(pattern, Optional.empty(), Optional.empty())));
        CodeList codes = codeList(map);
        searches.addAll(codes.searches());
        return new ElementRule(
                id,
                map.text("as").orElse(id),
                map.requireMap("title").map(Words::only).orElse(Words.same(id)),
                TemplateReader.scope(map),
                times(map),
                map.texts("in"),
                TemplateReader.oneOf(map, "kind", Kind.words())
                        .flatMap(Kind::of)
                        .orElse(Kind.TEXT),
                List.copyOf(searches),
                codes.codes(),
                codes.absorbs(),
                codes.when(),
                map.map("negated").flatMap(this::negation),
                one(map, "without"),
                map.map("unsure").flatMap(this::unsure),
                map.flag("weighed"),
                confidence(map));
    }

    private static Times times(YamlMap map) {
        List<String> words = Arrays.stream(Times.values()).map(Times::word).toList();
        return TemplateReader.oneOf(map, "times", words)
                .map(word -> Times.values()[words.indexOf(word)])
                .orElse(Times.ONCE);
    }

    /** The codes of an element, written in it or named in the template's lists of codes. */
    private CodeList codeList(YamlMap map) {
        Optional<YamlScalar> name =
                map.node("codes").filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
        if (name.isEmpty()) {
            return codes(map.mapOrEmpty("codes"));
        }
        CodeList list = lists.get(name.get().text());
        if (list == null) {
            map.problems()
                    .error(
                            name.get().place(),
                            "template.unknown-codes",
                            name.get().text(),
                            Nearest.advice(name.get().text(), lists.keySet()));
            return new CodeList(List.of(), Map.of(), Map.of(), Map.of());
        }
        return list;
    }

    private CodeList codes(YamlMap map) {
        CodeList list =
                new CodeList(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String code : map.keys()) {
            map.map(code).ifPresent(one -> {
                one.allow(List.of("zh", "en", "find", "when", "absorbs", "negated"));
                Optional<Negation> negated = one.map("negated").flatMap(this::negation);
                list.codes().put(code, Words.of(one));
                one.scalars("absorbs").stream()
                        .filter(other -> !map.has(other.text()))
                        .forEach(other -> map.problems()
                                .error(
                                        other.place(),
                                        "template.unknown-code",
                                        other.text(),
                                        Nearest.advice(other.text(), map.keys())));
                list.absorbs().put(code, one.texts("absorbs"));
                compiled(one, "find")
                        .forEach(pattern -> list.searches().add(new Search(pattern, Optional.of(code), negated)));
                one(one, "when").ifPresent(pattern -> list.when().put(code, pattern));
            });
        }
        return list;
    }

    private Optional<Negation> negation(YamlMap map) {
        map.allow(List.of("words", "window"));
        int window = map.requireScalar("window").map(this::wholeNumber).orElse(0);
        map.scalar("window").filter(text -> window <= 0).ifPresent(text -> map.problems()
                .error(text.place(), "template.not-a-window", text.text()));
        return one(map, "words").map(pattern -> new Negation(pattern, window));
    }

    private int wholeNumber(YamlScalar text) {
        return text.text().matches("[1-9]\\d{0,3}") ? Integer.parseInt(text.text()) : 0;
    }

    private Optional<Unsure> unsure(YamlMap map) {
        map.allow(List.of("when", "zh", "en"));
        return one(map, "when").map(pattern -> new Unsure(pattern, Words.of(map)));
    }

    private double confidence(YamlMap map) {
        Optional<YamlScalar> written = map.scalar("confidence");
        written.filter(text -> !text.text().matches("0\\.\\d{1,3}|1"))
                .ifPresent(text -> map.problems().error(text.place(), "template.not-a-confidence", text.text()));
        return written.map(YamlScalar::text)
                .filter(text -> text.matches("0\\.\\d{1,3}|1"))
                .map(Double::parseDouble)
                .orElse(USUAL_CONFIDENCE);
    }

    private Optional<Wording> one(YamlMap map, String key) {
        return map.scalar(key).flatMap(text -> words.compile(text, map));
    }

    private List<Wording> compiled(YamlMap map, String key) {
        return map.scalars(key).stream()
                .flatMap(text -> words.compile(text, map).stream())
                .toList();
    }
}
