package cn.mingjian.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.duckdb.DuckException.Problem;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunction.NullArguments;
import cn.mingjian.functions.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DuckSessionTest {
    private Path folder;

    @BeforeEach
    void takeFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    private DuckSession open() {
        return DuckSession.open(TestSessions.limits(folder), DuckFiles.none(), TestSessions.functions());
    }

    @Test
    void shouldReadEveryKindWhenQueried() {
        try (DuckSession session = open()) {
            DuckRow row = session.one("SELECT 'x𠮷' AS t, 5::INTEGER AS i, 7::HUGEINT AS h, 1.50::DECIMAL(16,2) AS m,"
                    + " DATE '2020-02-29' AS d, TIMESTAMP '1986-05-04 02:30:00.123456' AS s, true AS b, NULL AS n,"
                    + " ['a', NULL, 'b'] AS l, {'k': 1, 'v': [2, 3]} AS r, 0.25::DOUBLE AS f");

            assertThat(row.text("t")).isEqualTo("x𠮷");
            assertThat(row.integer("i")).isEqualTo(5L);
            assertThat(row.count("h")).isEqualTo(7);
            assertThat(row.decimal("m")).isEqualTo(new BigDecimal("1.50"));
            assertThat(row.date("d")).isEqualTo(LocalDate.of(2020, 2, 29));
            assertThat(row.time("s")).isEqualTo(LocalDateTime.of(1986, 5, 4, 2, 30, 0, 123_456_000));
            assertThat(row.truth("b")).isTrue();
            assertThat(row.value("n")).isNull();
            assertThat(row.list("l")).isEqualTo(Arrays.asList("a", null, "b"));
            assertThat(row.value("r")).isEqualTo(Map.of("k", 1L, "v", List.of(2L, 3L)));
            assertThat(row.value(10)).isEqualTo(0.25);
            assertThat(row.names()).startsWith("t", "i").hasSize(11);
            assertThatThrownBy(() -> row.value("absent")).hasMessageContaining("absent");
        }
    }

    @Test
    void shouldBindParametersAndCountRowsWhenExecuting() {
        try (DuckSession session = open()) {
            session.execute("CREATE TABLE t(a VARCHAR, d DATE)");

            long inserted =
                    session.execute("INSERT INTO t VALUES (?, ?), (?, NULL)", "o'k", LocalDate.of(2024, 1, 31), "b");

            assertThat(inserted).isEqualTo(2);
            assertThat(session.one("SELECT a FROM t WHERE d = ?", LocalDate.of(2024, 1, 31))
                            .text("a"))
                    .isEqualTo("o'k");
        }
    }

    @Test
    void shouldWriteEveryKindWhenRowsAreAppended() {
        LocalDateTime time = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000);
        try (DuckSession session = open()) {
            session.execute("CREATE TABLE t(a VARCHAR, b BIGINT, c DECIMAL(16,2), d DATE, e TIMESTAMP, f BOOLEAN,"
                    + " g DOUBLE, h VARCHAR[])");
            try (TableWriter writer = session.writer("t")) {
                writer.value("𠮷").value(1L).value(new BigDecimal("1.10")).value(LocalDate.of(2024, 2, 29));
                writer.value(time)
                        .value(true)
                        .value(0.5)
                        .value(List.of("x", "y"))
                        .endRow();
                for (int i = 0; i < 8; i++) {
                    writer.value(null);
                }
                writer.endRow();
            }

            List<DuckRow> rows = session.query("SELECT * FROM t ORDER BY rowid");

            assertThat(rows.get(0).values())
                    .containsExactly(
                            "𠮷",
                            1L,
                            new BigDecimal("1.10"),
                            LocalDate.of(2024, 2, 29),
                            time,
                            true,
                            0.5,
                            List.of("x", "y"));
            assertThat(rows.get(1).values()).containsOnlyNulls();
        }
    }

    @Test
    void shouldStreamInOrderWhenTheResultIsLongerThanAPage() {
        try (DuckSession session = open()) {
            List<Long> seen = new ArrayList<>();

            session.stream("SELECT i FROM range(50001) t(i) ORDER BY i DESC", row -> seen.add(row.count("i")));

            assertThat(seen).hasSize(50_001).startsWith(50_000L, 49_999L).endsWith(0L);
            assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(session.query("SELECT 1 FROM duckdb_tables()")).isEmpty();
        }
    }

    @Test
    void shouldFailBeforeTheFirstRowWhenALateRowOfAStreamIsWrong() {
        try (DuckSession session = open()) {
            List<DuckRow> seen = new ArrayList<>();

            assertThatThrownBy(() -> session.stream(
                            "SELECT CASE WHEN i = 3000000 THEN CAST('张三' AS BIGINT) ELSE i END AS v FROM range(3000001) t(i)",
                            seen::add))
                    .isInstanceOfSatisfying(
                            DuckException.class, e -> assertThat(e.problem()).isEqualTo(Problem.WRONG_VALUE));
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void shouldNotSeeEachOthersTablesWhenTwoSessionsAreOpen() {
        try (DuckSession first = open();
                DuckSession second = open()) {
            first.execute("CREATE TABLE t AS SELECT 1 AS a");

            assertThat(first.one("SELECT a FROM t").count("a")).isEqualTo(1);
            assertThatThrownBy(() -> second.query("SELECT a FROM t")).isInstanceOf(DuckException.class);
        }
    }

    @Test
    void shouldShareTablesAndFunctionsWhenDuplicated() throws InterruptedException {
        try (DuckSession session = open()) {
            session.execute("CREATE TABLE t AS SELECT DATE '2006-02-28' AS birth");
            List<Long> ages = new ArrayList<>();
            Thread other = new Thread(() -> {
                try (DuckSession duplicate = session.duplicate()) {
                    ages.add(duplicate
                            .one("SELECT mj_age_at_date_date(birth, DATE '2024-02-28') AS age FROM t")
                            .count("age"));
                }
            });
            other.start();
            other.join();

            assertThat(ages).containsExactly(17L);
        }
    }

    @Test
    void shouldKeepTheTemporaryFolderToItsOwnerAndRemoveItWhenClosed() throws Exception {
        Path temporary;
        try (DuckSession session = open()) {
            temporary = session.temporaryFolder();
            assertThat(temporary).isDirectory().hasParent(folder);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
                    .isEqualTo("rwx------");
            session.query("SELECT i FROM range(3000000) t(i) ORDER BY hash(i) LIMIT 1");
        }
        assertThat(temporary).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldLeaveNoCopyOfTheEngineInTheTemporaryFolderWhenItIsLoaded() throws IOException {
        try (DuckSession session = open()) {
            assertThat(UnpackedLibrary.loaded()).isEmpty();
            assertThat(Files.readString(Path.of("/proc/self/maps"))).contains("libduckdb_java");
            assertThat(session.one("SELECT 1 AS one").count("one")).isEqualTo(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldSweepCopiesOfTheEngineThatKilledProcessesLeft() throws Exception {
        Instant now = Instant.now();
        Path left = copy(now.minus(Duration.ofHours(2)));
        Path fresh = copy(now);
        Path living = copy(now.minus(Duration.ofHours(2)));
        Path other = Files.createTempFile("libduckdb_java", ".txt");
        Files.setLastModifiedTime(other, FileTime.from(now.minus(Duration.ofHours(2))));
        try (FileChannel channel = FileChannel.open(living)) {
            MappedByteBuffer loaded = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());

            UnpackedLibrary.sweep(now.minus(Duration.ofHours(1)));

            assertThat(loaded.get(0)).isEqualTo((byte) 'x');
            assertThat(left).doesNotExist();
            assertThat(List.of(fresh, living, other))
                    .allSatisfy(path -> assertThat(path).exists());
        } finally {
            for (Path made : List.of(left, fresh, living, other)) {
                Files.deleteIfExists(made);
            }
        }
    }

    private static Path copy(Instant modified) throws IOException {
        Path copy = Files.createTempFile("libduckdb_java", ".so");
        Files.writeString(copy, "x".repeat(10_000));
        Files.setLastModifiedTime(copy, FileTime.from(modified));
        return copy;
    }

    @Test
    void shouldRemoveTheTemporaryFolderWhenOpeningFails() {
        DomainFunction listed = new DomainFunction(
                "listed", List.of(Kind.TEXT_LIST), Kind.INTEGER, NullArguments.GIVE_NULL, arguments -> 0L);

        assertThatThrownBy(() -> DuckSession.open(TestSessions.limits(folder), DuckFiles.none(), List.of(listed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lists");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shouldNameTheProblemWhenTheFolderForSpillingIsMissing() {
        DuckLimits nowhere = TestSessions.limits(folder.resolve("absent"));

        assertThatThrownBy(() -> DuckSession.open(nowhere, DuckFiles.none(), List.of()))
                .isInstanceOfSatisfying(
                        DuckException.class, e -> assertThat(e.problem()).isEqualTo(Problem.FILE));
    }
}
