package cn.mingjian.server.clue;

import cn.mingjian.engine.run.Json;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.server.run.ResultTaker;
import cn.mingjian.server.run.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores the clues of a run: each masked as its worker wrote it, with columns of its own for what lists filter and sort by. */
@Component
class StoredClues implements ResultTaker {

    private static final int BATCH = 200;
    private static final String INSERT = """
            insert into clue (run_id, number, office_id, department_id, clue_id, rule, code, grade, urgency, place,
                amount, time_limit, against, undecided, title_zh, title_en, bodies, fingerprint, masked)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, cast(? as json))
            """;

    private final JdbcTemplate database;

    StoredClues(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public SortedMap<String, Long> take(Run run, RunAnswer answer) throws IOException {
        SortedMap<String, Long> grades = new TreeMap<>();
        List<Object[]> batch = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(answer.maskedLines())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Clue clue = Json.read(line, Clue.class);
                grades.merge(clue.grade(), 1L, Long::sum);
                number++;
                batch.add(row(run, number, clue, line));
                if (batch.size() == BATCH) {
                    database.batchUpdate(INSERT, batch);
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) {
            database.batchUpdate(INSERT, batch);
        }
        return grades;
    }

    private static Object[] row(Run run, int number, Clue clue, String line) {
        return new Object[] {
            run.id(),
            number,
            run.office(),
            run.department(),
            clue.clueId(),
            clue.rule(),
            clue.code(),
            clue.grade(),
            clue.urgency(),
            clue.place(),
            clue.amount() == null ? null : clue.amount().yuan(),
            clue.timeLimit(),
            clue.against().size(),
            clue.exclusionsUndecided().size(),
            text(clue.title().zh()),
            text(clue.title().en()),
            text(Json.line(clue.supervised().stream().map(Clue.Body::name).toList())),
            clue.fingerprint(),
            line
        };
    }

    /** The database has no place for this one character, which a delivered cell may hold. */
    private static String text(String text) {
        return text.replace("\0", "").replace("\\u0000", "");
    }
}
