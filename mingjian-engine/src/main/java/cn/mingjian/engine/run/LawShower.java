package cn.mingjian.engine.run;

import cn.mingjian.model.clue.Clue.LawShown;
import cn.mingjian.model.law.Citation;
import cn.mingjian.model.law.LawIndex;
import cn.mingjian.model.law.ResolvedLaw;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Citations as they stand on the law date of a clue; those of a rule are resolved once a day. */
final class LawShower {

    private final LawIndex laws;
    private final Map<Asked, List<ResolvedLaw>> resolved = new HashMap<>();

    private record Asked(List<String> citations, LocalDate on) {}

    LawShower(LawIndex laws) {
        this.laws = laws;
    }

    List<ResolvedLaw> resolve(List<String> citations, LocalDate on) {
        return resolved.computeIfAbsent(
                new Asked(citations, on),
                asked -> citations.stream().map(text -> resolve(text, on)).toList());
    }

    private ResolvedLaw resolve(String text, LocalDate on) {
        List<Citation> alternatives = Arrays.stream(text.split("\\|", -1))
                .map(Citation::parse)
                .flatMap(Optional::stream)
                .toList();
        return laws.resolve(alternatives, on);
    }

    static LawShown shown(ResolvedLaw law) {
        return new LawShown(
                law.law() + "@" + law.textId(),
                law.article(),
                law.words().orElse(""),
                law.chosenBy().word(),
                law.verified());
    }
}
