package cn.mingjian.documents.element;

import cn.mingjian.documents.template.Kind;
import cn.mingjian.documents.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Names and charges in a row: 张三、李四; 非法持有毒品罪、容留他人吸毒罪, but not 强制猥亵、侮辱罪. */
final class Series {

    private static final String BETWEEN = "、和与及，";

    private Series() {}

    static List<Span> of(Kind kind, String text, Span words) {
        return switch (kind) {
            case NAMES -> cut(text, words, false);
            case CHARGES -> cut(text, words, true);
            case TEXT,
                    CASE_NUMBER,
                    FILE_NUMBER,
                    DAY,
                    PERIOD,
                    MONTHS,
                    MONEY,
                    MONEY_OR_TRUE,
                    COUNT,
                    CODE,
                    PENALTY_RANGE -> List.of(words);
        };
    }

    private static List<Span> cut(String text, Span words, boolean behindCharge) {
        List<Span> pieces = new ArrayList<>();
        int start = words.start();
        for (int i = words.start(); i < words.end(); i++) {
            boolean between = BETWEEN.indexOf(text.charAt(i)) >= 0;
            boolean here = !behindCharge || i > words.start() && text.charAt(i - 1) == '罪';
            if (between && here) {
                add(pieces, start, i);
                start = i + 1;
            }
        }
        add(pieces, start, words.end());
        return pieces;
    }

    private static void add(List<Span> pieces, int start, int end) {
        if (end > start) {
            pieces.add(new Span(start, end));
        }
    }
}
