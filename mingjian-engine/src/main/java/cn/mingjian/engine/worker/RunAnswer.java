package cn.mingjian.engine.worker;

import cn.mingjian.engine.run.Json;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.SignalRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a run, read from its folder. Values in clear stay in the files, which are to be copied, not read: a parent
 * process shows the masked clues.
 *
 * @param fingerprint digest of everything that decides the result
 * @param masked the clues with protected values masked
 * @param signals the signals with protected values masked
 */
public record RunAnswer(Path folder, String fingerprint, Funnel funnel, List<Clue> masked, List<SignalRow> signals) {

    static RunAnswer read(Path folder) throws IOException {
        return new RunAnswer(
                folder,
                Json.read(Files.readString(folder.resolve(ResultFile.NAME)), ResultFile.class)
                        .fingerprint(),
                Json.read(Files.readString(folder.resolve(ResultFile.FUNNEL)), Funnel.class),
                lines(folder.resolve(ResultFile.MASKED), Clue.class),
                lines(folder.resolve(ResultFile.MASKED_SIGNALS), SignalRow.class));
    }

    private static <T> List<T> lines(Path file, Class<T> type) throws IOException {
        List<T> values = new ArrayList<>();
        try (var reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                values.add(Json.read(line, type));
            }
        }
        return values;
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
