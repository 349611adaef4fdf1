package cn.mingjian.server.shelf;

import cn.mingjian.compiler.ModelCard;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.model.Words;
import cn.mingjian.model.law.Citation;
import cn.mingjian.model.law.ResolvedLaw;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Language;
import cn.mingjian.server.shelf.ModelPage.GradeShown;
import cn.mingjian.server.shelf.ModelPage.ProvisionShown;
import cn.mingjian.server.shelf.ModelPage.RuleShown;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of a model as cards.
 *
 * @param whole the model as if everything were delivered
 * @param bare the model as if nothing were: each rule then says what it lacks
 * @param library names registers and holds the laws
 * @param today the day whose law is shown
 */
record RuleCards(CheckedModel whole, CheckedModel bare, Library library, LocalDate today) {

    List<RuleShown> shown() {
        return whole.rules().values().stream().map(this::shown).toList();
    }

    /** The registers without which no rule runs. */
    Set<String> neededByAll() {
        Set<String> needed = new TreeSet<>();
        boolean first = true;
        for (Rule rule : whole.rules().values()) {
            if (rule.signal()) {
                continue;
            }
            if (first) {
                needed.addAll(needs(rule));
            } else {
                needed.retainAll(needs(rule));
            }
            first = false;
        }
        return needed;
    }

    private RuleShown shown(Rule rule) {
        return new RuleShown(
                rule.id(),
                rule.code(),
                rule.title(),
                new Words(card(rule, Language.ZH), card(rule, Language.EN)),
                rule.wording().law().stream()
                        .map(choice -> provision(choice.code()))
                        .toList(),
                rule.signal()
                        ? List.of()
                        : rule.ladder().lines().stream().map(RuleCards::grade).toList(),
                List.copyOf(needs(rule)));
    }

    private String card(Rule rule, Language language) {
        return String.join("\n\n", new ModelCard(whole, bare, library.contracts(), Map.of(), language).lines(rule))
                .replace("\n\n- ", "\n- ");
    }

    private Set<String> needs(Rule rule) {
        Set<String> needs = new TreeSet<>();
        Optional.ofNullable(bare.rules().get(rule.clues().name())).ifPresent(same -> same.clues().lacks().stream()
                .filter(lack -> lack.named().size() == 1)
                .map(lack -> lack.toString().replaceFirst("\\..*", ""))
                .forEach(needs::add));
        return needs;
    }

    private static GradeShown grade(Rule.Ladder.Line line) {
        Words written = line.written().isEmpty()
                ? Words.ofMessage("explain.always")
                : line.otherwise()
                        ? Words.ofMessage("explain.else")
                        : Words.same(line.written().strip());
        return new GradeShown(line.grade(), line.because().orElse(written));
    }

    /** A citation as the package writes it, in the text that holds today. */
    ProvisionShown provision(String written) {
        List<Citation> alternatives = Arrays.stream(written.split("\\|", -1))
                .map(Citation::parse)
                .flatMap(Optional::stream)
                .toList();
        ResolvedLaw law = library.laws().resolve(alternatives, today);
        return new ProvisionShown(
                law.law() + "@" + law.textId(),
                law.article(),
                law.words().orElse(""),
                law.chosenBy().word(),
                law.verified());
    }
}
