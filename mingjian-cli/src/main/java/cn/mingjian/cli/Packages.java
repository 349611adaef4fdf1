package cn.mingjian.cli;

import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the package that a command names: a folder, or an id of the library with or without its version. */
final class Packages {

    private Packages() {}

    static ModelPackage read(Common common, Library library, String model) {
        int at = model.lastIndexOf('@');
        String name = at > 0 ? model.substring(0, at) : model;
        Path folder = Common.modelFolder(library, name);
        if (!Files.isDirectory(folder)) {
            List<String> known = library.models().stream()
                    .map(path -> path.getFileName().toString())
                    .toList();
            throw new ProblemException(Place.of(name), "cli.unknown-model", Nearest.firstOf(name, known));
        }
        Problems problems = new Problems();
        Optional<ModelPackage> pack = PackageReader.read(folder, problems);
        problems.throwIfErrors();
        ModelPackage found = pack.orElseThrow();
        if (at > 0 && !found.version().equals(model.substring(at + 1))) {
            throw new ProblemException(Place.of(model), "cli.other-version", found.version());
        }
        return found;
    }
}
