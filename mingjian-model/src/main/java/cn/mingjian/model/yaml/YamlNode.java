package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Place;

/** A node of a YAML document with its place. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {

    Place place();
}
