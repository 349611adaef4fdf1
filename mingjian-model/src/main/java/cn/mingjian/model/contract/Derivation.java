package cn.mingjian.model.contract;

import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Map;

/**
 * How a derived contract is built: steps in the language of models over other contracts.
 *
 * @param inputs name to contract reference
 * @param steps as written; the compiler reads them like a model's
 * @param rows the step whose rows are the contract's
 */
public record Derivation(Map<String, YamlScalar> inputs, YamlMap steps, YamlScalar rows) {}
