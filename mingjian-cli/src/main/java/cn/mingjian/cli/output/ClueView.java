package cn.mingjian.cli.output;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.SignalRow;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        Map<Clue, Integer> turn = new IdentityHashMap<>();
        clues.forEach(clue -> turn.put(clue, seen.merge(clue.rule(), 1, Integer::sum)));
        Set<Clue> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        clues.stream()
                .sorted(Comparator.comparing(clue -> turn.getOrDefault(clue, 0)))
                .limit(most)
                .forEach(chosen::add);
        return clues.stream().filter(chosen::contains).toList();
    }

    private String against(Clue clue) {
        return String.join(
                "；",
                Stream.concat(
                                clue.exclusionsUndecided().stream()
                                        .map(undecided -> say(
                                                "output.undecided",
                                                undecided.title().in(language))),
                                clue.against().stream().map(words -> words.in(language)))
                        .toList());
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
