package cn.mingjian.sample;

import cn.mingjian.duckdb.SqlText;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which offices write a value, and the values that nobody can read; both as SQL over the clean text. */
final class CellDirt {
    private static final String DIGITS = "0123456789";
    private static final String WIDE_DIGITS = "０１２３４５６７８９";
    private static final Set<String> FREE_TEXTS =
            Set.of("fact_text", "address", "address_raw", "agency", "school", "place");

    private CellDirt() {}

    /** Other ways of writing the value; cleaning gets the value back from each. */
    static List<String> forms(Column column, String clean) {
        return switch (column.type()) {
            case DATE -> dates(clean);
            case MONTH ->
                List.of(
                        "replace(" + clean + ", '-', '')",
                        "replace(" + clean + ", '-', '/')",
                        "replace(" + clean + ", '-', '年') || '月'",
                        blankAfter(clean));
            case TIME ->
                List.of(
                        "replace(" + clean + ", '-', '/')",
                        clean + " || ':00'",
                        "strftime(CAST(" + clean + " AS TIMESTAMP), '%Y年%-m月%-d日 %H时%M分')",
                        "strftime(CAST(" + clean + " AS TIMESTAMP), '%Y%m%d%H%M%S')");
            case MONEY -> amounts(clean);
            case QUANTITY, INTEGER -> List.of(wide(clean), blankAfter(clean), "' ' || " + clean);
            case CODE -> List.of(labels(column, clean), labels(column, clean), blankAfter(clean), "'　' || " + clean);
            case CODES -> List.of("replace(" + clean + ", ';', '、')", blankAfter(clean));
            case BOOLEAN ->
                List.of(
                        "CASE " + clean + " WHEN 'true' THEN '是' WHEN 'false' THEN '否' END",
                        "CASE " + clean + " WHEN 'true' THEN '1' WHEN 'false' THEN '0' END");
            case ID_NO -> List.of("lower(" + clean + ")", wide(clean), blankAfter(clean), fifteen(clean));
            case USCC -> List.of("lower(" + clean + ")", wide(clean), blankAfter(clean));
            case REGION -> List.of(blankAfter(clean), wide(clean));
            case TEXT -> texts(column, clean);
        };
    }

    /** Whether a value of the column can be spoilt so that a check sees it. */
    static boolean canBeRuined(Column column, Set<String> key) {
        return column.type() != ColumnType.TEXT || key.contains(column.name());
    }

    /** Values that nobody can read. */
    static List<String> ruins(Column column, String clean) {
        return switch (column.type()) {
            case DATE -> List.of("'2024-02-30'", "'不详'", "substr(" + clean + ", 1, 4) || '-13-01'");
            case MONTH -> List.of("'2024-13'", "'上月'");
            case TIME -> List.of("substr(" + clean + ", 1, 11) || '25:61'", "'夜间'");
            case MONEY -> List.of("'待核'", "'--'", "'1.2.3'");
            case QUANTITY, INTEGER -> List.of("'若干'", "'N/A'");
            case CODE, CODES -> List.of("'未分类'", "'?'");
            case BOOLEAN -> List.of("'不清楚'");
            case ID_NO ->
                List.of(
                        "substr(" + clean + ", 1, 17) || CASE substr(" + clean + ", 18) WHEN '0' THEN '1' ELSE '0' END",
                        "'3.40207E+17'",
                        "substr(" + clean + ", 1, 16)",
                        "NULL");
            case USCC ->
                List.of(
                        "substr(" + clean + ", 1, 17) || CASE substr(" + clean + ", 18) WHEN '0' THEN '1' ELSE '0' END",
                        "substr(" + clean + ", 1, 15)",
                        "NULL");
            case REGION -> List.of("'000'", "'本区'");
            case TEXT -> List.of("NULL");
        };
    }

    private static List<String> dates(String clean) {
        String day = "CAST(" + clean + " AS DATE)";
        return List.of(
                "strftime(" + day + ", '%Y/%-m/%-d')",
                "strftime(" + day + ", '%Y年%-m月%-d日')",
                "strftime(" + day + ", '%Y%m%d')",
                "strftime(" + day + ", '%Y.%m.%d')",
                clean + " || ' 00:00:00'",
                wide(clean),
                blankAfter(clean));
    }

    private static List<String> amounts(String clean) {
        String number = "CAST(" + clean + " AS DECIMAL(16,2))";
        String tenThousands = "CAST(CAST(" + number + " AS DECIMAL(20,2)) * 0.0001 AS VARCHAR)";
        return List.of(
                "format('{:,.2f}', CAST(" + clean + " AS DOUBLE))",
                "'￥' || " + clean,
                clean + " || '元'",
                "rtrim(rtrim(" + tenThousands + ", '0'), '.') || '(万元)'",
                wide(clean),
                blankAfter(clean));
    }

    private static List<String> texts(Column column, String clean) {
        List<String> blanks = List.of(blankAfter(clean), "' ' || " + clean, clean + " || '　'");
        return FREE_TEXTS.contains(column.name())
                ? Stream.concat(
                                blanks.stream(),
                                Stream.of(
                                        "substr(" + clean + ", 1, 4) || chr(10) || substr(" + clean + ", 5)",
                                        clean + " || '，\"待补充\"'"))
                        .toList()
                : blanks;
    }

    /** The number of the 1985 form, for those born in the last century; orders from 996 on meant the century before. */
    private static String fifteen(String clean) {
        return "CASE WHEN substr(" + clean + ", 7, 2) = '19' AND substr(" + clean + ", 15, 3) < '996' THEN substr("
                + clean + ", 1, 6) || substr(" + clean + ", 9, 9) ELSE " + clean + " END";
    }

    private static String labels(Column column, String clean) {
        return column.codes().entrySet().stream()
                .map(code -> " WHEN " + SqlText.literal(code.getKey()) + " THEN "
                        + SqlText.literal(code.getValue().zh()))
                .collect(Collectors.joining("", "CASE " + clean, " END"));
    }

    private static String wide(String clean) {
        return "translate(" + clean + ", '" + DIGITS + "', '" + WIDE_DIGITS + "')";
    }

    private static String blankAfter(String clean) {
        return clean + " || ' '";
    }
}
