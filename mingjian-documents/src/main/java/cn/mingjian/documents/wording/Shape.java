package cn.mingjian.documents.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of every text that a piece of a pattern matches.
 *
 * @param most how many characters it has at most, {@link Landmarks#FAR} without a bound
 * @param all all such texts; empty where they are too many
 * @param landmarks words of which it holds one
 */
record Shape(int most, Set<String> all, Landmarks landmarks) {

    /** Texts or words that are kept; more would take longer to look for than they save. */
    private static final int MANY = 64;

    /** Matches nothing but the place itself: an anchor, an empty choice. */
    static final Shape EMPTY = new Shape(0, Set.of(""), Landmarks.NONE);

    /** Any one character. */
    static final Shape ANY = new Shape(1, Set.of(), Landmarks.NONE);

    /** Any text. */
    static final Shape UNKNOWN = new Shape(Landmarks.FAR, Set.of(), Landmarks.NONE);

    /** One of some characters. */
    static Shape oneOf(Set<String> characters) {
        return characters.isEmpty() || characters.size() > MANY ? ANY : listed(1, characters);
    }

    private static Shape listed(int most, Set<String> all) {
        Landmarks landmarks = all.contains("") ? Landmarks.NONE : Landmarks.of(all, 0, most);
        return new Shape(most, all, landmarks);
    }

    /** Either of some pieces. */
    static Shape either(List<Shape> choices) {
        int most = choices.stream().mapToInt(Shape::most).max().orElse(0);
        Set<String> all = new LinkedHashSet<>();
        choices.forEach(choice -> all.addAll(choice.all));
        if (choices.stream().noneMatch(choice -> choice.all.isEmpty()) && all.size() <= MANY) {
            return listed(most, all);
        }
        List<String> words = new ArrayList<>();
        choices.forEach(choice -> words.addAll(choice.landmarks.words()));
        boolean known =
                choices.stream().noneMatch(choice -> choice.landmarks.words().isEmpty());
        int before = choices.stream()
                .mapToInt(choice -> choice.landmarks.before())
                .max()
                .orElse(0);
        return new Shape(
                most, Set.of(), known && words.size() <= MANY ? Landmarks.of(words, before, most) : Landmarks.NONE);
    }

    /** Pieces one behind the other: of the landmarks in them those count that are the rarest. */
    static Shape row(List<Shape> pieces) {
        int most = Math.min(Landmarks.FAR, pieces.stream().mapToInt(Shape::most).sum());
        Landmarks rarest = Landmarks.NONE;
        int before = 0;
        Set<String> listed = Set.of(""); // all texts of the pieces since the last one that has too many
        int begun = 0; // where they begin
        boolean whole = true;
        for (Shape piece : pieces) {
            boolean few = !piece.all.isEmpty();
            if (few && piece.all.size() * listed.size() <= MANY) {
                listed = joined(listed, piece.all);
            } else {
                rarest = rarer(rarest, listed(most, listed).landmarks, begun, most);
                rarest = rarer(rarest, piece.landmarks, before, most);
                listed = few ? piece.all : Set.of("");
                begun = few ? before : before + piece.most;
                whole = false;
            }
            before += piece.most;
        }
        rarest = rarer(rarest, listed(most, listed).landmarks, begun, most);
        return whole ? listed(most, listed) : new Shape(most, Set.of(), rarest);
    }

    private static Set<String> joined(Set<String> left, Set<String> right) {
        Set<String> joined = new LinkedHashSet<>();
        left.forEach(one -> right.forEach(other -> joined.add(one + other)));
        return joined;
    }

    private static Landmarks rarer(Landmarks one, Landmarks other, int before, int most) {
        boolean better = !other.words().isEmpty() && (one.words().isEmpty() || other.frequency() < one.frequency());
        return better ? other.inside(before, most) : one;
    }

    /** A piece so many times, {@link Landmarks#FAR} without a bound. */
    Shape times(int least, int times) {
        if (least == 1 && times == 1) {
            return this;
        }
        int length = times == Landmarks.FAR ? Landmarks.FAR : Math.min(Landmarks.FAR, most * times);
        if (least == 0) {
            return times == 1 ? either(List.of(this, EMPTY)) : new Shape(length, Set.of(), Landmarks.NONE);
        }
        return new Shape(length, Set.of(), landmarks.words().isEmpty() ? landmarks : landmarks.inside(0, length));
    }
}
