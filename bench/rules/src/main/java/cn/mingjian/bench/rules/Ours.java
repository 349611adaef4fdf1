package cn.mingjian.bench.rules;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunOrder;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.sample.SampleOrder;
import java.util.Map;
import java.util.TreeMap;

/** The same question asked of the platform: compile, run, clues. */
final class Ours {

    private Ours() {}

    /**
     * Runs a package over registers.
     */
    static Answer answer(ModelPackage pack, Registers registers, Library library, Keeping keeping) {
        pack.problems().throwIfErrors();
        RunOrder order = new RunOrder(
                registers.versions(), SampleOrder.DEFAULT_AS_OF, Map.of(), Map.of(), "bench", keeping, false, "bench");
        Cost.Mark[] mark = {Cost.mark()};
        String[] act = {"compile"};
        RunResult result = new Engine(library, Limits.here(), NumberingKey.PUBLISHED).run(pack, order, begun -> {
            mark[0].tell(act[0]);
            mark[0] = Cost.mark();
            act[0] = begun.toString();
        });
        mark[0].tell(act[0] + " and clues");
        return new Answer(counts(result.funnel()));
    }

    private static Map<String, String> counts(Funnel funnel) {
        Map<String, String> counts = new TreeMap<>();
        funnel.steps()
                .forEach(step ->
                        counts.put(step.step(), Answer.counts(step.in(), step.kept(), step.unknown(), step.pending())));
        for (Funnel.RuleCount rule : funnel.rules()) {
            counts.put(
                    "hits",
                    Answer.counts(
                            rule.hits() + rule.unknown() + rule.pending(),
                            rule.hits(),
                            rule.unknown(),
                            rule.pending()));
            rule.grades().forEach((grade, clues) -> counts.put("clues " + grade, String.valueOf(clues)));
        }
        return counts;
    }
}
