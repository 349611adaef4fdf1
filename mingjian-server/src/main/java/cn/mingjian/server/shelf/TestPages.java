package cn.mingjian.server.shelf;

import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.model.Words;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.shelf.CaseReport.Failed;
import cn.mingjian.server.shelf.TestResults.Kept;
import cn.mingjian.server.shelf.TestedModel.CaseShown;
import cn.mingjian.server.shelf.TestedModel.Expectation;
import cn.mingjian.server.shelf.TestedModel.Expected;
import cn.mingjian.server.shelf.TestedModel.TestedRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the page of a model says of its tests. */
@Component
class TestPages {

    private static final String RUNS = "run";

    private final TestResults results;
    private final ModelTests tests;

    TestPages(TestResults results, ModelTests tests) {
        this.results = results;
        this.tests = tests;
    }

    /** @param page names the rules */
    TestedModel of(ModelPage page, ModelPackage pack) {
        Path folder = pack.folder().resolve(CaseReader.FOLDER);
        Optional<Kept> last = results.find(pack.digest(), CaseReader.digest(folder));
        Optional<Kept> earlier = last.isPresent() ? Optional.empty() : results.newest(pack.id());
        Map<Integer, Failed> failed = last.stream()
                .flatMap(kept -> kept.failed().stream())
                .collect(Collectors.toMap(Failed::number, Function.identity()));
        List<CaseShown> cases = CaseReader.read(folder, new Problems()).stream()
                .map(one -> shown(one, Optional.ofNullable(failed.get(one.number()))))
                .toList();
        boolean hasOutcome = last.filter(kept -> kept.problems().isEmpty()).isPresent();
        return new TestedModel(
                cases.size(),
                page.ruleCards().stream()
                        .map(rule -> rule(rule.code(), rule.title(), cases, hasOutcome))
                        .filter(rule -> rule.cases() > 0)
                        .toList(),
                cases,
                last.map(Kept::shown).orElse(null),
                earlier.map(Kept::shown).orElse(null),
                tests.running(pack.id()).orElse(null));
    }

    private static TestedRule rule(String code, Words title, List<CaseShown> cases, boolean hasOutcome) {
        List<CaseShown> mine = cases.stream()
                .filter(one -> one.expects().stream()
                        .anyMatch(expected -> expected.code().equals(code)))
                .toList();
        long clues = mine.stream()
                .filter(one -> one.expects().stream()
                        .anyMatch(expected -> expected.code().equals(code) && expected.expected() == Expected.CLUE))
                .count();
        long failed = mine.stream().filter(one -> !one.differs().isEmpty()).count();
        return new TestedRule(code, title, mine.size(), (int) clues, hasOutcome ? (int) failed : null);
    }

    private static CaseShown shown(TestCase one, Optional<Failed> failed) {
        return new CaseShown(
                one.number(),
                one.name(),
                expectations(one.expected()),
                failed.stream()
                        .flatMap(which -> which.failures().stream())
                        .map(failure -> Words.ofMessage(
                                failure.code(), failure.arguments().toArray()))
                        .toList());
    }

    private static List<Expectation> expectations(TestCase.Expected expected) {
        List<Expectation> all = new ArrayList<>();
        expected.clues()
                .forEach(clue -> all.add(new Expectation(
                        clue.code(),
                        Expected.CLUE,
                        clue.grade().orElse(null),
                        clue.amount().orElse(null))));
        expected.none().forEach(code -> all.add(new Expectation(code, Expected.NONE, null, null)));
        expected.unknown().forEach(code -> all.add(new Expectation(code, Expected.UNKNOWN, null, null)));
        expected.states()
                .forEach((code, state) -> all.add(
                        new Expectation(code, state.equals(RUNS) ? Expected.RUNS : Expected.RUNS_NOT, null, null)));
        return all;
    }
}
