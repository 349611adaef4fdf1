package cn.mingjian.engine.worker;

import cn.mingjian.engine.run.Json;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.SignalRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a run, in its folder. Values in clear stay in the files, which are to be copied, not read: a parent
 * process shows the masked clues. These are read when they are first asked for; who has no use for all of them at once
 * reads {@link #maskedLines} line by line.
 */
public final class RunAnswer {

    private final Path folder;
    private final String fingerprint;
    private final Funnel funnel;
    private @Nullable List<Clue> masked;
    private @Nullable List<SignalRow> signals;

    private RunAnswer(Path folder, String fingerprint, Funnel funnel) {
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.funnel = funnel;
    }

    /** The answer in a folder that a worker wrote, wherever it lies now. */
    public static RunAnswer read(Path folder) throws IOException {
        return new RunAnswer(
                folder,
                Json.read(Files.readString(folder.resolve(ResultFile.NAME)), ResultFile.class)
                        .fingerprint(),
                Json.read(Files.readString(folder.resolve(ResultFile.FUNNEL)), Funnel.class));
    }

    private static <T> List<T> lines(Path file, Class<T> type) {
        List<T> values = new ArrayList<>();
        try (var reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                values.add(Json.read(line, type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    /** Where its files lie. */
    public Path folder() {
        return folder;
    }

    /** Digest of everything that decides the result. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The screening funnel. */
    public Funnel funnel() {
        return funnel;
    }

    /** The clues with protected values masked. */
    public synchronized List<Clue> masked() {
        if (masked == null) {
            masked = lines(maskedLines(), Clue.class);
        }
        return masked;
    }

    /** The signals with protected values masked. */
    public synchronized List<SignalRow> signals() {
        if (signals == null) {
            signals = lines(folder.resolve(ResultFile.MASKED_SIGNALS), SignalRow.class);
        }
        return signals;
    }

    /** The masked clues, one a line of JSON. */
    public Path maskedLines() {
        return folder.resolve(ResultFile.MASKED);
    }

    /** The clues with their values, one a line of JSON; owner-only. */
    public Path clues() {
        return folder.resolve(ResultFile.CLUES);
    }

    /** The signals with their values, one a line of JSON; owner-only. */
    public Path signalLines() {
        return folder.resolve(ResultFile.SIGNALS);
    }

    /** The SQL of the plan; there when the run was traced. */
    public Path sql() {
        return folder.resolve(ResultFile.SQL);
    }

    /** The rows that no step could decide, one a line of JSON; there when they were wanted. */
    public Path unknown() {
        return folder.resolve(ResultFile.UNKNOWN);
    }
}
