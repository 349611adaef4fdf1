package cn.mingjian.model.contract;

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
 * The contracts of a library, read when first asked for. An alias ({@code alias_of}) answers with the contract that it
 * names, under that contract's own id.
 */
public final class Contracts {

    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Optional<Contract>> read = new HashMap<>();
    private final Problems problems;

    /** @param folders {@code contracts} folders from the innermost layer outwards; a later one hides nothing */
    public Contracts(List<Path> folders) {
        this(folders, new Problems());
    }

    /** The same, noting with these problems what is wrong. */
    public Contracts(List<Path> folders, Problems problems) {
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

    /** The contract of this id or alias. */
    public synchronized Optional<Contract> find(String id) {
        Optional<Contract> known = read.get(id);
        if (known == null) {
            read.put(id, Optional.empty()); // what an alias finds that leads back to itself
            known = load(id);
            read.put(id, known);
        }
        return known;
    }

    /** What was found wrong in the contracts read so far. */
    public Problems problems() {
        return problems;
    }

    private Optional<Contract> load(String id) {
        Path file = files.get(id);
        if (file == null) {
            return Optional.empty();
        }
        Optional<YamlMap> map = YamlFile.read(file, file.toString(), problems);
        Optional<String> alias = map.flatMap(top -> top.text("alias_of"));
        if (alias.isPresent()) {
            map.get().allow(List.of("id", "alias_of", "title", "note"));
            Optional<Contract> target = alias.filter(name -> !name.equals(id)).flatMap(this::find);
            if (target.isEmpty()) {
                problems.error(
                        map.get().scalar("alias_of").orElseThrow().place(),
                        "contract.unknown",
                        alias.get(),
                        Nearest.advice(
                                alias.get(),
                                ids().stream().filter(name -> !name.equals(id)).toList()));
            }
            return target;
        }
        map.flatMap(top -> top.scalar("id"))
                .filter(written -> !written.text().equals(id) || !id.matches("[a-z][a-z0-9_]*"))
                .ifPresent(written -> problems.error(written.place(), "contract.id", written.text(), id));
        return map.map(ContractReader::read);
    }
}
