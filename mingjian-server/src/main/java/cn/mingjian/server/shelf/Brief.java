package cn.mingjian.server.shelf;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.running.output.QuotedLaw;
import cn.mingjian.server.paper.OfficialPaper;
import cn.mingjian.server.run.FunnelShown;
import cn.mingjian.server.run.FunnelShown.FunnelRule;
import cn.mingjian.server.run.Run;
import cn.mingjian.server.shelf.ModelPage.GradeShown;
import cn.mingjian.server.shelf.ModelPage.InputShown;
import cn.mingjian.server.shelf.ModelPage.ParameterShown;
import cn.mingjian.server.shelf.ModelPage.ProvisionShown;
import cn.mingjian.server.shelf.ModelPage.RuleShown;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The brief of a model (模型简报) as a Word document in its five parts: choice of the supervision point, typical case,
 * construction, difficulties, next steps. What the package and the latest run say is filled in, counts alone; what a person
 * must write is a marked gap.
 */
final class Brief {

    /** What a brief says of a model: its page, the titles of its exclusions, its test cases, the latest run that was done. */
    record Facts(
            ModelPage model,
            List<Words> exclusions,
            int cases,
            @Nullable Run run,
            @Nullable FunnelShown funnel) {}

    private final Facts facts;
    private final ModelPage model;
    private final String mark;
    private final Language language;
    private final OfficialPaper paper = new OfficialPaper();

    /** @param mark who took the document, and when */
    Brief(Facts facts, String mark, Language language) {
        this.facts = facts;
        this.model = facts.model();
        this.mark = mark;
        this.language = language;
    }

    /** Writes the document to a stream, which stays open. */
    void write(OutputStream out) throws IOException {
        paper.title(say("title", in(model.row().title())));
        paper.middle(say("version", model.row().id(), model.row().version()));
        point();
        typicalCase();
        construction();
        difficulties();
        next();
        paper.gap();
        paper.flush(mark);
        paper.write(out);
    }

    private void point() {
        paper.heading(say("point"));
        paper.text(say(
                "point-of", in(model.row().point()), say("line-" + model.row().line())));
        paper.text(say("question", in(model.row().question())));
        paper.text(say("bodies", listed(model.row().bodies())));
        paper.text(say("duty", in(model.duty())));
        paper.text(say("necessity", in(model.necessity())));
        paper.text(say("law", laws(law -> true)));
        gap("point-gap");
    }

    private void typicalCase() {
        paper.heading(say("case"));
        gap("case-gap");
        gap("case-result-gap");
    }

    private void construction() {
        paper.heading(say("construction"));
        paper.text(say("inputs", model.inputs().size()));
        paper.table(
                List.of(50, 30, 20),
                List.of(say("table"), say("asked"), say("columns")),
                model.inputs().stream().map(this::input).toList());
        paper.text(say("rules", model.ruleCards().size()));
        paper.table(
                List.of(14, 68, 18),
                List.of(say("code"), say("rule"), say("grades")),
                model.ruleCards().stream().map(this::rule).toList());
        if (!facts.exclusions().isEmpty()) {
            paper.text(say("exclusions", listed(facts.exclusions())));
        }
        if (!model.parameters().isEmpty()) {
            paper.text(say("parameters"));
            paper.table(
                    List.of(46, 16, 38),
                    List.of(say("parameter"), say("value"), say("source")),
                    model.parameters().stream().map(this::parameter).toList());
        }
        paper.text(say("cases", facts.cases()));
        run();
    }

    private List<String> input(InputShown input) {
        String asked = input.derived() ? "derived" : input.must() ? "must" : "useful";
        return List.of(
                in(input.title()), say(asked), String.valueOf(input.columns().size()));
    }

    private List<String> rule(RuleShown rule) {
        String grades = rule.grades().stream().map(GradeShown::grade).distinct().collect(Collectors.joining(" "));
        return List.of(rule.code(), in(rule.title()).replaceAll("\\{[^}]*}", "…"), grades);
    }

    private List<String> parameter(ParameterShown one) {
        String unit = one.unit() == null ? "" : " " + in(one.unit());
        return List.of(
                in(one.title()),
                one.value() + unit,
                one.law() == null ? say("source-" + one.source()) : cited(one.law()));
    }

    /** Counts alone: no clue and no person stands in a brief. */
    private void run() {
        Run run = facts.run();
        FunnelShown funnel = facts.funnel();
        if (run == null || funnel == null) {
            paper.text(say("no-run"));
            return;
        }
        long rows = funnel.inputs().stream()
                .mapToLong(FunnelShown.FunnelInput::rows)
                .sum();
        paper.text(say(
                "run",
                run.asOf().toString(),
                in(run.purpose().words(run.purposeText())),
                run.version(),
                rows,
                hits(funnel),
                run.clues() == null ? 0 : run.clues(),
                grades(run)));
        paper.table(
                List.of(20, 40, 40),
                List.of(say("code"), say("hits"), say("clues")),
                funnel.rules().stream()
                        .filter(rule -> !rule.signal())
                        .filter(rule -> rule.state().equals("run"))
                        .map(rule -> List.of(rule.code(), String.valueOf(rule.hits()), String.valueOf(rule.clues())))
                        .toList());
    }

    private static long hits(FunnelShown funnel) {
        return funnel.rules().stream()
                .filter(rule -> !rule.signal())
                .mapToLong(FunnelRule::hits)
                .sum();
    }

    private static String grades(Run run) {
        Map<String, Long> grades = run.grades() == null ? Map.of() : run.grades();
        return new TreeMap<>(grades)
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void difficulties() {
        paper.heading(say("difficulties"));
        FunnelShown funnel = facts.funnel();
        if (funnel != null) {
            funnel.rules().stream()
                    .filter(rule -> rule.state().equals("not-runnable"))
                    .forEach(rule -> paper.text(say("lacks", rule.code(), listed(rule.lacks()))));
            long unknown =
                    funnel.rules().stream().mapToLong(FunnelRule::unknown).sum();
            if (unknown > 0) {
                paper.text(say("unknown", unknown));
            }
        }
        String unverified = laws(law -> !law.verified());
        if (!unverified.isEmpty()) {
            paper.text(say("unverified", unverified));
        }
        List<Words> proposed = model.parameters().stream()
                .filter(one -> one.source().equals("proposal"))
                .map(ParameterShown::title)
                .toList();
        if (!proposed.isEmpty()) {
            paper.text(say("proposed", listed(proposed)));
        }
        gap("difficulties-gap");
    }

    private void next() {
        paper.heading(say("next"));
        paper.text(say("precision"));
        gap("next-gap");
    }

    private String laws(Predicate<ProvisionShown> wanted) {
        return model.ruleCards().stream()
                .flatMap(rule -> rule.law().stream())
                .filter(wanted)
                .map(this::cited)
                .distinct()
                .collect(Collectors.joining(say("comma")));
    }

    private String cited(ProvisionShown law) {
        String cited = QuotedLaw.provision(law.law(), law.article(), language);
        return law.verified() ? cited : cited + say("cited-unverified");
    }

    private void gap(String key) {
        paper.text(say("gap", say(key)));
    }

    private String listed(List<Words> words) {
        return words.isEmpty() ? "" : Words.listed(words).in(language);
    }

    private String in(Words words) {
        return words.in(language);
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, "brief." + key, arguments);
    }
}
