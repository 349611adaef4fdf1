package cn.mingjian.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.expression.Scope.Grouping;
import cn.mingjian.compiler.expression.Scope.Surroundings;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.HolidayCalendar;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of expressions: exact numbers, code lists, days and times, and what cannot be compared. */
class TypingTest {

    private static final Relation ROWS = rows();

    private static final Surroundings SURROUNDINGS = new Surroundings(
            Map.of("as_of", Typed.constant("DATE '2024-09-30'", Type.DATE)),
            new FunctionCatalogue(DomainFunctions.all(new HolidayCalendar(Set.of(), Set.of(), 2020, 2024))),
            Map.of("rows", ROWS));

    private static Relation rows() {
        List<Field> fields = new ArrayList<>();
        for (ColumnType type : ColumnType.values()) {
            Type plain = Type.of(type);
            boolean coded = type == ColumnType.CODE || type == ColumnType.CODES;
            Map<String, Words> codes =
                    coded ? Map.of("DAY", Words.same("日"), "NIGHT", Words.same("夜")) : Map.<String, Words>of();
            Type listed = new Type(plain.form(), plain.precision(), plain.scale(), plain.meaning(), codes);
            fields.add(new Field(type.word(), Typed.constant(type.word(), listed)));
        }
        fields.add(new Field("text2", Typed.constant("text2", Type.TEXT)));
        return Relation.of("rows", fields, Set.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            money + money                    | DECIMAL(17,2)
            money - quantity                 | DECIMAL(21,6)
            money * money                    | DECIMAL(32,4)
            money * quantity                 | DECIMAL(32,8)
            money + 1                        | DECIMAL(22,2)
            integer * integer                | BIGINT
            integer + 1                      | BIGINT
            integer * 0.05                   | DECIMAL(22,2)
            money * 0.0005                   | DECIMAL(21,6)
            round(money * quantity, 2)       | DECIMAL(27,2)
            round(quantity, 0)               | DECIMAL(11,0)
            divide(money, quantity, 6)       | DECIMAL(26,6)
            divide(integer, integer, 0)      | DECIMAL(19,0)
            -money                           | DECIMAL(16,2)
            abs(quantity)                    | DECIMAL(16,6)
            coalesce(money, 0)               | DECIMAL(21,2)
            greatest(money, quantity)        | DECIMAL(20,6)
            case when boolean then money else quantity end | DECIMAL(20,6)
            1.50                             | DECIMAL(3,2)
            date                             | DATE
            plus_days(date, 3)               | DATE
            month_of(date)                   | DATE
            time                             | TIMESTAMP
            codes                            | VARCHAR[]
            length(text)                     | BIGINT
            integer > 3                      | BOOLEAN
            null                             | VARCHAR
            """)
    void shouldGiveEveryExpressionItsExactType(String written, String type) {
        assertThat(cn.mingjian.compiler.sql.Sql.type(typed(written).type())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            money > money                | (money > money)
            integer > integer            | (integer > integer)
            money > quantity             | ((money - quantity) > 0)
            integer <> money             | ((integer - money) <> 0)
            money > '5.00'               | (money > CAST('5.00' AS DECIMAL(16,2)))
            '1.20' <= money              | (CAST('1.20' AS DECIMAL(16,2)) <= money)
            money between '1' and quantity | ((money >= CAST('1' AS DECIMAL(16,2))) AND ((money - quantity) <= 0))
            money not in ('1', quantity)   | (NOT ((money = CAST('1' AS DECIMAL(16,2))) OR ((money - quantity) = 0)))
            money in ('1', '2')          | (money IN (CAST('1' AS DECIMAL(16,2)), CAST('2' AS DECIMAL(16,2))))
            """)
    void shouldCompareTwoWideNumbersOfARowByTheirDifference(String written, String sql) {
        assertThat(typed(written).sql().replaceAll("l\\.\"(\\w+)\"", "$1")).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            text = integer                   | expression.compare
            boolean = 'yes'                  | expression.bad-literal
            id_no = 3                        | expression.compare
            date = time                      | expression.compare-date-time
            month < date                     | expression.compare-date-time
            date < '2024-02-30'              | expression.bad-literal
            date < '2024-2-3'                | expression.bad-literal
            month = '2024-13'                | expression.bad-literal
            time < '2024-01-01'              | expression.bad-literal
            money > '1.234'                  | expression.bad-literal
            code = 'NIHGT'                   | expression.unknown-code
            code in ('DAY', 'NIHGT')         | expression.unknown-code
            codes = codes                    | expression.compare
            has_any(code, 'DAY')             | expression.arguments
            date + 1                         | expression.operand
            text + text                      | expression.operand
            text like 3                      | expression.operand
            integer like 'x'                 | expression.operand
            not integer                      | expression.condition
            integer and boolean              | expression.condition
            money / quantity                 | expression.divide
            quantity * quantity * quantity * quantity | expression.too-wide
            coalesce(integer, text)          | expression.compare
            coalesce(text)                   | expression.arguments
            round(money, integer)            | expression.arguments
            divide(money, quantity)          | expression.arguments
            plus_days(time, 1, 2)            | expression.arguments
            length(integer)                  | expression.arguments
            case when boolean then date else time end | expression.branches
            case when text then 1 end        | expression.condition
            sum(money)                       | expression.aggregate-here
            99999999999999999999             | expression.bad-literal
            """)
    void shouldRefuseWhatDoesNotFit(String written, String code) {
        assertThat(mistakes(written, scope())).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            date = '2024-02-29'
            '2024-02-29' <= date
            date between '2024-01-01' and :as_of
            time >= '2024-01-01T22:00:00'
            time >= '2024-01-01 22:00:00'
            month = '2024-02'
            code = 'DAY' or code not in ('NIGHT')
            has_any(codes, 'DAY', 'NIGHT')
            money >= 0.5 and money < integer
            text = null or text is null
            code = text2
            id_no = text
            boolean = true and not boolean
            """)
    void shouldCompareWhatIsOfOneFamily(String written) {
        assertThat(mistakes(written, scope())).isEmpty();
    }

    @Test
    void shouldTypeAggregatesByWhatTheyGather() {
        Scope grouped = scope().grouped(new Grouping(Set.of("text"), Optional.empty()));

        assertThat(typed("sum(money)", grouped).type()).isEqualTo(Type.decimal(28, 2));
        assertThat(typed("count(distinct id_no)", grouped).type()).isEqualTo(Type.INTEGER);
        assertThat(typed("max(date)", grouped).type().form()).isEqualTo(Form.DATE);
        assertThat(typed("max_by(code, date)", grouped).type().codes()).containsKey("DAY");
        assertThat(mistakes("text = same(text2)", grouped)).isEmpty();
        assertThat(mistakes("sum(text)", grouped)).containsExactly("expression.arguments");
        assertThat(mistakes("money > 3", grouped)).containsExactly("expression.aggregate-missing");
        assertThat(mistakes("max(max(money))", grouped)).containsExactly("expression.aggregate-nested");
        assertThat(mistakes("sum(distinct money)", grouped)).containsExactly("expression.distinct-here");
        assertThat(mistakes("length(*)", grouped)).containsExactly("expression.distinct-here");
    }

    @Test
    void shouldDecideGuardsWithoutData() {
        assertThat(typed("has(rows)").constant()).contains(true);
        assertThat(typed("not has(rows.money) and money > 3").constant()).contains(false);
        assertThat(typed("has(rows) or money > 3").constant()).contains(true);
        assertThat(typed("case when has(rows) then true else money > 3 end").constant())
                .contains(true);
        assertThat(typed("case when not has(rows) then text when date is null then 'x' else text2 end")
                        .sql())
                .doesNotContain("false");
        assertThat(typed("case when not has(rows) then money end").type())
                .isEqualTo(typed("money").type());
        assertThat(mistakes("case when has(rows) then 1 else 'a' end", scope())).containsExactly("expression.branches");
        assertThat(mistakes("has(rows.monye)", scope())).containsExactly("expression.unknown-column");
        assertThat(mistakes("has(row)", scope())).containsExactly("expression.has");
    }

    @Test
    void shouldNoteEveryMistakeOfOneExpression() {
        assertThat(mistakes("monye > 3 and dat = '2024-01-01' or yaer(date) = :yaer", scope()))
                .containsExactly(
                        "expression.unknown-column",
                        "expression.unknown-column",
                        "expression.unknown-function",
                        "expression.unknown-parameter");
    }

    @Test
    void shouldKeepHostileTextsInsideTheirQuotes() {
        assertThat(typed("text = '''; DROP TABLE x; --'").sql()).isEqualTo("(l.\"text\" = '''; DROP TABLE x; --')");
        assertThat(typed("text = 'a\\'").sql()).isEqualTo("(l.\"text\" = 'a\\')");
        assertThat(typed("text like '%\\%'").sql()).endsWith("LIKE '%\\%' ESCAPE '\\')");
    }

    private static Scope scope() {
        return Scope.of(SURROUNDINGS, new Visible("rows", "l", ROWS));
    }

    private static Typed typed(String written) {
        return typed(written, scope());
    }

    private static Typed typed(String written, Scope scope) {
        Problems problems = new Problems();
        Typed typed = ExpressionChecker.value(ExpressionText.plain(written), scope, problems);
        assertThat(problems.list()).as(written).isEmpty();
        return typed;
    }

    private static List<String> mistakes(String written, Scope scope) {
        Problems problems = new Problems();
        ExpressionChecker.value(ExpressionText.plain(written), scope, problems);
        return problems.list().stream().map(Problem::code).toList();
    }
}
