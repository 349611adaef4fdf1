package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.clean.Cleaned;
import cn.mingjian.intake.clean.Cleaners;
import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a cell: column, delivered text, value or reason, and marks: c changed, i invalid. */
class CleanersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name      | 张三                  | 张三                 | ",
                "name      | ` 张三　`              | 张三                 | c",
                "name      | `　`                  | missing             | ",
                "name      | 无                    | missing             | c",
                "name      | 3.40221E+17          | lost                | c",
                "id_no     | 11010519491231002X   | 11010519491231002X  | ",
                "id_no     | 11010519491231002x   | 11010519491231002X  | c",
                "id_no     | `110105 19491231 002X` | 11010519491231002X | c",
                "id_no     | '11010519491231002X  | 11010519491231002X  | c",
                "id_no     | 110105491231002      | 11010519491231002X  | c",
                "id_no     | 110105194912310021   | 110105194912310021  | i",
                "id_no     | 不详                  | 不详                 | i",
                "id_no     | 3.4E+17              | lost                | c",
                "uscc      | 91350100m000100y43   | 91350100M000100Y43  | c",
                "uscc      | 91350100M000100Y44   | 91350100M000100Y44  | i",
                "pay_date  | 2024-02-29           | 2024-02-29          | ",
                "pay_date  | 2023-02-29           | no-such-day         | c",
                "pay_date  | 2024年2月30日          | no-such-day         | c",
                "pay_date  | 2024/2/9             | 2024-02-09          | c",
                "pay_date  | ２０２４．２．９           | 2024-02-09          | c",
                "pay_date  | 20240209             | 2024-02-09          | c",
                "pay_date  | 2024-02-09 00:00:00  | 2024-02-09          | c",
                "pay_date  | 1899-12-31           | 1899-12-31          | ",
                "pay_date  | 明天                  | date                | c",
                "at        | 2024-02-09 08:00:01  | 1707465601000000    | ",
                "at        | 2024-02-09T08:00:01  | 1707465601000000    | ",
                "at        | 2024-02-09           | no-time-of-day      | c",
                "at        | 2024-02-30 08:00:00  | no-such-day         | c",
                "month     | 2024-02              | 2024-02-01          | ",
                "month     | 202402               | 2024-02-01          | c",
                "amount    | 12.5                 | 1250                | ",
                "amount    | -0.01                | -1                  | ",
                "amount    | 12345678901234.56    | 1234567890123456    | ",
                "amount    | 100000000000000      | too-large           | c",
                "amount    | 12.345               | 1235                | c",
                "amount    | 12.500               | 1250                | ",
                "amount    | 1,668(万元)            | 1668000000          | c",
                "amount    | 7.6万人民币             | 7600000             | c",
                "amount    | 500(万美元)             | currency            | c",
                "amount    | 1.5E-05              | 0                   | c",
                "amount    | 很多                  | number              | c",
                "weight    | 0.000001             | 1                   | ",
                "times     | 3                    | 3                   | ",
                "times     | 3.0                  | 3                   | ",
                "times     | 3.5                  | not-whole           | c",
                "status    | NORMAL               | NORMAL              | ",
                "status    | ` normal `           | NORMAL              | c",
                "status    | 正常                  | NORMAL              | ",
                "status    | `Normal`             | NORMAL              | c",
                "status    | 无                    | 无                   | ",
                "status    | 停发                  | code                | c",
                "status    | -                    | missing             | c",
                "flags     | A;B                  | `A\u001fB`          | ",
                "flags     | 甲、B                  | `A\u001fB`          | c",
                "flags     | 甲；丙                 | code                | c",
                "arrears   | true                 | 1                   | ",
                "arrears   | 否                    | 0                   | c",
                "arrears   | 无                    | 0                   | c",
                "arrears   | 也许                  | boolean             | c",
                "region    | 340207               | 340207              | ",
                "region    | 340207001            | 340207              | c",
                "region    | 34                   | 340000              | c",
                "region    | 鸠江区                 | region              | c"
            })
    void shouldClean(String column, String delivered, String expected, String marks) {
        Column of = Optional.ofNullable(PAYMENT.columns().get(column)).orElseThrow();
        Cleaned cleaned = new Cleaned();
        byte[] bytes = ("<" + delivered + ">").getBytes(StandardCharsets.UTF_8);

        Cleaners.of(of, ColumnMapping.PLAIN, BigDecimal.ONE, Set.copyOf(Mapping.USUAL_MISSING))
                .clean(bytes, 1, bytes.length - 1, cleaned);

        assertThat(shown(of, cleaned)).isEqualTo(expected);
        assertThat((cleaned.changed() ? "c" : "") + (cleaned.invalid() ? "i" : ""))
                .isEqualTo(marks == null ? "" : marks);
    }

    private static String shown(Column column, Cleaned cleaned) {
        return switch (cleaned.outcome()) {
            case MISSING -> "missing";
            case LOST, UNTYPABLE -> cleaned.reason().word();
            case VALUE -> value(column.type(), cleaned);
        };
    }

    private static String value(ColumnType type, Cleaned cleaned) {
        return switch (type) {
            case TEXT, CODE, CODES, ID_NO, USCC, REGION ->
                new String(cleaned.bytes(new byte[0]), StandardCharsets.UTF_8);
            case DATE, MONTH -> LocalDate.ofEpochDay(cleaned.number()).toString();
            case INTEGER, MONEY, QUANTITY, TIME, BOOLEAN -> Long.toString(cleaned.number());
        };
    }
}
