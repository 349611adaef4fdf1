package cn.mingjian.server.installation;

import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The models of the library. Each call reads anew: a check notes its problems with the package, so that no two callers may
 * share one.
 */
@Component
public class Packages {

    private final Library library;

    Packages(Library library) {
        this.library = library;
    }

    /** All models, by id. */
    public List<ModelPackage> all() {
        return library.models().stream().map(Packages::read).toList();
    }

    /** The model of an id. */
    public Optional<ModelPackage> find(String id) {
        return library.models().stream()
                .filter(folder -> folder.getFileName().toString().equals(id))
                .findFirst()
                .map(Packages::read);
    }

    /** @throws cn.mingjian.model.problem.ProblemException when the package has mistakes of form */
    private static ModelPackage read(Path folder) {
        Problems problems = new Problems();
        Optional<ModelPackage> pack = PackageReader.read(folder, problems);
        problems.throwIfErrors();
        return pack.orElseThrow();
    }
}
