package cn.mingjian.model.table;

import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFolder;
import cn.mingjian.model.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The reference tables of a library, read when first asked for. A table of an inner layer (office, city, province)
 * stands in place of the built-in one of the same id. An alias ({@code alias_of}) answers with the table that it names.
 */
public final class ReferenceTables {

    private final YamlFolder<ReferenceTable> files;

    /** @param folders {@code tables} folders from the innermost layer outwards */
    public ReferenceTables(List<Path> folders) {
        this(folders, new Problems());
    }

    /** The same, noting with these problems what is wrong. */
    public ReferenceTables(List<Path> folders, Problems problems) {
        files = new YamlFolder<>(folders, problems, "table.unknown-alias", this::read);
    }

    /** The names that can be asked for, aliases among them. */
    public List<String> ids() {
        return files.ids();
    }

    /** The table of this id or alias. */
    public Optional<ReferenceTable> find(String id) {
        return files.find(id);
    }

    /** What was found wrong in the tables read so far. */
    public Problems problems() {
        return files.problems();
    }

    private Optional<ReferenceTable> read(String id, Path file, YamlMap description) {
        description.scalar("id").filter(written -> !written.text().equals(id)).ifPresent(written -> problems()
                .error(written.place(), "table.id", written.text(), id));
        return TableReader.read(file, description);
    }
}
