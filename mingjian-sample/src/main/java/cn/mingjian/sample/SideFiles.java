package cn.mingjian.sample;

import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The files beside the registers: what they cover, what was planted, and that none of it is real. */
final class SideFiles {
    private SideFiles() {}

    /** {@code datasets.yaml}, from the script's relation {@code coverage}. */
    static void coverage(DuckSession session, Path folder) {
        List<DuckRow> rows = session.query("SELECT contract, CAST(known_from AS VARCHAR) AS known_from,"
                + " CAST(known_until AS VARCHAR) AS known_until FROM coverage ORDER BY contract");
        write(
                folder.resolve("datasets.yaml"),
                rows.stream().map(SideFiles::line).collect(Collectors.joining()));
    }

    private static String line(DuckRow row) {
        return row.text("contract") + ": {from: \"" + row.text("known_from") + "\", known_until: \""
                + row.text("known_until") + "\", regions: [\"340207\"], complete: yes, stated_by: "
                + SampleCounty.STATED_BY + "}\n";
    }

    /** {@code truth.csv}, from the script's relation {@code truth}. */
    static void truth(DuckSession session, Path folder) {
        session.execute("COPY (SELECT words, finding, subject_kind, subject, since, until,"
                + " CAST(yuan AS DECIMAL(16,2)) AS yuan FROM truth ORDER BY finding DESC, words, subject, since) TO "
                + SqlText.path(folder.resolve("truth.csv")) + " (FORMAT csv, HEADER)");
    }

    /** {@code README.txt}. */
    static void readme(Path folder, long scale, long seed, int dirt, LocalDate asOf) {
        write(
                folder.resolve("README.txt"),
                SqlScript.text("/cn/mingjian/sample/README.txt")
                        .replace("{scale}", Long.toString(scale))
                        .replace("{seed}", Long.toString(seed))
                        .replace("{dirt}", Integer.toString(dirt))
                        .replace("{as_of}", asOf.toString()));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
