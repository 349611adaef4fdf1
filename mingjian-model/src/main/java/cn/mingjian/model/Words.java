package cn.mingjian.model;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Spoken;
import cn.mingjian.model.yaml.YamlMap;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A text in both languages of the interface. */
public record Words(String zh, String en) implements Spoken {

    /** The same text in both languages. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    /** Reads a mapping that holds the keys {@code zh} and {@code en}, and no others. */
    public static Words only(YamlMap map) {
        map.allow(List.of("zh", "en"));
        return of(map);
    }

    /** Reads the keys {@code zh} and {@code en} of a mapping; either alone serves for both. */
    public static Words of(YamlMap map) {
        String zh = map.text("zh").or(() -> map.text("en")).orElse("");
        if (zh.isEmpty()) {
            map.problems().error(map.place(), "yaml.missing-key", "zh");
        }
        return new Words(zh, map.text("en").orElse(zh));
    }

    /** The message of a key in both languages, as part of another message. */
    public static Words ofMessage(String key, Object... arguments) {
        return new Words(Messages.text(Language.ZH, key, arguments), Messages.text(Language.EN, key, arguments));
    }

    /** Several words as a list in a sentence. */
    public static Words listed(Collection<Words> several) {
        return new Words(
                several.stream().map(Words::zh).collect(Collectors.joining("、")),
                several.stream().map(Words::en).collect(Collectors.joining(", ")));
    }

    @Override
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
