package cn.mingjian.cli.output;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.SignalRow;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The first clues as a readable table: what is suspected, where, how much, what speaks against it. Takes masked clues. */
public final class ClueView {

    private final Language language;

    public ClueView(Language language) {
        this.language = language;
    }

    public List<String> lines(List<Clue> masked, int most) {
        TextTable table = new TextTable(64, List.of(4))
                .row(
                        say("output.grade"),
                        say("output.code"),
                        say("output.title"),
                        say("output.place"),
                        say("output.amount"),
                        say("output.law-date"),
                        say("output.against"));
        masked.stream()
                .limit(most)
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
