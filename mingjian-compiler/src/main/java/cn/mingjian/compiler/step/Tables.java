package cn.mingjian.compiler.step;

import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Collection;
import java.util.Optional;

/** The reference tables of a model by the names that it gives them. */
public interface Tables {

    /** The table of this name; a mistake in its file is noted there. */
    Optional<ReferenceTable> find(YamlScalar name);

    Collection<String> names();
}
