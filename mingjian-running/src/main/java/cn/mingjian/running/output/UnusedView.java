package cn.mingjian.running.output;

import cn.mingjian.intake.delivery.UnusedTable;
import cn.mingjian.intake.delivery.UnusedTable.Guess;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delivered tables that models do not use: each with what it may be and the name that would say so. */
public final class UnusedView {

    private final Language language;

    public UnusedView(Language language) {
        this.language = language;
    }

    /** A line a table; those of which nothing is known share one. */
    public List<String> lines(List<UnusedTable> tables, List<ModelPackage> packs, Contracts contracts) {
        List<String> lines = new ArrayList<>();
        List<Words> strange = new ArrayList<>();
        for (UnusedTable table : tables) {
            if (table.nearest().isEmpty()) {
                strange.add(Words.same(table.label()));
            } else {
                lines.add(
                        table.nearest().size() == 1
                                ? near(table, table.nearest().get(0))
                                : equal(table));
            }
        }
        if (!strange.isEmpty()) {
            List<Words> titles = packs.stream()
                    .flatMap(pack -> pack.inputs().values().stream())
                    .map(input -> contracts.find(input.contractId()))
                    .flatMap(Optional::stream)
                    .map(Contract::title)
                    .distinct()
                    .toList();
            lines.add(say(
                    "running.unused-strange",
                    Words.listed(strange),
                    Words.listed(titles),
                    titles.get(0).in(language) + ".csv",
                    packs.get(0).id()));
        }
        return lines;
    }

    private String near(UnusedTable table, Guess guess) {
        String near = say(
                "running.unused-near",
                table.label(),
                guess.contract().title(),
                texts(guess.known()),
                texts(guess.strange()),
                guess.lacking().isEmpty()
                        ? say("running.none")
                        : Words.listed(
                                guess.lacking().stream().map(Column::title).toList()),
                name(table, guess.contract()));
        return guess.likely().zh().isEmpty()
                ? near
                : near + say("running.unused-likely", recipe(guess.contract()), guess.likely());
    }

    /** What a person types for a contract in a recipe. */
    private String recipe(Contract contract) {
        return switch (language) {
            case ZH -> contract.title().zh();
            case EN -> contract.id();
        };
    }

    private String equal(UnusedTable table) {
        return say(
                "running.unused-equal",
                table.label(),
                Words.listed(table.nearest().stream()
                        .map(guess -> quoted(guess.contract().title()))
                        .toList()),
                Words.listed(table.nearest().stream()
                        .map(guess -> quoted(Words.same(name(table, guess.contract()))))
                        .toList()));
    }

    private static Words quoted(Words words) {
        return new Words("“" + words.zh() + "”", '"' + words.en() + '"');
    }

    private Object texts(List<String> texts) {
        return texts.isEmpty()
                ? say("running.none")
                : Words.listed(texts.stream().map(Words::same).toList());
    }

    /** The name that says what the table is: of the sheet where it is one, else of the file with its ending. */
    private String name(UnusedTable table, Contract contract) {
        String ending = table.label().endsWith("]") ? "" : table.label().replaceFirst("^.*(\\.[^.]*)$", "$1");
        return contract.title().in(language) + ending;
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }
}
