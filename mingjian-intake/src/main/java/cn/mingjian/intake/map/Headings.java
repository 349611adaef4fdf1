package cn.mingjian.intake.map;

import cn.mingjian.functions.Similarity;
import cn.mingjian.functions.Width;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import java.util.ArrayList;
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
        return Optional.ofNullable(columns.get(plain(heading)))
                .or(() -> Optional.ofNullable(columns.get(plain(withoutRemark(heading)))));
    }

    /** Whether a heading stands in registers of all kinds. */
    public static boolean isOfEveryRegister(String heading) {
        String plain = plain(heading);
        return plain.isEmpty() || OF_EVERY_REGISTER.contains(plain);
    }

    /** How like a heading is to the best of a column's names: 0.8 where one holds the other, else by changed letters. */
    public static double likeness(String heading, Column column) {
        List<String> names = new ArrayList<>(column.synonyms());
        names.add(column.name());
        names.add(column.title().zh());
        names.add(column.title().en());
        String plain = plain(heading);
        double best = 0;
        for (String name : names) {
            String other = plain(name);
            if (other.length() < 2 || plain.length() < 2) {
                continue;
            }
            if (plain.contains(other) || other.contains(plain)) {
                best = Math.max(best, 0.8);
            }
            double letters = Math.max(plain.length(), other.length());
            double same = 1 - Similarity.levenshtein(plain, other) / letters;
            best = Math.max(best, same >= 0.5 ? same : 0);
        }
        return best;
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
