package cn.mingjian.model.contract;

import cn.mingjian.model.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is lacking in the names that a person knows, ids in brackets: registers first, then columns by register, then what
 * has alternatives.
 *
 * @param contracts names them; what it does not know goes by its id
 */
public record LackWords(Contracts contracts) {

    /** All lacks in one phrase. */
    public Words words(Collection<Lack> lacks) {
        List<String> plain = new ArrayList<>();
        List<Words> alternatives = new ArrayList<>();
        for (Lack lack : new TreeSet<>(lacks)) {
            if (lack.oneOf().size() == 1) {
                plain.addAll(lack.oneOf().get(0));
            } else {
                alternatives.add(Words.ofMessage(
                        "lack.one-of",
                        Words.listed(lack.oneOf().stream().map(this::together).toList())));
            }
        }
        List<Words> parts = new ArrayList<>();
        List<Words> registers = registers(plain);
        if (!registers.isEmpty()) {
            parts.add(Words.listed(registers));
        }
        parts.addAll(columns(plain));
        parts.addAll(alternatives);
        return joined(parts, "；", "; ");
    }

    private Words together(List<String> way) {
        List<Words> parts = registers(way);
        parts.addAll(columns(way));
        return joined(parts, "＋", " + ");
    }

    private List<Words> registers(Collection<String> named) {
        return named.stream()
                .filter(one -> one.indexOf('.') < 0)
                .sorted()
                .map(one -> with(title(one), one))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The columns of each register. */
    private List<Words> columns(Collection<String> named) {
        Map<String, List<Words>> columns = new LinkedHashMap<>();
        named.stream().filter(one -> one.indexOf('.') > 0).sorted().forEach(one -> {
            String contract = one.substring(0, one.indexOf('.'));
            columns.computeIfAbsent(contract, any -> new ArrayList<>())
                    .add(column(contract, one.substring(contract.length() + 1)));
        });
        List<Words> parts = new ArrayList<>();
        columns.forEach((contract, names) ->
                parts.add(Words.ofMessage("lack.columns-of", with(title(contract), contract), Words.listed(names))));
        return parts;
    }

    /** What a contract is called, or its id where there is none of that name. */
    public Words title(String contract) {
        return contracts.find(contract).map(Contract::title).orElse(Words.same(contract));
    }

    /** What a column is called, with its id. */
    public Words column(String contract, String name) {
        Optional<Column> column = contracts
                .find(contract)
                .flatMap(found -> Optional.ofNullable(found.columns().get(name)));
        return with(column.map(Column::title).orElse(Words.same(name)), name);
    }

    private static Words with(Words title, String id) {
        return new Words(title.zh() + "（" + id + "）", title.en() + " (" + id + ")");
    }

    private static Words joined(List<Words> parts, String zh, String en) {
        return new Words(
                String.join(zh, parts.stream().map(Words::zh).toList()),
                String.join(en, parts.stream().map(Words::en).toList()));
    }
}
