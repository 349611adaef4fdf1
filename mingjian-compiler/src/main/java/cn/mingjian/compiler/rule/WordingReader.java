package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Rule.Amount;
import cn.mingjian.compiler.rule.Rule.Choice;
import cn.mingjian.compiler.rule.Rule.TimeLimit;
import cn.mingjian.compiler.rule.Rule.Wording;
import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Measure;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a rule says to people: bodies, measures, money, time limit, what to establish, what to ask. */
final class WordingReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private static final int MOST_CHARACTERS = 2_000;

    private final YamlMap rule;
    private final Scope clue;
    private final Problems problems;

    /** @param clue names key, facts, running facts and amplifiers (alias {@code c}) */
    WordingReader(YamlMap rule, Scope clue, Problems problems) {
        this.rule = rule;
        this.clue = clue;
        this.problems = problems;
    }

    Wording read() {
        return new Wording(
                choices("supervised"),
                measures(),
                laws(),
                rule.map("amount").map(this::amount),
                rule.map("time_limit").map(this::timeLimit),
                ground(),
                toEstablish(),
                maps("ask").stream().map(Words::only).toList(),
                reopen(),
                rule.text("urgency").orElse(""));
    }

    /** Notes placeholders of a template that name no fact. */
    void checkTemplate(YamlMap template, Set<String> known) {
        template.scalarMap().values().forEach(text -> {
            if (text.text().length() > MOST_CHARACTERS) {
                problems.error(text.placeOf(0), "rule.too-long", MOST_CHARACTERS);
            }
            Matcher matcher = PLACEHOLDER.matcher(text.text());
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    problems.error(
                            text.placeOf(matcher.start()),
                            "rule.placeholder",
                            matcher.group(1),
                            Nearest.advice(matcher.group(1), known));
                }
            }
        });
    }

    /** The facts whose change brings a refuted clue back. */
    private List<String> reopen() {
        Set<String> facts = rule.mapOrEmpty("facts").keys();
        for (YamlScalar fact : rule.scalars("reopen")) {
            if (!facts.contains(fact.text())) {
                problems.error(fact.place(), "rule.no-fact", fact.text(), Nearest.advice(fact.text(), facts));
            }
        }
        return rule.texts("reopen");
    }

    private Amount amount(YamlMap amount) {
        amount.allow(List.of("yuan", "formula", "whose"));
        Typed yuan = amount.requireScalar("yuan")
                .map(text -> ExpressionChecker.value(text, clue, problems))
                .orElse(Typed.ERROR);
        if (!yuan.type().isNumber() && !yuan.type().isOpen()) {
            problems.error(
                    amount.placeOf("yuan"),
                    "expression.operand",
                    "yuan",
                    yuan.type().word());
        }
        Optional<YamlMap> formula = amount.map("formula");
        formula.ifPresent(template -> checkTemplate(
                template, clue.relations().get(0).relation().fields().keySet()));
        return new Amount(
                yuan,
                formula.map(Words::only).orElse(Words.same("")),
                amount.text("whose").orElse(""));
    }

    private TimeLimit timeLimit(YamlMap limit) {
        limit.allow(List.of("days", "months", "from", "calendar"));
        String unit = limit.has("months") ? "months" : "days";
        Optional<YamlScalar> count = limit.requireScalar(unit);
        Optional<YamlScalar> from = limit.requireScalar("from");
        if (count.isEmpty() || from.isEmpty()) {
            return new TimeLimit(Typed.ERROR);
        }
        String day =
                "plus_" + unit + "(" + from.get().text() + ", " + count.get().text() + ")";
        String calendar = limit.text("calendar").orElse("calendar");
        List<String> calendars = List.of("calendar", "workday-end");
        if (!calendars.contains(calendar)) {
            problems.error(
                    limit.placeOf("calendar"), "contract.unknown-word", calendar, Nearest.advice(calendar, calendars));
        }
        String text = calendar.equals("workday-end") ? "workday_end(" + day + ")" : day;
        YamlScalar written =
                new YamlScalar(text, true, limit.place(), from.get().places());
        Typed value = ExpressionChecker.value(written, clue, problems);
        return new TimeLimit(value);
    }

    private List<Choice> measures() {
        List<Choice> measures = choices("measures");
        for (int i = 0; i < measures.size(); i++) {
            String code = measures.get(i).code();
            if (!code.isEmpty() && Measure.of(code).isEmpty()) {
                List<String> known =
                        Arrays.stream(Measure.values()).map(Measure::name).toList();
                Place place = ((YamlList) rule.node("measures").orElseThrow())
                        .items()
                        .get(i)
                        .place();
                problems.error(place, "rule.measure", code, Nearest.advice(code, known));
            }
        }
        return measures;
    }

    /** One citation may stand without a list. */
    private List<Choice> laws() {
        return rule.node("law")
                .filter(YamlScalar.class::isInstance)
                .map(one -> List.of(choice(one)))
                .orElseGet(() -> choices("law"));
    }

    private List<Choice> choices(String key) {
        List<Choice> choices = new ArrayList<>();
        Optional<YamlNode> node = rule.node(key);
        if (node.isPresent() && !(node.get() instanceof YamlList)) {
            problems.error(node.get().place(), "yaml.not-a-list", key);
        }
        if (node.isPresent() && node.get() instanceof YamlList list) {
            list.items().forEach(item -> choices.add(choice(item)));
        }
        return choices;
    }

    private Choice choice(YamlNode item) {
        if (item instanceof YamlScalar code) {
            return new Choice(code.text(), Words.same(code.text()), Optional.empty(), Optional.empty(), false);
        }
        if (item instanceof YamlMap map && map.has("code")) {
            map.allow(List.of("code", "zh", "en", "name", "when"));
            Optional<Typed> name = map.scalar("name").map(this::bodyName);
            String code = map.requireText("code");
            return new Choice(code, map.has("zh") ? Words.of(map) : Words.same(code), name, when(map, "when"), false);
        }
        if (item instanceof YamlMap map && map.keys().size() == 1) {
            String code = map.keys().iterator().next();
            boolean otherwise = map.text(code).filter("else"::equals).isPresent();
            return new Choice(
                    code,
                    Words.same(code),
                    Optional.empty(),
                    otherwise ? Optional.empty() : when(map, code),
                    otherwise);
        }
        problems.error(item.place(), "rule.choice");
        return new Choice("", Words.same(""), Optional.empty(), Optional.empty(), false);
    }

    /** The name of a body is shown to everybody. */
    private Typed bodyName(YamlScalar text) {
        Typed name = ExpressionChecker.value(text, clue, problems);
        if (name.sensitivity().masked()) {
            problems.error(text.place(), "rule.public-place", text.text());
        }
        return name;
    }

    private Optional<Typed> when(YamlMap map, String key) {
        return map.scalar(key).map(text -> ExpressionChecker.condition(text, clue, problems));
    }

    private Map<String, String> ground() {
        Map<String, String> ground = new LinkedHashMap<>();
        rule.mapOrEmpty("ground").scalarMap().forEach((key, value) -> ground.put(key, value.text()));
        return ground;
    }

    private List<Map<String, String>> toEstablish() {
        List<Map<String, String>> items = new ArrayList<>();
        for (YamlMap map : maps("to_establish")) {
            map.allow(List.of("zh", "en", "from", "how", "why", "whom", "basis", "refuted_by"));
            Map<String, String> item = new LinkedHashMap<>();
            map.scalarMap().forEach((key, value) -> item.put(key, value.text()));
            items.add(item);
        }
        return items;
    }

    private List<YamlMap> maps(String key) {
        return rule.list(key).map(YamlList::items).orElse(List.of()).stream()
                .filter(item -> {
                    if (!(item instanceof YamlMap)) {
                        problems.error(item.place(), "yaml.not-a-map", key);
                    }
                    return item instanceof YamlMap;
                })
                .map(YamlMap.class::cast)
                .toList();
    }
}
