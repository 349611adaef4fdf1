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

    private static final int WIDEST = 54;

    private final ReportWords words;

    ClueView(ReportWords words) {
        this.words = words;
    }

    /** A table of at most 160 columns that begins with the first clues of every rule, in the order of the clues. */
    List<String> lines(List<Clue> masked, int most) {
        TextTable table = new TextTable(WIDEST, List.of(4))
                .wrapped()
                .row(
                        say("output.grade"),
                        say("output.code"),
                        say("output.title"),
                        say("output.place"),
                        say("output.amount"),
                        say("output.law-date"),
                        say("output.against"));
        RemarksInCommon common = RemarksInCommon.of(masked);
        ClueWords ofClue = new ClueWords(words, common);
        firstOfEachRule(masked, most)
                .forEach(clue -> table.row(
                        clue.grade(),
                        clue.code(),
                        words.in(clue.title()) + ofClue.sameSubject(clue),
                        words.shortPlace(clue.place()),
                        amount(clue),
                        clue.lawDate(),
                        because(clue) + ofClue.against(clue, false)));
        List<String> lines = new ArrayList<>(table.lines());
        if (masked.size() > most) {
            lines.add(say("output.more", masked.size() - most));
        }
        lines.add(say("output.grades-mean"));
        lines.add(say("output.law-date-means"));
        lines.addAll(common.lines(words));
        ofClue.sameSubjects(masked).ifPresent(lines::add);
        return lines;
    }

    private static String amount(Clue clue) {
        return clue.amount() == null || clue.amount().yuan() == null
                ? ""
                : String.format(Locale.ROOT, "%,.2f", clue.amount().yuan());
    }

    /**
     * Why a clue is no better than it is; nothing of the best grade, where the rule gives one grade alone, and where it is
     * for what could not be decided, which is named anyway.
     */
    private String because(Clue clue) {
        String reason = words.in(clue.gradeReason());
        boolean told = clue.grade().equals("A")
                || reason.equals(say("run.grade-plain", clue.grade()))
                || clue.exclusionsUndecided().stream()
                        .anyMatch(undecided -> reason.contains(words.in(undecided.title())));
        return told ? "" : reason + " ";
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
        TextTable table = new TextTable(80, List.of(2))
                .wrapped()
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
