package cn.mingjian.bench.rules;

import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import cn.mingjian.model.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The question of a rule in SQL written by hand: statements parted by {@code ;}, in which {@code $contract} is a
 * register. They leave a table {@code counts (step, rows_in, kept, unknown, pending)} with what each step decided and a
 * table {@code clues} with the grade of each clue.
 */
final class HandWritten {

    private static final Pattern REGISTER = Pattern.compile("\\$([a-z_]+)");

    private HandWritten() {}

    static Answer answer(Path sql, Registers registers, Library library) throws IOException {
        Map<String, String> counts = new TreeMap<>();
        DuckFiles files = DuckFiles.reading(registers.parts());
        try (DuckSession session = DuckSession.open(Limits.here(), files, library.functions())) {
            for (String statement :
                    Files.readString(sql).replaceAll("(?m)--.*$", "").split(";")) {
                if (!statement.isBlank()) {
                    Cost.Mark mark = Cost.mark();
                    session.execute(bound(statement, registers));
                    mark.tell(statement);
                }
            }
            for (DuckRow row : session.query("SELECT * FROM counts")) {
                counts.put(
                        String.valueOf(row.text("step")),
                        Answer.counts(
                                row.count("rows_in"), row.count("kept"), row.count("unknown"), row.count("pending")));
            }
            for (DuckRow row : session.query("SELECT grade, count(*) AS n FROM clues GROUP BY grade")) {
                counts.put("clues " + row.text("grade"), String.valueOf(row.count("n")));
            }
        }
        return new Answer(counts);
    }

    private static String bound(String statement, Registers registers) {
        return REGISTER.matcher(statement)
                .replaceAll(found ->
                        Matcher.quoteReplacement("read_parquet(" + SqlText.path(registers.part(found.group(1))) + ")"));
    }
}
