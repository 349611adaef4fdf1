package cn.mingjian.intake.map;

import cn.mingjian.functions.Similarity;
import cn.mingjian.model.contract.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How like a heading is to the names of a column. A Chinese heading ends in what kind of thing the column holds (编号, 日期,
 * 金额) and begins with whose or which it is; only headings of one kind are alike, and as far as their beginnings are. Two
 * that share nothing but the kind, or the beginning, are not: 死亡日期 is neither 登记日期 nor 死亡原因.
 */
public final class HeadingLikeness {

    private static final double SAME_BEGINNING = 0.95;
    private static final double HELD = 0.8;
    private static final double KIND_ONLY = 0.55;
    private static final double LEAST = 0.6;
    private static final double LEAST_LETTERS = 0.75;

    private static final List<List<String>> KINDS = List.of(
            List.of("号码", "编号", "编码", "代码", "流水号", "序号", "流水", "文号", "证件号", "号"),
            List.of("年月日", "日期", "时间", "时刻", "年月", "年份", "月份", "日", "年", "月"),
            List.of("姓名", "名称", "名"),
            List.of("所在地", "住所地", "地址", "住址", "住所", "地点", "处所", "地"),
            List.of("金额", "数额", "费用", "价款", "款额", "额", "款", "费"),
            List.of("人数", "次数", "数量", "数"),
            List.of("类型", "类别", "种类", "性质", "分类", "方式"),
            List.of("状态", "情况", "结果"),
            List.of("原因", "事由", "理由"),
            List.of("期限", "时长", "天数"),
            List.of("单位", "机关", "机构", "部门", "人员", "人"));

    private HeadingLikeness() {}

    /** A heading taken apart: the number of its kind, -1 where it names none, and what stands before. */
    private record Parts(int kind, String beginning) {

        static Parts of(String plain) {
            int kind = -1;
            int length = 0;
            for (int i = 0; i < KINDS.size(); i++) {
                for (String ending : KINDS.get(i)) {
                    if (ending.length() > length && plain.endsWith(ending)) {
                        kind = i;
                        length = ending.length();
                    }
                }
            }
            return new Parts(kind, plain.substring(0, plain.length() - length));
        }
    }

    /** From 0, nothing in common, to 1, a name of the column. */
    public static double of(String heading, Column column) {
        List<String> names = new ArrayList<>(column.synonyms());
        names.add(column.name());
        names.add(column.title().zh());
        names.add(column.title().en());
        return Headings.spellings(heading).stream()
                .flatMapToDouble(spelling -> names.stream().mapToDouble(name -> alike(spelling, Headings.plain(name))))
                .max()
                .orElse(0);
    }

    private static double alike(String heading, String name) {
        if (heading.equals(name)) {
            return 1;
        }
        if (heading.length() < 2 || name.length() < 2) {
            return 0;
        }
        return isHan(heading) && isHan(name) ? alike(Parts.of(heading), Parts.of(name)) : letters(heading, name);
    }

    private static double alike(Parts heading, Parts name) {
        boolean sameKind = heading.kind() == name.kind() && heading.kind() >= 0;
        if (heading.beginning().isEmpty()) {
            return 0;
        }
        if (heading.beginning().equals(name.beginning())) {
            return sameKind || heading.kind() < 0 || name.kind() < 0 ? SAME_BEGINNING : 0;
        }
        if (heading.kind() != name.kind()) {
            return 0;
        }
        if (name.beginning().isEmpty()) {
            return KIND_ONLY;
        }
        double shared = shared(heading.beginning(), name.beginning());
        boolean held = Math.min(heading.beginning().length(), name.beginning().length()) >= 2
                && (heading.beginning().contains(name.beginning())
                        || name.beginning().contains(heading.beginning()));
        double alike = held ? Math.max(HELD, shared) : shared;
        return alike >= LEAST ? alike : 0;
    }

    /** Twice the characters that both have, by all characters of both. */
    private static double shared(String one, String other) {
        Map<Integer, Integer> left = new HashMap<>();
        one.codePoints().forEach(c -> left.merge(c, 1, Integer::sum));
        long both = other.codePoints()
                .filter(c -> left.merge(c, -1, Integer::sum) >= 0)
                .count();
        return 2.0 * both / (one.length() + other.length());
    }

    private static double letters(String heading, String name) {
        double same = 1 - Similarity.levenshtein(heading, name) / (double) Math.max(heading.length(), name.length());
        return same >= LEAST_LETTERS ? same : 0;
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
