package cn.mingjian.compiler.step;

import cn.mingjian.model.yaml.YamlMap;

/** A primitive of the model language. */
public interface Operator {

    /** The key that names it in a step, for example {@code filter}. */
    String word();

    /** Checks a step of this primitive, noting every mistake. */
    Step check(String name, YamlMap step, StepContext context);
}
