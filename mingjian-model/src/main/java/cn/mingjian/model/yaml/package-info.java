/** YAML 1.2 with every scalar read as text and an exact place for every character. */
@NullMarked
package cn.mingjian.model.yaml;

import org.jspecify.annotations.NullMarked;
