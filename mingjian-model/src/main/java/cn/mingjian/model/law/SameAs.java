package cn.mingjian.model.law;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the index that carries provisions between two texts of a law, in both directions.
 *
 * @param from id of the earlier text
 * @param to id of the later text
 * @param articles which articles of {@code from} it carries, and to which of {@code to}
 * @param note what changed, where something did
 */
public record SameAs(String from, String to, Kind kind, Articles articles, Optional<Words> note, Place place) {

    /** How sure it is that the provision is the same; ordered from most to least. */
    public enum Kind {
        /** The same words. */
        IDENTICAL,
        /** The same words but for the numbers of articles cited inside. */
        RENUMBERED,
        /** The same provision in other words, matched by a person; paragraphs may have moved. */
        SUBSTANCE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }

        Kind weaker(Kind other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** Which articles a line carries. */
    public sealed interface Articles {

        /** The article's number on the other side, or empty where the line does not carry it. */
        Optional<ArticleNumber> carry(ArticleNumber number, boolean forward);
    }

    /** A run of whole numbers: {@code 2021#219..260} is {@code 2023#223..264}. */
    public record Run(int fromFirst, int toFirst, int count) implements Articles {
        @Override
        public Optional<ArticleNumber> carry(ArticleNumber number, boolean forward) {
            int offset = number.main() - (forward ? fromFirst : toFirst);
            return number.inserted() == 0 && offset >= 0 && offset < count
                    ? Optional.of(new ArticleNumber((forward ? toFirst : fromFirst) + offset, 0))
                    : Optional.empty();
        }
    }

    /** One article, which may be an inserted one. */
    public record Single(ArticleNumber from, ArticleNumber to) implements Articles {
        @Override
        public Optional<ArticleNumber> carry(ArticleNumber number, boolean forward) {
            return number.equals(forward ? from : to) ? Optional.of(forward ? to : from) : Optional.empty();
        }
    }

    /** Every article keeps its number but those amended, added or deleted in between. */
    public record AllExcept(Set<ArticleNumber> exceptions) implements Articles {
        @Override
        public Optional<ArticleNumber> carry(ArticleNumber number, boolean forward) {
            return exceptions.contains(number) ? Optional.empty() : Optional.of(number);
        }
    }
}
