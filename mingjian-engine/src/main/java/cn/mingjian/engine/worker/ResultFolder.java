package cn.mingjian.engine.worker;

import cn.mingjian.engine.run.Json;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.clue.Readiness;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes a result into a folder: every file owner-only and on the disk, last the one that names the others. */
final class ResultFolder {

    private final Path folder;
    private final Consumer<Event.Progress> told;
    private final Map<String, ResultFile.Written> files = new TreeMap<>();

    ResultFolder(Path folder, Consumer<Event.Progress> told) {
        this.folder = folder;
        this.told = told;
    }

    /**
     * Writes everything.
     *
     * @return the digest of {@code result.json}
     */
    String write(OrderFile order, String model, RunResult result) throws IOException {
        lines(ResultFile.CLUES, result.clues());
        lines(ResultFile.MASKED, result.masked());
        lines(ResultFile.SIGNALS, result.signals());
        lines(ResultFile.MASKED_SIGNALS, result.maskedSignals());
        lines(ResultFile.FUNNEL, List.of(result.funnel()));
        if (order.unknown()) {
            lines(ResultFile.UNKNOWN, result.unknown());
        }
        if (!result.sql().isEmpty()) {
            file(ResultFile.SQL, 1, out -> out.write(result.sql().getBytes(StandardCharsets.UTF_8)));
        }
        ResultFile content = new ResultFile(
                ResultFile.SCHEMA,
                model,
                order.pack().digest(),
                order.asOf(),
                order.purpose(),
                result.fingerprint(),
                Readiness.of(result.funnel()),
                Map.copyOf(files));
        lines(ResultFile.NAME, List.of(content.sorted()));
        return files.getOrDefault(ResultFile.NAME, ResultFile.Written.NOTHING).sha256();
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void lines(String name, List<?> values) throws IOException {
        file(name, values.size(), out -> {
            for (Object value : values) {
                out.write(Json.line(value).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        });
    }

    private void file(String name, long lines, Content content) throws IOException {
        told.accept(new Event.Progress(Phase.RESULT, name, 0, 0));
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(
                folder.resolve(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), digest);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        files.put(name, new ResultFile.Written(HexFormat.of().formatHex(digest.digest()), lines));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
