package cn.mingjian.model.table;

import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The reference tables of a library, read when first asked for. A table of an inner layer (office, city, province)
 * stands in place of the built-in one of the same id. An alias ({@code alias_of}) answers with the table that it names.
 */
public final class ReferenceTables {

    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Optional<ReferenceTable>> read = new HashMap<>();
    private final Problems problems;

    /** @param folders {@code tables} folders from the innermost layer outwards */
    public ReferenceTables(List<Path> folders) {
        this(folders, new Problems());
    }

    /** The same, noting with these problems what is wrong. */
    public ReferenceTables(List<Path> folders, Problems problems) {
        this.problems = problems;
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.list(folder)) {
                    found.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                            .forEach(file -> files.putIfAbsent(
                                    file.getFileName().toString().replaceFirst("\\.yaml$", ""), file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** The names that can be asked for, aliases among them. */
    public List<String> ids() {
        return List.copyOf(files.keySet());
    }

    /** The table of this id or alias. */
    public synchronized Optional<ReferenceTable> find(String id) {
        Optional<ReferenceTable> known = read.get(id);
        if (known == null) {
            read.put(id, Optional.empty());
            known = load(id);
            read.put(id, known);
        }
        return known;
    }

    /** What was found wrong in the tables read so far. */
    public Problems problems() {
        return problems;
    }

    private Optional<ReferenceTable> load(String id) {
        Path file = files.get(id);
        if (file == null) {
            return Optional.empty();
        }
        Optional<YamlMap> map = YamlFile.read(file, file.toString(), problems);
        Optional<String> alias = map.flatMap(top -> top.text("alias_of"));
        if (alias.isPresent()) {
            map.get().allow(List.of("id", "alias_of", "title", "note"));
            Optional<ReferenceTable> target = alias.flatMap(this::find);
            if (target.isEmpty()) {
                problems.error(
                        map.get().scalar("alias_of").orElseThrow().place(),
                        "table.unknown-alias",
                        alias.get(),
                        Nearest.advice(
                                alias.get(),
                                ids().stream().filter(name -> !name.equals(id)).toList()));
            }
            return target;
        }
        map.flatMap(top -> top.scalar("id"))
                .filter(written -> !written.text().equals(id))
                .ifPresent(written -> problems.error(written.place(), "table.id", written.text(), id));
        return map.flatMap(description -> TableReader.read(file, description));
    }
}
