package cn.mingjian.model.law;

import cn.mingjian.model.law.SameAs.Kind;
import cn.mingjian.model.problem.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks one law of the index against the words: every text can be read and numbers its articles without a gap; every
 * {@code same_as} line between two texts held points at articles that exist; what it calls identical is so.
 */
final class LawAudit {

    private final Law law;
    private final Problems problems;
    private final Map<String, Map<ArticleNumber, Article>> held = new TreeMap<>();

    LawAudit(Law law, Problems problems) {
        this.law = law;
        this.problems = problems;
    }

    void run() {
        for (LawText text : law.texts()) {
            text.file().ifPresent(file -> held.put(text.id(), LawWords.read(file, problems)));
        }
        law.sameAs().forEach(this::check);
    }

    private void check(SameAs line) {
        Map<ArticleNumber, Article> from = held.get(line.from());
        Map<ArticleNumber, Article> to = held.get(line.to());
        if (from == null || to == null) {
            return;
        }
        boolean any = false;
        for (Article article : from.values()) {
            Optional<ArticleNumber> there = line.articles().carry(article.number(), true);
            any |= there.isPresent();
            there.ifPresent(number -> compare(line, article, number, to));
        }
        if (!any) {
            problems.error(line.place(), "law.carries-nothing", law.name());
        }
    }

    private void compare(SameAs line, Article article, ArticleNumber number, Map<ArticleNumber, Article> to) {
        Article other = to.get(number);
        if (other == null) {
            problems.error(line.place(), "law.no-article", law.name() + "@" + line.to(), number, to.size());
        } else if (line.kind() == Kind.IDENTICAL && !letters(article).equals(letters(other))) {
            problems.error(
                    line.place(),
                    "law.not-identical",
                    law.name(),
                    article.number().label(),
                    number.label());
        }
    }

    /** The words without blanks, with one width of punctuation, as editions differ in these only. */
    private static String letters(Article article) {
        String words = article.words(new Provision(article.number(), 0, 0)).orElse("");
        return words.replaceAll("\\s", "")
                .replace('(', '（')
                .replace(')', '）')
                .replace(',', '，')
                .replace(';', '；')
                .replace(':', '：');
    }
}
