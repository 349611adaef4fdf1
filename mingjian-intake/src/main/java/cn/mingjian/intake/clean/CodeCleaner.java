package cn.mingjian.intake.clean;

import cn.mingjian.functions.Width;
import cn.mingjian.model.contract.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Codes of a list, delivered as code, as label in either language or as another writing that the contract lists, in any
 * width and case; one, or several. The label itself, or a text that contract or recipe names, is no change: people are
 * shown the label anyway.
 */
final class CodeCleaner extends CellCleaner {

    private static final Pattern SEVERAL = Pattern.compile("[;；、,，]");

    private final boolean several;
    private final ByteTexts<byte[]> codes;
    private final Map<String, String> loose = new LinkedHashMap<>();

    /** @param own delivered text to code, from the recipe */
    CodeCleaner(ByteTexts<Boolean> missing, Column column, Map<String, String> own, boolean several) {
        super(missing);
        this.several = several;
        Map<String, byte[]> exact = new LinkedHashMap<>();
        column.codes().keySet().forEach(code -> exact.put(code, code.getBytes(StandardCharsets.UTF_8)));
        column.codes().forEach((code, words) -> {
            exact.putIfAbsent(words.zh(), code.getBytes(StandardCharsets.UTF_8));
            exact.putIfAbsent(words.en(), code.getBytes(StandardCharsets.UTF_8));
        });
        column.also()
                .forEach((code, texts) ->
                        texts.forEach(text -> exact.putIfAbsent(text, code.getBytes(StandardCharsets.UTF_8))));
        own.forEach((text, code) -> exact.put(text, code.getBytes(StandardCharsets.UTF_8)));
        codes = new ByteTexts<>(exact);
        own.forEach((text, code) -> loose.putIfAbsent(plain(text), code));
        column.codes().keySet().forEach(code -> loose.putIfAbsent(plain(code), code));
        column.codes().forEach((code, words) -> loose.putIfAbsent(plain(words.zh()), code));
        column.codes().forEach((code, words) -> loose.putIfAbsent(plain(words.en()), code));
        column.also().forEach((code, texts) -> texts.forEach(text -> loose.putIfAbsent(plain(text), code)));
    }

    @Override
    boolean quick(byte[] bytes, int from, int to, Cleaned out) {
        byte[] code = codes.get(bytes, from, to);
        if (code != null) {
            out.text(code);
            return true;
        }
        String label = loose.get(plain(string(bytes, from, to)));
        if (label != null) {
            out.text(label, true);
        }
        return label != null;
    }

    @Override
    void read(byte[] bytes, int from, int to, Cleaned out) {
        String text = string(bytes, from, to);
        List<String> found = new ArrayList<>();
        for (String part : SEVERAL.splitAsStream(text).toList()) {
            @Nullable String code = loose.get(plain(part));
            if (code != null) {
                found.add(code);
            } else if (!Width.trim(part).isEmpty()) {
                out.untypable(Reason.CODE);
                return;
            }
        }
        if (!several || found.isEmpty()) {
            out.untypable(Reason.CODE);
        } else {
            out.text(String.join(Cleaners.BETWEEN, found), !text.equals(String.join(";", found)));
        }
    }

    private static String plain(String text) {
        return Width.trim(Width.half(text)).toLowerCase(Locale.ROOT);
    }
}
