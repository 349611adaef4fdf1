package cn.mingjian.model.contract;

import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFolder;
import cn.mingjian.model.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The contracts of a library, read when first asked for. An alias ({@code alias_of}) answers with the contract that it
 * names, under that contract's own id.
 */
public final class Contracts {

    private final YamlFolder<Contract> files;

    /** @param folders {@code contracts} folders from the innermost layer outwards; a later one hides nothing */
    public Contracts(List<Path> folders) {
        this(folders, new Problems());
    }

    /** The same, noting with these problems what is wrong. */
    public Contracts(List<Path> folders, Problems problems) {
        files = new YamlFolder<>(folders, problems, "contract.unknown", this::read);
    }

    /** The names that can be asked for, aliases among them. */
    public List<String> ids() {
        return files.ids();
    }

    /** The contract of this id or alias. */
    public Optional<Contract> find(String id) {
        return files.find(id);
    }

    /** What was found wrong in the contracts read so far. */
    public Problems problems() {
        return files.problems();
    }

    private Optional<Contract> read(String id, Path file, YamlMap description) {
        description
                .scalar("id")
                .filter(written -> !written.text().equals(id) || !id.matches("[a-z][a-z0-9_]*"))
                .ifPresent(written -> problems().error(written.place(), "contract.id", written.text(), id));
        return Optional.of(ContractReader.read(description));
    }
}
