package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words for values that a rule's steps make themselves, by key or fact, so that titles show them in the language of the
 * reader; the values of a contract's code list have theirs already.
 */
record Labels(YamlMap labels) {

    /** The labels of a rule or signal; none where it gives none. */
    static Labels of(YamlMap rule) {
        return new Labels(rule.mapOrEmpty("labels"));
    }

    /** The clues whose keys and facts have the labels; a label of anything else is a mistake and noted. */
    Relation on(Relation clues) {
        Map<String, Field> fields = new LinkedHashMap<>(clues.fields());
        for (String name : labels.keys()) {
            Field field = fields.get(name);
            if (field == null) {
                labels.problems()
                        .error(labels.placeOf(name), "rule.no-fact", name, Nearest.advice(name, fields.keySet()));
            } else {
                fields.put(name, labelled(field, words(labels.mapOrEmpty(name))));
            }
        }
        return Relation.of(clues.name(), fields.values(), clues.lacks()).opened(clues.open());
    }

    private static Field labelled(Field field, Map<String, Words> words) {
        return new Field(
                field.name(),
                field.value().withSql(field.value().sql(), field.type().labelled(words)),
                field.title());
    }

    private static Map<String, Words> words(YamlMap values) {
        Map<String, Words> words = new LinkedHashMap<>();
        for (String value : values.keys()) {
            YamlMap text = values.mapOrEmpty(value);
            words.put(value, Words.only(text));
        }
        return words;
    }
}
