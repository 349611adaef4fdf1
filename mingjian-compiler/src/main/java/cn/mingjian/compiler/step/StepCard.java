package cn.mingjian.compiler.step;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The rule card of a step: what it does as one sentence. A primitive whose last word can be left out, its condition say,
 * has a second sentence for that under the key {@code card.<word>-plain}.
 */
public final class StepCard {

    private StepCard() {}

    /** The sentence for a step. */
    public static String text(Step step, Language language) {
        return text(step, language, name -> name);
    }

    /**
     * The sentence for a step.
     *
     * @param named what a reader is shown for a word that may be the name of a relation
     */
    public static String text(Step step, Language language, UnaryOperator<String> named) {
        List<String> words = step.words().stream()
                .map(word -> named.apply(word.strip().replaceAll("\\s*\n\\s*", " ")))
                .map(word -> listed(word, language))
                .toList();
        boolean plain = !words.isEmpty() && words.get(words.size() - 1).isBlank();
        return Messages.text(language, "card." + step.operator() + (plain ? "-plain" : ""), words.toArray());
    }

    /** Names of a list as the language separates them; an expression with a text in it stays as it is written. */
    private static String listed(String word, Language language) {
        return language == Language.ZH || word.indexOf('\'') >= 0 ? word : word.replace("、", ", ");
    }
}
