package cn.mingjian.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.duckdb.DuckException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockDownTest {
    private Path folder;
    private Path bound;
    private Path output;
    private DuckSession session;

    @BeforeEach
    void openSession(@TempDir Path directory) throws IOException {
        folder = directory;
        bound = Files.writeString(
                Files.createDirectory(folder.resolve("[2024] a?b")).resolve("o'k *.csv"), "a\n1\n");
        Files.writeString(folder.resolve("other.csv"), "a\n1\n");
        output = Files.createDirectory(folder.resolve("out"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        session = DuckSession.open(
                TestSessions.limits(temporary),
                DuckFiles.reading(List.of(bound)).writingIn(output),
                TestSessions.functions());
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM '{folder}/other.csv'",
                "SELECT * FROM read_csv('{folder}/*.csv')",
                "SELECT * FROM read_csv('{folder}/out/../other.csv')",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM glob('{folder}/*')",
                "SELECT * FROM read_csv('/dev/stdin')",
                "SELECT * FROM 'http://localhost/x.parquet'",
                "COPY (SELECT 1) TO '{folder}/new.csv'",
                "COPY (SELECT 1) TO '/dev/stdout'",
                "EXPORT DATABASE '{folder}/export'",
                "ATTACH '{folder}/file.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD '{folder}/x.so'",
                "SET threads = 1",
                "SET SESSION threads = 1",
                "SET memory_limit = '10GB'",
                "SET temp_directory = '/tmp'",
                "SET enable_external_access = true",
                "SET allowed_paths = ['/etc/passwd']",
                "SET lock_configuration = false",
                "RESET threads",
                "RESET lock_configuration",
                "PRAGMA threads = 1",
                "PRAGMA enable_external_access = true"
            })
    void shouldRefuseWhenAStatementReachesOutside(String statement) {
        String sql = statement.replace("{folder}", folder.toString());

        assertThatThrownBy(() -> session.execute(sql))
                .isInstanceOfSatisfying(DuckException.class, e -> assertThat(e.problem())
                        .isIn(Problem.NOT_ALLOWED, Problem.WRONG_STATEMENT));
        assertThat(session.one("SELECT 1 AS one").count("one")).isEqualTo(1);
    }

    @Test
    void shouldReadTheBoundFileWhenItsNameHoldsQuotesAndPatterns() {
        assertThat(session.query("SELECT * FROM read_csv(" + SqlText.path(bound) + ")"))
                .hasSize(1);
    }

    @Test
    void shouldWriteAndReadWhenTheFolderForWritingIsUsed() {
        String file = SqlText.path(output.resolve("part-0.parquet"));

        long rows = session.execute("COPY (SELECT range AS i FROM range(3)) TO " + file + " (FORMAT parquet)");

        assertThat(rows).isEqualTo(3);
        assertThat(session.query("SELECT i, file_row_number FROM read_parquet(" + file + ", file_row_number = true)"))
                .hasSize(3);
    }

    @Test
    void shouldSpillIntoItsFolderWhenLockedDown() {
        DuckLimits tight = new DuckLimits(60_000_000, 2, folder.resolve("tmp"), 1_000_000_000);
        try (DuckSession small = DuckSession.open(tight, DuckFiles.none(), TestSessions.functions())) {
            small.execute("CREATE TABLE big AS SELECT hash(i) AS a, hash(i + 1) AS b FROM range(6000000) t(i)");

            assertThat(small.one("SELECT count(*) AS n FROM big").count("n")).isEqualTo(6_000_000);
            assertThat(small.temporaryFolder()).isNotEmptyDirectory();
        }
    }
}
