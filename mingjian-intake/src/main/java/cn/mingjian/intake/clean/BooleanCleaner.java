package cn.mingjian.intake.clean;

import cn.mingjian.functions.Width;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Yes and no, in the words and marks of offices. */
final class BooleanCleaner extends CellCleaner {

    private static final ByteTexts<Boolean> EXACT = new ByteTexts<>(Map.of("true", true, "false", false));
    private static final Map<String, Boolean> WORDS = words();

    private final Map<String, Boolean> own = new LinkedHashMap<>();

    /** @param own delivered text to {@code true} or {@code false}, from the recipe */
    BooleanCleaner(ByteTexts<Boolean> missing, Map<String, String> own) {
        super(missing);
        own.forEach((text, value) -> this.own.put(plain(text), Boolean.valueOf(value)));
    }

    private static Map<String, Boolean> words() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        for (String yes : new String[] {"true", "t", "yes", "y", "1", "是", "有", "√", "真"}) {
            words.put(yes, true);
        }
        for (String no : new String[] {"false", "f", "no", "n", "0", "否", "无", "没有", "×", "假"}) {
            words.put(no, false);
        }
        return words;
    }

    @Override
    boolean quick(byte[] bytes, int from, int to, Cleaned out) {
        Boolean exact = EXACT.get(bytes, from, to);
        if (exact != null) {
            out.number(exact ? 1 : 0, false);
            return true;
        }
        String text = plain(string(bytes, from, to));
        Boolean value = own.getOrDefault(text, WORDS.get(text));
        if (value != null) {
            out.number(value ? 1 : 0, true);
        }
        return value != null;
    }

    @Override
    void read(byte[] bytes, int from, int to, Cleaned out) {
        out.untypable(Reason.BOOLEAN);
    }

    private static String plain(String text) {
        return Width.trim(Width.half(text)).toLowerCase(Locale.ROOT);
    }
}
