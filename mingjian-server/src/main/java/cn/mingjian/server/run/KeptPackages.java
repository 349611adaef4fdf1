package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.FactWords;
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
    private final Map<Dated, RunWords> words = new ConcurrentHashMap<>();

    private record Dated(String digest, LocalDate day) {}

    KeptPackages(Library library, RegionTree regions, ServerSettings settings) {
        this.library = library;
        this.regions = regions;
        this.folder = settings.data().resolve("packages");
    }

    /** Keeps a package; called before a run of it is accepted as ordered, and where a start finds a new one. */
    public void keep(ModelPackage pack) {
        Path target = folder(pack.digest());
        try {
            Files.createDirectories(target);
            copy(pack, FactWords.FILE, target);
            copy(pack, ModelPackage.FILE, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(ModelPackage pack, String name, Path target) throws IOException {
        Path file = pack.folder().resolve(name);
        if (Files.exists(file) && !Files.exists(target.resolve(name))) {
            Path partial = Files.createTempFile(target, "copy", ".partial");
            Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Where the text of a digest lies, if it is kept. */
    public Path folder(String digest) {
        return folder.resolve(digest);
    }

    /** The package that a run used, to be looked at. */
    public ModelPackage of(Run run) {
        return read.computeIfAbsent(run.digest(), this::anew);
    }

    /** The package of a digest for one who checks it: a check notes its problems with the package. */
    public ModelPackage anew(String digest) {
        Problems problems = new Problems();
        Optional<ModelPackage> pack = PackageReader.read(folder(digest), problems);
        problems.throwIfErrors();
        return pack.orElseThrow();
    }

    /** What the things of a run are called, on its day. */
    public RunWords words(Run run) {
        return words.computeIfAbsent(
                new Dated(run.digest(), run.asOf()), any -> new RunWords(of(run), library, regions, run.asOf()));
    }

    /** What a contract is called. */
    Words register(String contract) {
        return library.contracts().find(contract).map(found -> found.title()).orElse(Words.same(contract));
    }
}
