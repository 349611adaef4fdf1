package cn.mingjian.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.SourceSettings.Database;
import cn.mingjian.server.source.SourceSettings.Limits;
import cn.mingjian.server.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of a database of whatever kind, tried on two kinds. */
class AnyDatabaseTest {

    private static final String SCHEMA = "any_outside";
    private static final Limits LIMITS = new Limits(1, 1, 10_000, 5, 10);

    @BeforeAll
    static void fill() throws Exception {
        for (OutsideDatabases kind : OutsideDatabases.values()) {
            kind.fill(SCHEMA);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTablesAndViewsAndNoneOfTheDatabaseItself(OutsideDatabases kind) throws Exception {
        try (OutsideSession session = open(kind, LIMITS)) {
            List<OutsideTable> tables = session.tables();

            assertThat(tables)
                    .contains(new OutsideTable(SCHEMA, "人 员", false), new OutsideTable(SCHEMA, "many", true))
                    .extracting(table -> table.schema().toLowerCase(Locale.ROOT))
                    .doesNotContain("information_schema", "pg_catalog");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteValuesAsARegisterHasThem(OutsideDatabases kind) throws Exception {
        assertThat(written(kind, "人 员", LIMITS)).isEqualTo("""
                        {"姓\\"名":"李〇雷𠮷","amount":"12.50","share":"0.0000001","born":"1986-05-04",\
                        "at":"1986-05-04 02:30:00","seen":"2024-03-01 08:00:00","hour":"08:30:00","ok":"true",\
                        "note":"a \\"quoted\\" line","n":"9007199254740993"}
                        {"姓\\"名":null,"amount":null,"share":null,"born":null,"at":null,"seen":null,"hour":null,\
                        "ok":null,"note":null,"n":null}
                        {"姓\\"名":null,"amount":"-0.01","share":null,"born":null,"at":"2024-03-15 10:00:00.25",\
                        "seen":null,"hour":null,"ok":"false","note":null,"n":null}
                        """);
        assertThat(written(kind, "many", LIMITS)).hasLineCount(3_000).endsWith("\"3000\"}\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseWithASentence(OutsideDatabases kind) throws Exception {
        assertRefused(kind, "many", new Limits(1, 1, 2_999, 5, 10), "sources.too-many-rows");
        assertRefused(kind, "nothing", LIMITS, "sources.table-empty");
        assertRefused(kind, "bytes", LIMITS, "sources.table-of-bytes");
        assertRefused(kind, "long", LIMITS, "sources.value-too-long");
        assertRefused(kind, "many", new Limits(1, 1, 10_000, 0, 10), "sources.too-slow");
        kind.run("drop table \"" + SCHEMA + "\".\"going\"");
        assertRefused(kind, "going", LIMITS, "sources.table-gone");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayThatThePasswordIsWrong(OutsideDatabases kind) {
        Database wrong = kind.database("Secret-99");

        assertThatThrownBy(() -> OutsideSession.open(kind.drivers(), wrong, LIMITS))
                .isInstanceOfSatisfying(Refusal.class, e -> {
                    assertThat(e.problems().get(0).code()).isEqualTo("sources.database-refused");
                    assertThat(e + String.valueOf(e.problems())).doesNotContain("Secret");
                });
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndAtTheNextRowsOnceStopped(OutsideDatabases kind) throws Exception {
        Fetch fetch = fetch();
        fetch.stop();

        try (OutsideSession session = open(kind, LIMITS)) {
            assertThatThrownBy(() -> session.write(new OutsideTable(SCHEMA, "many", true), fetch, file()))
                    .isInstanceOf(CancellationException.class);
            assertThat(session.tables()).isNotEmpty();
        }
    }

    private static OutsideSession open(OutsideDatabases kind, Limits limits) {
        return OutsideSession.open(kind.drivers(), kind.database(), limits);
    }

    private static Fetch fetch() {
        return new Fetch(new Actor(0, Actor.Kind.PERSON, 0, 0, Set.of()));
    }

    private static Path file() {
        return TestServer.get().data().resolve("rows-" + System.nanoTime());
    }

    private static String written(OutsideDatabases kind, String table, Limits limits) throws Exception {
        Path file = file();
        try (OutsideSession session = open(kind, limits)) {
            new Reading(session, new OutsideTable(SCHEMA, table, false), fetch()).write(file, Duration.ofMinutes(1));
        }
        return Files.readString(file);
    }

    private static void assertRefused(OutsideDatabases kind, String table, Limits limits, String code) {
        assertThatThrownBy(() -> written(kind, table, limits)).isInstanceOfSatisfying(Refusal.class, e -> assertThat(
                        e.problems().get(0).code())
                .as(kind + " " + table)
                .isEqualTo(code));
    }
}
