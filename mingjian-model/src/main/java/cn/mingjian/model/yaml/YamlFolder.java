package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
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
 * What the YAML files of some folders describe, by the names of the files; each is read when first asked for. An alias
 * ({@code alias_of}) answers with what it names.
 */
public final class YamlFolder<T> {

    private static final String ENDING = ".yaml";

    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Optional<T>> read = new HashMap<>();
    private final Problems problems;
    private final String unknownAlias;
    private final Reader<T> reader;

    /** How a file becomes what it describes; nothing where it does not. */
    @FunctionalInterface
    public interface Reader<T> {

        /** @param id the name that the file has, without its ending */
        Optional<T> read(String id, Path file, YamlMap description);
    }

    /**
     * @param folders from the innermost layer outwards: of two files of one name the first counts
     * @param problems notes what is wrong in the files
     * @param unknownAlias the message about an alias of nothing: its name, and the nearest right one
     */
    public YamlFolder(List<Path> folders, Problems problems, String unknownAlias, Reader<T> reader) {
        this.problems = problems;
        this.unknownAlias = unknownAlias;
        this.reader = reader;
        folders.stream().filter(Files::isDirectory).forEach(this::list);
    }

    private void list(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(file -> file.toString().endsWith(ENDING)).forEach(file -> files.putIfAbsent(id(file), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** The names that can be asked for, aliases among them. */
    public List<String> ids() {
        return List.copyOf(files.keySet());
    }

    /** What the file of this name, or the one that it is an alias of, describes. */
    public synchronized Optional<T> find(String id) {
        Optional<T> known = read.get(id);
        if (known == null) {
            read.put(id, Optional.empty()); // what an alias finds that leads back to itself
            known = Optional.ofNullable(files.get(id)).flatMap(file -> load(id, file));
            read.put(id, known);
        }
        return known;
    }

    /** What was found wrong in the files read so far. */
    public Problems problems() {
        return problems;
    }

    private Optional<T> load(String id, Path file) {
        Optional<YamlMap> description = YamlFile.read(file, file.toString(), problems);
        Optional<YamlScalar> alias = description.flatMap(map -> map.scalar("alias_of"));
        if (alias.isPresent()) {
            description.get().allow(List.of("id", "alias_of", "title", "note"));
            return aliased(id, alias.get());
        }
        return description.flatMap(map -> reader.read(id, file, map));
    }

    private Optional<T> aliased(String id, YamlScalar alias) {
        Optional<T> target = find(alias.text());
        if (target.isEmpty()) {
            List<String> others =
                    ids().stream().filter(name -> !name.equals(id)).toList();
            problems.error(alias.place(), unknownAlias, alias.text(), Nearest.advice(alias.text(), others));
        }
        return target;
    }
}
