package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.running.output.ReportWords;
import cn.mingjian.server.run.FunnelShown.FunnelDropped;
import cn.mingjian.server.run.FunnelShown.FunnelInput;
import cn.mingjian.server.run.FunnelShown.FunnelRule;
import cn.mingjian.server.run.FunnelShown.FunnelStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the things of a run are called, in both languages. */
public final class RunWords {

    private final ReportWords zh;
    private final ReportWords en;

    RunWords(ModelPackage pack, Library library, RegionTree regions, LocalDate asOf) {
        this.zh = new ReportWords(pack, library, Optional.of(regions), asOf, Language.ZH);
        this.en = new ReportWords(pack, library, Optional.of(regions), asOf, Language.EN);
    }

    /** Something said in each language. */
    public Words both(Function<ReportWords, String> said) {
        return new Words(said.apply(zh), said.apply(en));
    }

    FunnelShown funnel(Funnel funnel) {
        return new FunnelShown(
                funnel.inputs().stream().map(this::input).toList(),
                funnel.steps().stream()
                        .map(step -> new FunnelStep(
                                both(words -> words.step(step.step())),
                                step.in(),
                                step.kept(),
                                step.unknown(),
                                step.pending()))
                        .toList(),
                funnel.rules().stream().map(this::rule).toList());
    }

    private FunnelInput input(Funnel.InputCount input) {
        return new FunnelInput(
                both(words -> words.register(input.contract())),
                input.rows(),
                input.persons().values().stream().max(Long::compare).orElse(null),
                input.delivered(),
                input.from(),
                input.knownUntil());
    }

    private FunnelRule rule(Funnel.RuleCount rule) {
        return new FunnelRule(
                rule.rule(),
                rule.code(),
                both(words -> words.rule(rule)),
                rule.signal(),
                rule.state(),
                rule.lacks().stream()
                        .map(lack -> both(words -> words.lacks(List.of(lack))))
                        .toList(),
                rule.hits(),
                rule.unknown(),
                rule.pending(),
                rule.clues(),
                rule.grades(),
                rule.dropped().entrySet().stream()
                        .map(one -> new FunnelDropped(both(words -> words.exclusion(one.getKey())), one.getValue()))
                        .toList(),
                rule.personsHit(),
                rule.personsShown());
    }
}
