package cn.mingjian.model.law;

import cn.mingjian.model.Words;
import cn.mingjian.model.law.SameAs.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An article on its way between the texts of a law along its {@code same_as} lines, in either direction.
 *
 * @param text the text reached
 * @param article its number there
 * @param kind the weakest line on the way
 * @param note what changed on the way: the note of the last line that has one
 */
record Carriage(LawText text, ArticleNumber article, Kind kind, Optional<Words> note) {

    /** The nearest text that fulfils the condition, the start included; empty when no line leads to one. */
    static Optional<Carriage> find(Law law, LawText start, ArticleNumber article, Predicate<Carriage> wanted) {
        Deque<Carriage> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(new Carriage(start, article, Kind.IDENTICAL, Optional.empty()));
        while (!open.isEmpty()) {
            Carriage here = open.remove();
            if (wanted.test(here)) {
                return Optional.of(here);
            }
            if (seen.add(here.text.id() + "#" + here.article)) {
                law.sameAs().forEach(line -> here.along(law, line).ifPresent(open::add));
            }
        }
        return Optional.empty();
    }

    private Optional<Carriage> along(Law law, SameAs line) {
        boolean forward = line.from().equals(text.id());
        if (!forward && !line.to().equals(text.id())) {
            return Optional.empty();
        }
        return law.text(forward ? line.to() : line.from()).flatMap(next -> line.articles()
                .carry(article, forward)
                .map(number -> new Carriage(
                        next, number, kind.weaker(line.kind()), line.note().or(() -> note))));
    }
}
