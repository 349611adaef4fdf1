package cn.mingjian.engine.cases;

import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.expression.Literals;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the given rows of several cases into the data tables of a session. */
public final class CaseTables {

    private final DuckSession session;
    private final Problems problems;

    /** @param problems takes up the mistakes in the rows of cases */
    public CaseTables(DuckSession session, Problems problems) {
        this.session = session;
        this.problems = problems;
    }

    /** The data tables of a plan with the rows of a group of cases. */
    public void fill(Plan plan, CaseGroup group) {
        plan.inputs().stream().map(InputView::contract).distinct().forEach(contract -> fill(contract, group.cases()));
    }

    /** The data table of one contract with the rows of all these cases. */
    private void fill(Contract contract, List<TestCase> cases) {
        String columns = contract.columns().values().stream()
                .map(column -> Sql.name(column.name()) + " " + Sql.type(Type.of(column)))
                .collect(Collectors.joining(", "));
        String table = Sql.name(InputView.dataName(contract.id()));
        session.execute("CREATE OR REPLACE TEMP TABLE " + table + " (" + columns + ", _part INTEGER, _pos BIGINT, "
                + StepContext.CASE + " BIGINT)");
        List<String> rows = new ArrayList<>();
        for (TestCase one : cases) {
            for (Map<String, Optional<String>> row : one.given().getOrDefault(contract.id(), List.of())) {
                rows.add(values(contract, one, row, rows.size()));
            }
        }
        for (int from = 0; from < rows.size(); from += 500) {
            session.execute("INSERT INTO " + table + " VALUES "
                    + String.join(", ", rows.subList(from, Math.min(rows.size(), from + 500))));
        }
    }

    private String values(Contract contract, TestCase one, Map<String, Optional<String>> row, int position) {
        for (String column : row.keySet()) {
            if (!contract.columns().containsKey(column)) {
                problems.error(
                        one.place(),
                        "cases.unknown-column",
                        contract.id(),
                        column,
                        Nearest.advice(column, contract.columns().keySet()));
            }
        }
        List<String> values = new ArrayList<>();
        for (Column column : contract.columns().values()) {
            Optional<String> text = row.containsKey(column.name())
                    ? row.get(column.name())
                    : column.lawful().filter(lawful -> !lawful.equals("null"));
            values.add(text.map(value -> value(one, contract, column, value)).orElse("NULL"));
        }
        return "(" + String.join(", ", values) + ", 0, " + position + ", " + one.number() + ")";
    }

    private String value(TestCase one, Contract contract, Column column, String text) {
        if (column.type() == ColumnType.CODES) {
            return List.of(text.split("[;、]", -1)).stream()
                    .map(code -> Sql.text(code(column, code)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return Literals.sql(code(column, text), Type.of(column)).orElseGet(() -> {
            problems.error(
                    one.place(),
                    "cases.bad-value",
                    contract.id(),
                    column.name(),
                    text,
                    column.type().word());
            return "NULL";
        });
    }

    /** A code, written as code or as label. */
    private static String code(Column column, String text) {
        return column.codes().containsKey(text)
                ? text
                : column.codes().entrySet().stream()
                        .filter(code -> code.getValue().zh().equals(text)
                                || code.getValue().en().equals(text))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(text);
    }
}
