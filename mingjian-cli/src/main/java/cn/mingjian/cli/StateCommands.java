package cn.mingjian.cli;

import cn.mingjian.cli.release.StateFiles;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of the server by the commands of a release, which say themselves what they did. */
record StateCommands(Common common) implements StateFiles {

    @Override
    public Optional<Path> save(Path release, Path file, Path passphrase) throws IOException {
        boolean any = System.getenv("MINGJIAN_DATABASE") != null
                || Files.isDirectory(Common.dataHome().resolve("postgres/data"));
        if (!any) {
            return Optional.empty();
        }
        run(release, List.of("backup", "--state-only", "--out", file.toString()), passphrase);
        return Optional.of(file);
    }

    @Override
    public void bringBack(Path release, Path file, Path passphrase) throws IOException {
        run(release, List.of("restore", "--state-only", "--when-newer", file.toString()), passphrase);
    }

    private void run(Path release, List<String> command, Path passphrase) throws IOException {
        List<String> whole = new ArrayList<>(List.of(release.resolve("mingjian").toString()));
        whole.addAll(command);
        whole.addAll(List.of(
                "--passphrase-file",
                passphrase.toString(),
                "--lang",
                common.language().code()));
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().put("MINGJIAN_DATA", Common.dataHome().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(common.out()::println);
        }
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new ProblemException(
                        Place.of(release.getFileName().toString()), "cli.release-state-failed", command.get(0), code);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
