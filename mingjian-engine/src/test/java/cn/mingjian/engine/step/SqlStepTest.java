package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStepTest {

    private final Path folder;

    SqlStepTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("stay(id): id text, guest text, hotel text, in_day date, yuan money, kg quantity, birth date")
                .contract("hotel(code): code text, name text, rooms integer");
    }

    private Trial filled() {
        return trial().rows(
                        "stay",
                        "1 | A | X | 2024-01-01 | 999999.99 | 999999.999999 | 2008-01-01",
                        "2 | A | Y | 2024-02-01 | 2.00 | 1 | 2000-01-01",
                        "3 | B | X | | 3.00 | 1 |")
                .rows("hotel", "X | 北方旅馆 | 5", "Y | it's | 7");
    }

    @Test
    void shouldGroupJoinAndReadParameters() {
        assertThat(filled().parameters("{least: {type: integer, default: \"2\", source: proposal}}")
                        .steps("""
                                many:
                                  sql: |
                                    select s.guest as guest, count(*) as n, sum(s.yuan) as total, max(h.rooms) as rooms
                                    from stay as s join hotel as h on h.code = s.hotel
                                    group by s.guest
                                    having count(*) >= :least""")
                        .kept("many", "guest, n, total, rooms"))
                .containsExactly("A|2|1000001.99|7");
    }

    @Test
    void shouldMeanWhatTheLanguageMeans() {
        assertThat(filled().steps("""
                                found:
                                  sql: |
                                    select s.id as id, s.yuan * s.kg as product, age_at(s.birth, s.in_day) as age,
                                      case when h.name = '北方旅馆' then 'n' else h.name || '!' end as name
                                    from stay as s join hotel as h on h.code = s.hotel
                                    where s.in_day between date '2024-01-01' and :as_of and s.id not in ('9')""").kept("found", "id, product, age, name"))
                .containsExactly("1|999999989999.00000001|15|n", "2|2.00000000|24|it's!");
    }

    @Test
    void shouldCompareNumbersOfDifferentWidths() {
        assertThat(filled().steps("""
                                compared:
                                  sql: |
                                    select s.id as id, s.yuan > s.kg as more, s.yuan in (s.kg, 2) as one_of,
                                      s.kg between s.yuan and 999999.999999 as inside,
                                      sum(h.rooms) over (partition by s.guest) > s.kg as rooms
                                    from stay as s join hotel as h on h.code = s.hotel and h.rooms <> s.kg""").kept("compared", "id, more, one_of, inside, rooms"))
                .containsExactly("1|false|false|true|false", "2|true|true|false|true", "3|true|false|false|true");
    }

    @Test
    void shouldReadWithQueriesUnionsAndExists() {
        assertThat(filled().steps("""
                                found:
                                  sql: |
                                    with big as (select h.code as code from hotel as h where h.rooms > 5)
                                    select s.id as id from stay as s
                                    where exists (select 1 as x from big as b where b.code = s.hotel)
                                    union
                                    select t.id as id from stay as t where t.guest = 'B'""").kept("found", "id")).containsExactly("2", "3");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "stay", "1 | A | X | | | |")
                        .rowsOf(2, "stay", "1 | A | X | | | |", "2 | A | X | | | |")
                        .rowsOf(2, "hotel", "X | n | 5")
                        .steps(
                                "found: {sql: \"select s.guest as guest, count(*) as n from stay as s group by s.guest\"}\n"
                                        + "both: {sql: \"select s.id as id from stay as s join hotel as h on h.code = s.hotel\"}")
                        .run("found", "_case, guest, n"))
                .isEqualTo(new TrialRun(java.util.List.of("1|A|1", "2|A|2"), java.util.List.of(), java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select s.id as id from stay as s; drop table x | query.syntax",
                "insert into stay values (1) | query.refused",
                "delete from stay | query.refused",
                "values (1) | query.refused",
                "select * from stay as s | query.star",
                "select id as id from stay as s | query.unqualified",
                "select s.id as id from stay | query.alias",
                "select s.id as id from stay as s, hotel as h | query.comma-join",
                "select s.id as id from stay as s cross join hotel as h | query.comma-join",
                "select s.id as id from stay as s left join hotel as h on h.code = s.hotel | query.absence",
                "select s.id as id from stay as s where not exists (select 1 as x from hotel as h where h.code = s.hotel) | query.absence",
                "select s.id as id from stay as s where s.hotel not in (select h.code as code from hotel as h) | query.absence",
                "select s.id as id from stay as s except select h.code as code from hotel as h | query.refused",
                "select s.id as id from stay as s where (select count(*) as n from hotel as h) = 0 | query.absence",
                "select s.id as id from stay as s order by s.id fetch first 1 rows only | query.refused",
                "select s.yuan / s.kg as q from stay as s | expression.divide",
                "select s.id as id, current_user as u from stay as s | query.unqualified",
                "select read_csv(s.id) as id from stay as s | expression.unknown-function",
                "select s.id as id from stay as s where s.id = 5 | expression.compare",
                "select s.id as id from stay as s where s.in_day > s.yuan | query.invalid",
                "select s.idd as id from stay as s | query.invalid",
                "select s.id as id from secret as s | expression.unknown-relation",
                "select s.id as id from stay as s join stay as s on s.id = s.id | query.alias-twice",
                "select count(*) from stay as s | query.column-name",
                "select s.id as id from stay as s where s.id = :nobody | expression.unknown-parameter",
                "select cast(s.id as double) as id from stay as s | query.type",
                "select sum(s.yuan) over (partition by s.guest order by s.in_day rows 2 preceding) as x from stay as s | query.order",
                "with \"table s\" as (select h.code as x from hotel as h) select s.x as x from \"table s\" as t join stay as s on s.id = t.x | query.column-name",
                "with recursive w as (select s.id as id from stay as s union all select v.id as id from w as v) select x.id as id from w as x | query.refused",
            })
    void shouldRefuse(String sql, String code) {
        assertThat(trial().steps("found:\n  sql: |\n    " + sql).problems())
                .extracting(problem -> problem.code())
                .contains(code);
    }

    @Test
    void shouldPointAtLineAndColumn() {
        assertThat(trial().steps("found:\n  sql: |\n    select s.id as id\n    from stay as s\n    where s.gest = 'A'")
                        .mistakes())
                .contains("5:13 query.invalid");
        assertThat(trial().steps(
                                "found:\n  sql: |\n    select s.id as id\n    from stay as s\n    where s.id + 1 > 2 and read_csv('x') = 1")
                        .mistakes())
                .contains("5:28 expression.unknown-function");
    }

    @Test
    void shouldRefuseDepthBeforeParsing() {
        String deep = "(".repeat(200) + "s.id" + ")".repeat(200);
        String wide = "s.id = 'x' or ".repeat(3000) + "s.id = 'y'";

        assertThat(trial().steps("found:\n  sql: select s.id as id from stay as s where " + deep + " = 'x'")
                        .mistakes())
                .contains("2:8 query.too-long");
        assertThat(trial().steps("found:\n  sql: select s.id as id from stay as s where " + wide)
                        .mistakes())
                .contains("2:8 query.too-long");
    }
}
