package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a run lacks ({@code contract} or {@code contract.column}), in the names that a person knows, with the id in
 * brackets.
 */
final class LackWords {

    private final Contracts contracts;
    private final Language language;

    LackWords(Contracts contracts, Language language) {
        this.contracts = contracts;
        this.language = language;
    }

    /** All lacks in one phrase: registers first, then columns by register. */
    String text(Collection<String> lacks) {
        List<String> parts = new ArrayList<>();
        List<Words> registers = new ArrayList<>();
        Map<String, List<Words>> columns = new LinkedHashMap<>();
        for (String lack : new TreeSet<>(lacks)) {
            int dot = lack.indexOf('.');
            if (dot < 0) {
                registers.add(with(title(lack), lack));
            } else {
                columns.computeIfAbsent(lack.substring(0, dot), contract -> new ArrayList<>())
                        .add(column(lack.substring(0, dot), lack.substring(dot + 1)));
            }
        }
        if (!registers.isEmpty()) {
            parts.add(say("output.lacks-registers", Words.listed(registers)));
        }
        columns.forEach((contract, names) ->
                parts.add(say("output.lacks-columns", with(title(contract), contract), Words.listed(names))));
        return String.join(
                switch (language) {
                    case ZH -> "；";
                    case EN -> "; ";
                },
                parts);
    }

    /**
     * For each register that was delivered without columns that some rule needs, what to do about it.
     *
     * @param lacks of all rules
     */
    List<String> advice(Collection<String> lacks) {
        Map<String, List<Words>> columns = new LinkedHashMap<>();
        for (String lack : new TreeSet<>(lacks)) {
            int dot = lack.indexOf('.');
            if (dot > 0) {
                String contract = lack.substring(0, dot);
                columns.computeIfAbsent(contract, name -> new ArrayList<>())
                        .add(column(contract, lack.substring(dot + 1)));
            }
        }
        List<String> lines = new ArrayList<>();
        columns.forEach((contract, names) -> lines.add(say(
                "output.lacks-advice",
                title(contract),
                Words.listed(names),
                contracts.find(contract).map(Contract::title).map(Words::zh).orElse(contract),
                names.get(0).zh().replaceFirst("（[^（]*）$", ""),
                contract,
                names.get(0).en().replaceFirst("^.* \\((.*)\\)$", "$1"))));
        return lines;
    }

    private Words title(String contract) {
        return contracts.find(contract).map(Contract::title).orElse(Words.same(contract));
    }

    private Words column(String contract, String name) {
        Optional<Column> column = contracts
                .find(contract)
                .flatMap(found -> Optional.ofNullable(found.columns().get(name)));
        return with(column.map(Column::title).orElse(Words.same(name)), name);
    }

    private static Words with(Words title, String id) {
        return new Words(title.zh() + "（" + id + "）", title.en() + " (" + id + ")");
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }
}
