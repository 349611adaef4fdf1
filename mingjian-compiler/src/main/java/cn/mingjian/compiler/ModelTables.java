package cn.mingjian.compiler;

import cn.mingjian.compiler.step.Lookup;
import cn.mingjian.compiler.step.Tables;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.model.table.ReferenceTables;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Resolves the names that a model gives its reference tables, and notes which of them steps read. */
final class ModelTables implements Tables {

    private final ModelPackage pack;
    private final ReferenceTables library;
    private final Map<String, ReferenceTable> used = new TreeMap<>();
    private final Set<String> named = new HashSet<>();

    ModelTables(ModelPackage pack, ReferenceTables library) {
        this.pack = pack;
        this.library = library;
    }

    @Override
    public Optional<ReferenceTable> find(YamlScalar name) {
        named.add(name.text());
        YamlScalar id = pack.tables().get(name.text());
        if (id == null) {
            pack.problems()
                    .error(name.place(), "step.unknown-table", name.text(), Nearest.advice(name.text(), names()));
            return Optional.empty();
        }
        Optional<ReferenceTable> table = library.find(id.text());
        if (table.isEmpty() && !library.ids().contains(id.text())) {
            pack.problems().error(id.place(), "step.no-table", id.text(), Nearest.advice(id.text(), library.ids()));
        }
        pack.problems().addAll(library.problems().list());
        table.ifPresent(found -> used.put(Lookup.relationName(found), found));
        return table;
    }

    @Override
    public Collection<String> names() {
        return pack.tables().keySet();
    }

    /** Notes each table that no step reads. */
    void refuseUnread() {
        pack.tables().forEach((name, id) -> {
            if (!named.contains(name)) {
                pack.problems().error(id.place(), "step.unused-table", name);
            }
        });
    }

    Map<String, ReferenceTable> used() {
        return used;
    }
}
