package cn.mingjian.engine.mutants;

import cn.mingjian.model.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/**
 * One change of a package's text.
 *
 * @param path from the top of the package: keys, and numbers of list items from 0
 * @param now what stands there now; empty when the key or item is gone
 */
record Change(List<String> path, Optional<YamlNode> now) {}
