package cn.mingjian.engine.run;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.contract.LackWords;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be said on a clue of how far the registers reach that it rests on.
 *
 * @param contracts names what was not delivered
 * @param asOf day of the run
 */
record CoverageWords(CheckedModel model, DataViews data, Contracts contracts, LocalDate asOf) {

    /** That nobody stated what the registers under a rule cover, or to what they are limited. */
    List<Words> limits(Rule rule) {
        Set<String> inputs =
                new TreeSet<>(model.reaches().inputsUnder(rule.clues().name()));
        rule.exclusions().forEach(exclusion -> inputs.addAll(model.reaches().inputsUnder(exclusion.from())));
        List<Words> words = new ArrayList<>();
        titles(inputs).forEach((contract, title) -> {
            List<Coverage> coverages = DataViews.coverages(data.versions(contract));
            if (Coverage.common(coverages).knownUntil() == null) {
                words.add(say("run.coverage-not-stated", title, List.of()));
            }
            for (Coverage coverage : coverages) {
                if (!coverage.agencies().isEmpty()) {
                    words.add(say("run.coverage-agencies", title, coverage.agencies()));
                }
                if (!coverage.kinds().isEmpty()) {
                    words.add(say("run.coverage-kinds", title, coverage.kinds()));
                }
            }
        });
        return words.stream().distinct().toList();
    }

    /** Why rows of a clue leave an exclusion undecided: what was not delivered, or ends before the day of the run. */
    Words undecided(Exclusion exclusion, long rows) {
        if (!exclusion.missing().isEmpty()) {
            return Words.ofMessage("run.undecided-missing", new LackWords(contracts).words(exclusion.missing()));
        }
        List<Words> reasons = new ArrayList<>();
        reasons.add(say("run.undecided-rows", Words.same(String.valueOf(rows)), List.of()));
        titles(model.reaches().inputsUnder(exclusion.from())).forEach((contract, title) -> {
            LocalDate end = Coverage.common(DataViews.coverages(data.versions(contract)))
                    .knownUntil();
            if (end != null && end.isBefore(asOf)) {
                reasons.add(say("run.undecided-until", title, List.of(end.toString())));
            }
        });
        return ClueBuilder.joined(reasons);
    }

    private Map<String, Words> titles(Set<String> inputs) {
        Map<String, Words> titles = new TreeMap<>();
        for (String input : inputs) {
            InputView view = model.views().get(input);
            if (view != null && !data.versions(view.contract().id()).isEmpty()) {
                titles.put(view.contract().id(), view.contract().title());
            }
        }
        return titles;
    }

    private static Words say(String key, Words title, List<String> more) {
        return new Words(
                Messages.text(Language.ZH, key, title.zh(), String.join("、", more)),
                Messages.text(Language.EN, key, title.en(), String.join(", ", more)));
    }
}
