package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The packages that runs used, kept by digest under {@code packages/}, so that a run is explained in the words of its own
 * version when the library has a newer one.
 */
@Component
public class KeptPackages {

    private final Library library;
    private final RegionTree regions;
    private final Path folder;
    private final Map<String, ModelPackage> read = new ConcurrentHashMap<>();

    KeptPackages(Library library, RegionTree regions, ServerSettings settings) {
        this.library = library;
        this.regions = regions;
        this.folder = settings.data().resolve("packages");
    }

    /** Keeps a package; called before a run of it is accepted as ordered. */
    void keep(ModelPackage pack) {
        Path target = folder.resolve(pack.digest());
        if (Files.exists(target.resolve(ModelPackage.FILE))) {
            return;
        }
        try {
            Files.createDirectories(target);
            Path partial = Files.createTempFile(target, "model", ".partial");
            Files.copy(pack.folder().resolve(ModelPackage.FILE), partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target.resolve(ModelPackage.FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package that a run used, to be looked at. */
    public ModelPackage of(Run run) {
        return read.computeIfAbsent(run.digest(), this::anew);
    }

    /** The package of a digest for one who checks it: a check notes its problems with the package. */
    ModelPackage anew(String digest) {
        Problems problems = new Problems();
        Optional<ModelPackage> pack = PackageReader.read(folder.resolve(digest), problems);
        problems.throwIfErrors();
        return pack.orElseThrow();
    }

    /** What the things of a run are called. */
    public RunWords words(Run run) {
        return words(of(run), run.asOf());
    }

    RunWords words(ModelPackage pack, LocalDate asOf) {
        return new RunWords(pack, library, regions, asOf);
    }

    /** What a contract is called. */
    Words register(String contract) {
        return library.contracts().find(contract).map(found -> found.title()).orElse(Words.same(contract));
    }
}
