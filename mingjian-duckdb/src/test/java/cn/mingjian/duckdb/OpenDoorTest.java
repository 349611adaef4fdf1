package cn.mingjian.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every setting of the lock-down bites: what it alone keeps out comes through when it is left out, and not when it is
 * made. Where one door stands behind another, the outer one is left open in both.
 */
class OpenDoorTest {

    private static final long MEMORY = 60_000_000;
    private static final long DISK = 20_000_000;
    private static final String THREE_TIMES_THE_MEMORY =
            "CREATE TEMP TABLE large AS SELECT hash(i) AS a, hash(i + 1) AS b FROM range(12000000) t(i)";

    /** Settings that keep nothing out, with the reason why they are made. */
    private static final Map<String, String> NO_DOORS = Map.of(
            "enable_progress_bar", "the engine counts progress only with it",
            "enable_progress_bar_print", "it would print into the output of the program",
            "preserve_insertion_order", "rows are numbered by their position",
            "allow_community_extensions",
                    "stands behind enable_external_access; to show it takes an extension signed by the community's key");

    private Path folder;

    @BeforeEach
    void takeFolder(@TempDir Path directory) throws IOException {
        folder = directory;
        for (String name : List.of("spill", "out", "extensions", "secrets")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(folder.resolve("bound.csv"), "a\n1\n");
        Files.writeString(folder.resolve("other.csv"), "a\n1\n");
    }

    /**
     * An attack that one door stops.
     *
     * @param setting the door
     * @param behind the doors in front of it
     * @param statement what is tried; comes through when the engine does not refuse it
     * @param attempted words of the engine's answer that show that the attempt was made although it failed for other
     *     reasons; empty where the statement succeeds
     */
    record Attack(String setting, Set<String> behind, String statement, String attempted) {
        private Attack(String setting, String statement) {
            this(setting, Set.of(), statement, "");
        }

        @Override
        public String toString() {
            return setting + ": " + statement;
        }
    }

    static Stream<Attack> attacks() {
        String read = "SELECT * FROM '{folder}/other.csv'";
        return Stream.of(
                new Attack("memory_limit", THREE_TIMES_THE_MEMORY),
                new Attack("max_temp_directory_size", THREE_TIMES_THE_MEMORY),
                new Attack("threads", unless("current_setting('threads') = 3")),
                new Attack("temp_directory", unless("current_setting('temp_directory') = '{folder}/spill'")),
                new Attack("autoload_known_extensions", Set.of(), "SELECT '::1'::INET", "Autoloading Error"),
                new Attack(
                        "autoinstall_known_extensions",
                        Set.of("autoload_known_extensions", "enable_external_access", "lock_configuration"),
                        "SELECT '::1'::INET",
                        "Failed to download"),
                new Attack(
                        "allow_persistent_secrets",
                        Set.of("enable_external_access", "lock_configuration"),
                        "CREATE PERSISTENT SECRET kept (TYPE http, BEARER_TOKEN 'x')",
                        ""),
                new Attack("enable_external_access", read),
                new Attack("enable_external_access", "COPY (SELECT 1) TO '{folder}/new.csv'"),
                new Attack("enable_external_access", "ATTACH '{folder}/file.db'"),
                new Attack("enable_external_access", Set.of(), "LOAD httpfs", "not found"),
                new Attack("enable_external_access", Set.of(), "INSTALL httpfs", "Failed to download"),
                new Attack("enable_external_access", Set.of(), "SELECT * FROM 'http://localhost:1/x.csv'", "httpfs"),
                new Attack("lock_configuration", "SET memory_limit = '10GB'"),
                new Attack("lock_configuration", "SET max_temp_directory_size = '1TB'"),
                new Attack("lock_configuration", "SET autoload_known_extensions = true"));
    }

    private static String unless(String condition) {
        return "SELECT CASE WHEN " + condition + " THEN error('as it should be') END";
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shouldComeThroughWhenItsDoorIsOpen(Attack attack) throws SQLException {
        Set<String> open = new TreeSet<>(attack.behind());
        open.add(attack.setting());

        assertThat(comesThrough(attack, settings(open))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void shouldBeKeptOutWhenItsDoorIsShut(Attack attack) throws SQLException {
        assertThat(comesThrough(attack, settings(attack.behind()))).isFalse();
    }

    @Test
    void shouldHaveAnAttackForEveryDoor() {
        Set<String> doors = new TreeSet<>(NO_DOORS.keySet());
        attacks().forEach(attack -> doors.add(attack.setting()));
        doors.addAll(List.of("allowed_paths", "allowed_directories")); // the tests below

        assertThat(settings(Set.of()).stream().map(OpenDoorTest::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(doors);
    }

    @Test
    void shouldOpenNoMoreThanTheBoundFilesAndTheFolderForWriting() throws SQLException {
        String read = "SELECT * FROM '{folder}/other.csv'";
        String write = "COPY (SELECT 1) TO '{folder}/outside.csv'";
        List<String> wider = new ArrayList<>(settings(Set.of("allowed_paths", "allowed_directories")));
        wider.add(
                wider.indexOf("SET enable_external_access = false"),
                inFolder("SET allowed_directories = ['{folder}/']"));

        for (String statement : List.of(read, write)) {
            Attack attack = new Attack("allowed_paths", statement);
            assertThat(comesThrough(attack, wider)).as(statement).isTrue();
            assertThat(comesThrough(attack, settings(Set.of()))).as(statement).isFalse();
        }
    }

    @Test
    void shouldShutNothingWhenTheLockComesFirst() throws SQLException {
        List<String> locked = new ArrayList<>(settings(Set.of("lock_configuration")));
        locked.add(0, "SET lock_configuration = true");

        assertThat(failures(locked)).hasSize(locked.size() - 1);
        assertThat(failures(settings(Set.of()))).isEmpty();
    }

    @Test
    void shouldKeepTheBoundFilesOutWhenTheyAreNamedAfterTheDoorIsShut() throws SQLException {
        List<String> late = new ArrayList<>(settings(Set.of("allowed_paths", "lock_configuration")));
        settings(Set.of()).stream()
                .filter(setting -> name(setting).equals("allowed_paths"))
                .forEach(late::add);
        Attack bound = new Attack("allowed_paths", "SELECT * FROM '{folder}/bound.csv'");

        assertThat(failures(late)).hasSize(1);
        assertThat(comesThrough(bound, settings(Set.of("allowed_paths")))).isFalse();
        assertThat(comesThrough(bound, settings(Set.of()))).isTrue();
    }

    /** What the lock-down makes, without some of the doors. */
    private List<String> settings(Set<String> open) {
        DuckLimits limits = new DuckLimits(MEMORY, 3, folder, DISK);
        DuckFiles files =
                DuckFiles.reading(List.of(folder.resolve("bound.csv"))).writingIn(folder.resolve("out"));
        return LockDown.settings(limits, folder.resolve("spill"), files).stream()
                .filter(setting -> !open.contains(name(setting)))
                .toList();
    }

    private static String name(String setting) {
        return setting.split(" ")[1];
    }

    private boolean comesThrough(Attack attack, List<String> settings) throws SQLException {
        try (Connection engine = engine()) {
            for (String setting : settings) {
                execute(engine, setting);
            }
            execute(engine, attack.statement());
            return true;
        } catch (SQLException e) {
            return !attack.attempted().isEmpty()
                    && String.valueOf(e.getMessage()).contains(attack.attempted());
        }
    }

    private List<String> failures(List<String> settings) throws SQLException {
        List<String> failures = new ArrayList<>();
        try (Connection engine = engine()) {
            for (String setting : settings) {
                try {
                    execute(engine, setting);
                } catch (SQLException e) {
                    failures.add(setting);
                }
            }
        }
        return failures;
    }

    /** An engine with every door open that leaves nothing outside the folder and finds no way into the network. */
    private Connection engine() throws SQLException {
        Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        execute(engine, "SET temp_directory = '{folder}/spill/default'");
        execute(engine, "SET extension_directory = '{folder}/extensions'");
        execute(engine, "SET secret_directory = '{folder}/secrets'");
        execute(engine, "SET http_proxy = 'localhost:1'");
        return engine;
    }

    private void execute(Connection engine, String sql) throws SQLException {
        try (Statement statement = engine.createStatement()) {
            statement.execute(inFolder(sql));
        }
    }

    private String inFolder(String sql) {
        return sql.replace("{folder}", folder.toString());
    }
}
