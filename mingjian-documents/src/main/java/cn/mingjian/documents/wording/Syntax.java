package cn.mingjian.documents.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the shape of a pattern off its text, because RE2 keeps its own syntax tree to itself. It reads what templates
 * use; of a pattern that uses more (flags, POSIX classes, {@code \Q}) nothing is known.
 */
final class Syntax {

    private static final Pattern GROUP = Pattern.compile("\\((?:\\?:|\\?P?<\\w+>|(?!\\?))");
    private static final Pattern TIMES = Pattern.compile("([*+?]|\\{(\\d+)(,(\\d*))?})\\??");
    private static final String DIGITS = "0123456789";
    private static final String BLANKS = "\t\n\f\r ";
    /** Escapes of one character that are neither it nor one of a list. */
    private static final String CLASSES = "SDWw";

    private static final String ANCHORS = "bBAz";
    /** A range of a class that is not listed. */
    private static final int WIDE = 64;

    private final String written;
    private int at;
    private boolean understood = true;

    private Syntax(String written) {
        this.written = written;
    }

    /** What is known of the texts that a pattern matches, which RE2 has compiled. */
    static Shape shape(String pattern) {
        Syntax syntax = new Syntax(pattern);
        Shape shape = syntax.choices();
        return syntax.understood && syntax.at == pattern.length() ? shape : Shape.UNKNOWN;
    }

    private boolean more() {
        return understood && at < written.length();
    }

    private Shape choices() {
        List<Shape> choices = new ArrayList<>();
        choices.add(row());
        while (more() && written.charAt(at) == '|') {
            at++;
            choices.add(row());
        }
        return choices.size() == 1 ? choices.get(0) : Shape.either(choices);
    }

    private Shape row() {
        List<Shape> pieces = new ArrayList<>();
        while (more() && written.charAt(at) != '|' && written.charAt(at) != ')') {
            pieces.add(times(piece()));
        }
        return Shape.row(pieces);
    }

    private Shape times(Shape piece) {
        Matcher times = TIMES.matcher(written).region(Math.min(at, written.length()), written.length());
        if (!times.lookingAt()) {
            return piece;
        }
        at = times.end();
        return switch (times.group(1)) {
            case "*" -> piece.times(0, Landmarks.FAR);
            case "+" -> piece.times(1, Landmarks.FAR);
            case "?" -> piece.times(0, 1);
            default -> {
                int least = Integer.parseInt(times.group(2));
                boolean open = ",".equals(times.group(3));
                yield piece.times(
                        least,
                        open ? Landmarks.FAR : times.group(3) == null ? least : Integer.parseInt(times.group(4)));
            }
        };
    }

    private Shape piece() {
        int character = written.codePointAt(at);
        return switch (character) {
            case '(' -> group();
            case '[' -> charClass();
            case '\\' -> escape();
            case '.' -> {
                at++;
                yield Shape.ANY;
            }
            case '^', '$' -> {
                at++;
                yield Shape.EMPTY;
            }
            case '*', '+', '?', '{' -> notUnderstood();
            default -> {
                at += Character.charCount(character);
                yield Shape.oneOf(Set.of(Character.toString(character)));
            }
        };
    }

    private Shape notUnderstood() {
        understood = false;
        return Shape.UNKNOWN;
    }

    private Shape group() {
        Matcher begin = GROUP.matcher(written).region(at, written.length());
        if (!begin.lookingAt()) {
            return notUnderstood();
        }
        at = begin.end();
        Shape inside = choices();
        at++; // the bracket, which RE2 has found
        return inside;
    }

    private Shape escape() {
        if (ANCHORS.indexOf(written.charAt(at + 1)) >= 0) {
            at += 2;
            return Shape.EMPTY;
        }
        Set<String> characters = new LinkedHashSet<>();
        return escaped(characters) ? Shape.oneOf(characters) : Shape.ANY;
    }

    /** Reads an escape that stands for one of some characters; not whether they are too many to list. */
    private boolean escaped(Set<String> characters) {
        at++;
        char name = written.charAt(at);
        at++;
        if (name == 'p' || name == 'P') {
            at = written.charAt(at) == '{' ? written.indexOf('}', at) + 1 : at + 1;
            return false;
        }
        if (CLASSES.indexOf(name) >= 0) {
            return false;
        }
        switch (name) {
            case 'd' -> add(DIGITS, characters);
            case 's' -> add(BLANKS, characters);
            case 'n' -> characters.add("\n");
            case 't' -> characters.add("\t");
            default -> {
                understood &= name < 0x80 && !Character.isLetterOrDigit(name);
                characters.add(String.valueOf(name));
            }
        }
        return true;
    }

    private static void add(String all, Set<String> characters) {
        all.chars().forEach(one -> characters.add(Character.toString(one)));
    }

    private Shape charClass() {
        at++;
        boolean few = written.charAt(at) != '^';
        at += few ? 0 : 1;
        Set<String> characters = new LinkedHashSet<>();
        boolean first = true;
        while (more() && (first || written.charAt(at) != ']')) {
            first = false;
            few &= written.charAt(at) == '\\' ? single(characters) : range(characters);
        }
        at++;
        return few ? Shape.oneOf(characters) : Shape.ANY;
    }

    /** Reads an escape in a class that does not begin a range. */
    private boolean single(Set<String> characters) {
        boolean few = escaped(characters);
        understood &= written.charAt(at) != '-' || written.charAt(at + 1) == ']';
        return few;
    }

    /** Reads a character of a class, or a range of them; not whether they are too many to list. */
    private boolean range(Set<String> characters) {
        int low = next();
        boolean single = written.charAt(at) != '-' || written.charAt(at + 1) == ']';
        if (low == '[' && written.charAt(at) == ':' || !single && written.charAt(at + 1) == '\\') {
            notUnderstood();
            return false;
        }
        if (!single) {
            at++;
        }
        int high = single ? low : next();
        for (int one = low; one <= Math.min(high, low + WIDE); one++) {
            characters.add(Character.toString(one));
        }
        return high - low <= WIDE;
    }

    private int next() {
        int character = written.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }
}
