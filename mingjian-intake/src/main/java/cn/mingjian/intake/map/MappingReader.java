package cn.mingjian.intake.map;

import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads a mapping recipe:
 *
 * <pre>
 * contract: market_entity
 * header_row: 3
 * missing: [N/A, 无]
 * columns:
 *   reg_capital: {from: 注册资金, unit: 万元}
 *   status: {from: 登记状态, codes: {存续: EXISTING, 在业: EXISTING}}
 *   establish_date: {from: [成立日期, 设立日期], dates: [dd/MM/yyyy, serial]}
 *   登记机关区划代码: {value: "340207"}
 * </pre>
 *
 * A contract and a column may be called by their titles. {@code value} says what every row has where the file as a whole is
 * of one kind and has no such column.
 */
public final class MappingReader {

    private static final List<String> KEYS = List.of("contract", "columns", "missing", "sheet", "header_row", "note");
    private static final List<String> COLUMN_KEYS = List.of("from", "unit", "codes", "dates", "value", "note");

    private final Contract contract;
    private final Problems problems;

    private MappingReader(Contract contract, Problems problems) {
        this.contract = contract;
        this.problems = problems;
    }

    /** The recipe in a file, for a contract; mistakes are noted. */
    public static Optional<Mapping> read(Path file, Contract contract, Problems problems) {
        return YamlFile.read(file, file.getFileName().toString(), problems)
                .map(map -> new MappingReader(contract, problems).mapping(map));
    }

    private Mapping mapping(YamlMap map) {
        map.allow(KEYS);
        String id = map.requireText("contract");
        List<String> names = List.of(
                contract.id(),
                contract.reference(),
                contract.title().zh(),
                contract.title().en());
        if (!id.isEmpty() && !names.contains(id)) {
            problems.error(map.placeOf("contract"), "intake.mapping-contract", id, contract.id());
        }
        Map<String, ColumnMapping> columns = new LinkedHashMap<>();
        Map<String, Place> written = new LinkedHashMap<>();
        YamlMap listed = map.mapOrEmpty("columns");
        Map<String, Column> known = named();
        listed.allow(known.keySet());
        for (String name : listed.keys()) {
            Column column = known.get(name);
            if (column != null) {
                listed.map(name).ifPresent(how -> {
                    columns.put(column.name(), column(column, how));
                    how.node("from").ifPresent(from -> written.put(column.name(), from.place()));
                });
            }
        }
        Set<String> missing = map.has("missing")
                ? new LinkedHashSet<>(map.texts("missing"))
                : new LinkedHashSet<>(Mapping.USUAL_MISSING);
        return new Mapping(contract.id(), columns, missing, map.text("sheet"), row(map), written);
    }

    /** The columns by name and by titles; a name goes before the title of another column. */
    private Map<String, Column> named() {
        Map<String, Column> named = new LinkedHashMap<>(contract.columns());
        contract.columns().values().forEach(column -> {
            named.putIfAbsent(column.title().zh(), column);
            named.putIfAbsent(column.title().en(), column);
        });
        return named;
    }

    private OptionalLong row(YamlMap map) {
        Optional<YamlScalar> row = map.scalar("header_row");
        if (row.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!row.get().text().matches("\\d{1,6}")) {
            problems.error(row.get().place(), "intake.mapping-row", row.get().text());
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(row.get().text()));
    }

    private ColumnMapping column(Column column, YamlMap how) {
        how.allow(COLUMN_KEYS);
        BigDecimal unit = how.scalar("unit").map(this::unit).orElse(BigDecimal.ONE);
        Map<String, String> codes = new LinkedHashMap<>();
        Map<String, String> known = codesByText(column);
        how.mapOrEmpty("codes").scalarMap().forEach((text, code) -> {
            if (!known.containsKey(code.text())) {
                problems.error(
                        code.place(), "intake.mapping-code", code.text(), Nearest.advice(code.text(), known.keySet()));
            }
            codes.put(text, known.getOrDefault(code.text(), code.text()));
        });
        how.scalars("dates").forEach(this::checkDate);
        Optional<YamlScalar> value = how.scalar("value");
        if (value.isPresent() && how.has("from")) {
            problems.error(value.get().place(), "intake.mapping-value-and-from", column.title());
        }
        return new ColumnMapping(
                how.texts("from").stream().filter(from -> !from.isBlank()).toList(),
                unit,
                codes,
                how.texts("dates"),
                value.map(YamlScalar::text));
    }

    /** The codes of a column by themselves and by their labels. */
    private static Map<String, String> codesByText(Column column) {
        Map<String, String> codes = new LinkedHashMap<>();
        List<String> own = column.type() == ColumnType.BOOLEAN
                ? List.of("true", "false")
                : List.copyOf(column.codes().keySet());
        own.forEach(code -> codes.put(code, code));
        column.codes().forEach((code, label) -> {
            codes.putIfAbsent(label.zh(), code);
            codes.putIfAbsent(label.en(), code);
        });
        return codes;
    }

    private BigDecimal unit(YamlScalar unit) {
        Optional<BigDecimal> known = Units.of(unit.text());
        if (known.isPresent()) {
            return known.get();
        }
        if (unit.text().matches("\\d{1,12}(\\.\\d{1,12})?") && new BigDecimal(unit.text()).signum() > 0) {
            return new BigDecimal(unit.text());
        }
        problems.error(unit.place(), "intake.mapping-unit", unit.text(), String.join("、", Units.words()));
        return BigDecimal.ONE;
    }

    private void checkDate(YamlScalar form) {
        if (!form.text().equals(ColumnMapping.SERIAL) && !isPattern(form.text())) {
            problems.error(form.place(), "intake.mapping-date", form.text());
        }
    }

    private static boolean isPattern(String form) {
        try {
            return DateTimeFormatter.ofPattern(form, Locale.ENGLISH).toString().length() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
