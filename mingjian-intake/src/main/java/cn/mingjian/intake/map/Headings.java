package cn.mingjian.intake.map;

import cn.mingjian.functions.Width;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The headings under which offices deliver the columns of a contract: name, titles and synonyms. */
public final class Headings {

    /** Headings of every register that no contract asks for; they tell nothing about what a table is. */
    private static final Set<String> OF_EVERY_REGISTER = Set.of(
            "序号", "编号", "行号", "姓名", "性别", "民族", "年龄", "出生日期", "出生年月", "住址", "家庭住址", "户籍地址", "联系电话", "电话", "手机", "手机号",
            "手机号码", "备注", "说明", "no", "name", "remark", "remarks");

    private static final String IGNORED = "*:：_-.·'\"“”";

    private final Map<String, String> columns = new HashMap<>();
    private final List<String> key;

    public Headings(Contract contract) {
        key = contract.key();
        List<Column> all = List.copyOf(contract.columns().values());
        all.forEach(column -> columns.putIfAbsent(plain(column.name()), column.name()));
        all.forEach(column -> columns.putIfAbsent(plain(column.title().zh()), column.name()));
        all.forEach(column -> columns.putIfAbsent(plain(column.title().en()), column.name()));
        for (Column column : all) {
            column.synonyms().forEach(synonym -> columns.putIfAbsent(plain(synonym), column.name()));
        }
        columns.remove("");
    }

    /** The column that a heading names; a remark in brackets at its end, such as {@code (万元)}, does not count. */
    public Optional<String> column(String heading) {
        return spellings(heading).stream()
                .flatMap(spelling -> Optional.ofNullable(columns.get(spelling)).stream())
                .findFirst();
    }

    /** Whether a heading stands in registers of all kinds. */
    public static boolean isOfEveryRegister(String heading) {
        String plain = plain(heading);
        return plain.isEmpty() || OF_EVERY_REGISTER.contains(plain);
    }

    /** The columns that identify a row. */
    List<String> key() {
        return key;
    }

    /** The remark in brackets at the end of a heading, or nothing: {@code 万元} of {@code 注册资本(万元)}. */
    public static String remark(String heading) {
        String text = Width.trim(Width.half(heading));
        int open = text.lastIndexOf('(');
        return open > 0 && text.endsWith(")")
                ? text.substring(open + 1, text.length() - 1).trim()
                : "";
    }

    /** A heading as it may be named: {@link #plain}, as it stands and without the remark at its end. */
    public static List<String> spellings(String heading) {
        return List.of(plain(heading), plain(withoutRemark(heading)));
    }

    private static String withoutRemark(String heading) {
        String text = Width.trim(Width.half(heading));
        return remark(heading).isEmpty() ? text : text.substring(0, text.lastIndexOf('('));
    }

    /** A heading without what people write differently: width, case, blanks, marks. */
    public static String plain(String heading) {
        StringBuilder plain = new StringBuilder();
        String text = Width.half(heading).toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Width.isBlank(c) && IGNORED.indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
