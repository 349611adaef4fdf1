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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a run, in its folder. Values in clear stay in the files: a parent process shows the masked clues, unless
 * it was opened. These are read when they are first asked for; who has no use for all of them at once takes
 * {@link #eachMasked}.
 */
public final class RunAnswer {

    private final Path folder;
    private final String fingerprint;
    private final Funnel funnel;
    private final boolean opened;
    private @Nullable List<Clue> masked;
    private @Nullable List<SignalRow> signals;

    private RunAnswer(Path folder, String fingerprint, Funnel funnel, boolean opened) {
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.funnel = funnel;
        this.opened = opened;
    }

    /** The answer in a folder that a worker wrote, wherever it lies now. */
    public static RunAnswer read(Path folder) throws IOException {
        return new RunAnswer(
                folder,
                Json.read(Files.readString(folder.resolve(ResultFile.NAME)), ResultFile.class)
                        .fingerprint(),
                Json.read(Files.readString(folder.resolve(ResultFile.FUNNEL)), Funnel.class),
                false);
    }

    /** The same answer, which gives the values where it gave them masked: only for what a person was allowed to open. */
    public RunAnswer opened() {
        return new RunAnswer(folder, fingerprint, funnel, true);
    }

    /** Whether it gives values in clear. */
    public boolean isOpened() {
        return opened;
    }

    private static <T> List<T> lines(Path file, Class<T> type) {
        List<T> values = new ArrayList<>();
        each(file, type, values::add);
        return values;
    }

    private static <T> void each(Path file, Class<T> type, Consumer<T> consumer) {
        try (var reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(Json.read(line, type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The clues, with protected values masked unless it was opened. */
    public synchronized List<Clue> masked() {
        if (masked == null) {
            masked = lines(maskedLines(), Clue.class);
        }
        return masked;
    }

    /** The signals, likewise. */
    public synchronized List<SignalRow> signals() {
        if (signals == null) {
            signals = lines(shownSignals(), SignalRow.class);
        }
        return signals;
    }

    /** Hands the clues over one by one, without holding them all. */
    public void eachMasked(Consumer<Clue> consumer) {
        each(maskedLines(), Clue.class, consumer);
    }

    /** Hands the signals over one by one, without holding them all. */
    public void eachSignal(Consumer<SignalRow> consumer) {
        each(shownSignals(), SignalRow.class, consumer);
    }

    private Path shownSignals() {
        return opened ? signalLines() : folder.resolve(ResultFile.MASKED_SIGNALS);
    }

    /** The masked clues, one a line of JSON; with their values when it was opened. */
    public Path maskedLines() {
        return opened ? clues() : folder.resolve(ResultFile.MASKED);
    }

    /** The clues with their values, one a line of JSON; owner-only. */
    public Path clues() {
        return folder.resolve(ResultFile.CLUES);
    }

    /** The signals with their values, one a line of JSON; owner-only. */
    public Path signalLines() {
        return folder.resolve(ResultFile.SIGNALS);
    }

    /** Those of its files that hold values in clear. */
    public List<Path> inClear() {
        return Stream.of(clues(), signalLines(), unknown())
                .filter(Files::exists)
                .toList();
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
