package cn.mingjian.compiler.pattern;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/**
 * A word of the language that is written in the language ({@code library/patterns/<name>.yaml}).
 *
 * @param name the key that names it in a step; the value of that key is the parameter {@code rows}
 * @param card the sentence of the rule card; {@code $parameter} stands for what the step gives
 * @param parameters by name, {@code rows} first
 * @param steps its steps; {@code $self} is the name of the step that uses it, {@code $parameter} what it gives
 */
public record Pattern(
        String name, String version, Words title, Words card, Map<String, Parameter> parameters, YamlMap steps) {

    /**
     * What a step gives to a pattern.
     *
     * @param optional whether what reads it is left out where it is not given
     * @param byDefault what stands for it where it is not given
     */
    public record Parameter(Words title, boolean optional, Optional<YamlNode> byDefault) {}

    /** The rule card of a step that uses it. */
    public String card(Map<String, String> given, Language language) {
        return Placeholders.replace(card.in(language), name -> given.getOrDefault(name, ""));
    }
}
