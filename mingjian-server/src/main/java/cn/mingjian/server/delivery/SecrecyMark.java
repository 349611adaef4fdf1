package cn.mingjian.server.delivery;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * The mark of a state secret (绝密, 机密, 秘密), which this network may not hold. It counts where it stands as a mark does
 * (GB/T 9704-2012, 7.2.2): before a star, or alone in a line, cell or bracket, with or without a term. The words in a sentence
 * are no mark: judgments about secrets, and trade secrets, are not secret.
 */
public final class SecrecyMark {

    private static final String LEVEL = "(?:绝\\s*密|机\\s*密|秘\\s*密)";
    private static final Pattern STARRED = Pattern.compile(LEVEL + "\\s*[★☆]");
    private static final Pattern BRACKETED = Pattern.compile("[\\[【（(〔]\\s*" + LEVEL + "\\s*[\\]】）)〕]");
    private static final Pattern ALONE =
            Pattern.compile("\\s*[\\[【（(〔]?\\s*" + LEVEL + "\\s*[\\]】）)〕]?\\s*(?:\\d{1,2}\\s*(?:年|个月)|长期)?\\s*");

    /** How many lines of a text count as its head. */
    private static final int HEAD = 20;

    private SecrecyMark() {}

    /** Whether the name of a file carries it. */
    public static boolean inName(String name) {
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        return STARRED.matcher(name).find()
                || BRACKETED.matcher(name).find()
                || ALONE.matcher(base).matches();
    }

    /** Whether a record above or at the headings of a table carries it. */
    public static boolean inCells(Collection<String> cells) {
        long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
        return cells.stream()
                .anyMatch(cell -> STARRED.matcher(cell).find()
                        || filled <= 2 && ALONE.matcher(cell).matches());
    }

    /** Whether the head of a text carries it. */
    public static boolean inHead(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .limit(HEAD)
                .anyMatch(line ->
                        STARRED.matcher(line).find() || ALONE.matcher(line).matches());
    }
}
