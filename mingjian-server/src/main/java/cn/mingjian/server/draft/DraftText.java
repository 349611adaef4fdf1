package cn.mingjian.server.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.mingjian.model.pack.FactWords;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a draft, within bounds: each has one of the names that a package knows, and together they are no flood. */
record DraftText(List<DraftFile> files) {

    /** What a package may hold besides {@code model.yaml}; no other name becomes a path on the disk. */
    private static final Pattern PATH = Pattern.compile(
            "model\\.yaml|words\\.yaml|README(\\.en)?\\.md|tests/[A-Za-z0-9][A-Za-z0-9.-]{0,60}\\.yaml");

    private static final int MOST_FILES = 60;
    private static final int MOST_BYTES_A_FILE = 256 << 10;
    private static final int MOST_BYTES = 700 << 10;
    private static final int KILO = 1 << 10;
    private static final List<String> FIRST = List.of(ModelPackage.FILE, FactWords.FILE, "README.md", "README.en.md");

    /**
     * Files as they were sent.
     *
     * @throws cn.mingjian.model.problem.ProblemException when they are no files of a package, or too many, or too large
     */
    static DraftText of(@Nullable List<DraftFile> sent) {
        List<DraftFile> files = Objects.requireNonNullElse(sent, List.of());
        Problems problems = new Problems();
        Set<String> seen = new HashSet<>();
        int bytes = 0;
        for (DraftFile file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            if (file == null || !PATH.matcher(file.path()).matches() || !seen.add(file.path())) {
                problems.error(Place.of("files"), "draft.path");
                continue;
            }
            int own = file.text().getBytes(UTF_8).length;
            bytes += own;
            if (own > MOST_BYTES_A_FILE) {
                problems.error(Place.of(file.path()), "draft.file-too-large", MOST_BYTES_A_FILE / KILO);
            }
            if (file.text().indexOf('\0') >= 0) {
                problems.error(Place.of(file.path()), "draft.no-text");
            }
        }
        if (files.size() > MOST_FILES) {
            problems.error(Place.of("files"), "draft.too-many-files", MOST_FILES);
        }
        if (bytes > MOST_BYTES) {
            problems.error(Place.of("files"), "draft.too-large", MOST_BYTES / KILO);
        }
        if (!seen.contains(ModelPackage.FILE)) {
            problems.error(Place.of("files"), "draft.no-model");
        }
        problems.throwIfErrors();
        return new DraftText(sorted(files));
    }

    /** The files of a package's folder that a draft can hold. */
    static DraftText copy(Path folder) {
        try (Stream<Path> found = Files.walk(folder, 2)) {
            List<DraftFile> files = new ArrayList<>();
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (PATH.matcher(path).matches()) {
                    files.add(new DraftFile(path, Files.readString(file)));
                }
            }
            return of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DraftFile> sorted(List<DraftFile> files) {
        return files.stream()
                .sorted(Comparator.comparing((DraftFile file) -> FIRST.contains(file.path()) ? 0 : 1)
                        .thenComparing(file -> FIRST.indexOf(file.path()))
                        .thenComparing(DraftFile::path))
                .toList();
    }

    /** Writes the files into an empty folder, as the reader of packages expects them. */
    void write(Path folder) throws IOException {
        for (DraftFile file : files) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.text());
        }
    }
}
