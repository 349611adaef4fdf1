package cn.mingjian.cli.output;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.SignalRow;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first clues as a readable table: what is suspected, where, how much, what speaks against it. Takes masked clues. */
public final class ClueView {

    private static final int WIDEST = 54;

    private final Language language;

    public ClueView(Language language) {
        this.language = language;
    }

    /** A table of at most 160 columns that begins with the first clues of every rule, in the order of the clues. */
    public List<String> lines(List<Clue> masked, int most) {
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
        firstOfEachRule(masked, most)
                .forEach(clue -> table.row(
                        clue.grade(),
                        clue.code(),
                        clue.title().in(language),
                        clue.place() == null ? "" : clue.place(),
                        clue.amount() == null || clue.amount().yuan() == null
                                ? ""
                                : String.format(
                                        Locale.ROOT, "%,.2f", clue.amount().yuan()),
                        clue.lawDate(),
                        against(clue)));
        List<String> lines = new ArrayList<>(table.lines());
        if (masked.size() > most) {
            lines.add(say("output.more", masked.size() - most));
        }
        return lines;
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

    /** What speaks against a clue; where nothing was found, how many innocent explanations were looked for. */
    private String against(Clue clue) {
        List<String> found = Stream.concat(
                        clue.exclusionsUndecided().stream()
                                .map(undecided -> say(
                                        "output.undecided", undecided.title().in(language))),
                        clue.against().stream().map(words -> words.in(language)))
                .toList();
        if (!found.isEmpty()) {
            List<String> parts =
                    found.stream().map(one -> one.replaceFirst("[。.]$", "")).toList();
            return String.join(language == Language.ZH ? "；" : "; ", parts);
        }
        int looked = clue.exclusionsRun().size();
        long dropped = clue.exclusionsRun().stream()
                .mapToLong(Clue.ExclusionRun::dropped)
                .sum();
        if (looked == 0) {
            return "";
        }
        return dropped == 0 ? say("output.none-against", looked) : say("output.some-dropped", looked, dropped);
    }

    public List<String> signals(List<SignalRow> signals, int most) {
        TextTable table = new TextTable(80, List.of()).row(say("output.code"), say("output.signal"));
        signals.stream()
                .limit(most)
                .forEach(signal -> table.row(signal.code(), signal.title().in(language)));
        List<String> lines = new ArrayList<>(table.lines());
        if (signals.size() > most) {
            lines.add(say("output.more", signals.size() - most));
        }
        return lines;
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }
}
