package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Place;
import java.util.List;

/** A sequence. */
public record YamlList(List<YamlNode> items, Place place) implements YamlNode {}
