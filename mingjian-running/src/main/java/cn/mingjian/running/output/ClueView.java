package cn.mingjian.running.output;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.SignalRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The first clues as a readable table: what is suspected, where, how much, what speaks against it. Takes masked clues. */
final class ClueView {

    /** Columns of a terminal, and those of them that grade, code, place, day and the gaps take. */
    private static final int TERMINAL = 120;

    private static final int PLACE = 18;
    private static final int FIXED = 4 + 8 + PLACE + 12 + 10;
    private static final int MONEY = 14;
    private static final int MONEY_AT = 4;

    private final ReportWords words;

    ClueView(ReportWords words) {
        this.words = words;
    }

    /** A table of at most 120 columns that begins with the first clues of every rule, in the order of the clues. */
    List<String> lines(List<Clue> masked, int most) {
        List<Clue> shown = firstOfEachRule(masked, most);
        boolean money = shown.stream().anyMatch(clue -> !amount(clue).isEmpty());
        TextTable table = table(money);
        RemarksInCommon common = RemarksInCommon.of(masked);
        ClueWords ofClue = new ClueWords(words, common);
        for (Clue clue : shown) {
            List<String> cells = new ArrayList<>(List.of(
                    clue.grade(),
                    clue.code(),
                    words.in(clue.title()) + ofClue.sameSubject(clue),
                    (words.shortPlace(clue.place()) + "\n" + ofClue.supervised(clue)).strip(),
                    clue.lawDate(),
                    because(clue) + ofClue.against(clue, true)));
            if (money) {
                cells.add(MONEY_AT, amount(clue));
            }
            table.row(cells.toArray(String[]::new));
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (masked.size() > most) {
            lines.add(say("output.more", masked.size() - most));
        }
        lines.add(say("output.grades-mean"));
        lines.add(say("output.law-date-means"));
        lines.addAll(common.lines(words));
        SubjectsInCommon.of(masked).line(words).ifPresent(lines::add);
        return lines;
    }

    private TextTable table(boolean money) {
        int free = TERMINAL - FIXED - (money ? MONEY + 2 : 0);
        int title = free * 11 / 20;
        List<Integer> widths = new ArrayList<>(List.of(4, 8, title, PLACE, 12, free - title));
        List<String> heading = new ArrayList<>(List.of(
                say("output.grade"),
                say("output.code"),
                say("output.title"),
                say("output.place-and-body"),
                say("output.law-date"),
                say("output.against")));
        if (money) {
            widths.add(MONEY_AT, MONEY);
            heading.add(MONEY_AT, say("output.amount"));
        }
        TextTable table = money ? TextTable.wrapped(widths, MONEY_AT) : TextTable.wrapped(widths);
        return table.row(heading.toArray(String[]::new));
    }

    private static String amount(Clue clue) {
        return clue.amount() == null || clue.amount().yuan() == null
                ? ""
                : String.format(Locale.ROOT, "%,.2f", clue.amount().yuan());
    }

    /**
     * Why a clue has its grade, which often says how many times; nothing where the rule gives one grade alone, and where it
     * is for what could not be decided, which is named anyway.
     */
    private String because(Clue clue) {
        String reason = words.in(clue.gradeReason());
        boolean told = reason.equals(say("run.grade-plain", clue.grade()))
                || clue.exclusionsUndecided().stream()
                        .anyMatch(undecided -> reason.contains(words.in(undecided.title())));
        return told ? "" : reason + "\n";
    }

    /** One rule with many clues must not hide the others: the rules take turns until enough are chosen. */
    private static List<Clue> firstOfEachRule(List<Clue> clues, int most) {
        Map<String, Integer> seen = new HashMap<>();
        List<Integer> turns = clues.stream()
                .map(clue -> seen.merge(clue.rule(), 1, Integer::sum))
                .toList();
        return IntStream.range(0, clues.size())
                .boxed()
                .sorted(Comparator.comparing(turns::get))
                .limit(most)
                .sorted()
                .map(clues::get)
                .toList();
    }

    List<String> signals(List<SignalRow> signals, int most) {
        TextTable table = TextTable.wrapped(List.of(20, 80, 12), 2)
                .row(say("output.code"), say("output.signal"), say("output.rows"));
        signals.stream()
                .limit(most)
                .forEach(signal -> table.row(
                        signal.code(),
                        words.in(signal.title()),
                        String.valueOf(SourceSheet.rows(signal.sourceRows()))));
        List<String> lines = new ArrayList<>(table.lines());
        if (signals.size() > most) {
            lines.add(say("output.more", signals.size() - most));
        }
        lines.add(say("output.signals-mean"));
        return lines;
    }

    private String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }
}
