package cn.mingjian.model;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Spoken;
import cn.mingjian.model.yaml.YamlMap;

/** A text in both languages of the interface. */
public record Words(String zh, String en) implements Spoken {

    /** The same text in both languages. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    /** Reads the keys {@code zh} and {@code en} of a mapping; either alone serves for both. */
    public static Words of(YamlMap map) {
        String zh = map.text("zh").or(() -> map.text("en")).orElse("");
        if (zh.isEmpty()) {
            map.problems().error(map.place(), "yaml.missing-key", "zh");
        }
        return new Words(zh, map.text("en").orElse(zh));
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
