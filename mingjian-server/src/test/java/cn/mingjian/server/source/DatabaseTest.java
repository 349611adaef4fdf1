package cn.mingjian.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Bringing;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.Fetch.FetchPage;
import cn.mingjian.server.source.SourceSettings.Database;
import cn.mingjian.server.source.SourceSettings.Limits;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tables of a database of another system: one schema of the database of the tests stands for it. */
class DatabaseTest {

    private static final String STEWARD = "fetching-steward";
    private static final TestServer SERVER = TestServer.get();
    private static final TestServer.Place PLACE = SERVER.office();
    private static final int TRIES = 300;
    private static final String STRANGE = "we\"ird_%";

    private static Person steward;
    private static Actor actor;
    private static Database database;

    @BeforeAll
    static void fill() throws Exception {
        steward = SERVER.signedInAs(STEWARD, PLACE, Role.DATA_STEWARD);
        int id = SERVER.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(STEWARD)
                .query(Integer.class)
                .single();
        actor = new Actor(id, Actor.Kind.PERSON, PLACE.office(), PLACE.department(), Set.of());
        HikariDataSource own = SERVER.part(DataSource.class).unwrap(HikariDataSource.class);
        Path password = Files.writeString(SERVER.data().resolve("outside-password"), own.getPassword() + "\n");
        database = new Database("benefits", own.getJdbcUrl(), own.getUsername(), password, STEWARD);
        try (Connection connection = own.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "create schema outside",
                    """
                    create table outside.payments ("身份证号" text, "待遇名称" text, "发放月份" text,
                        "实发金额" numeric(12, 2), "发放日期" date, "发放状态" text, "备注" text, "照片" bytea)""",
                    """
                    insert into outside.payments select '340207196001010' || lpad(i::text, 3, '0'),
                        '城乡居民养老保险', '2024-03', 100 + i, date '2024-03-15', '正常', 'a "quoted" line' || chr(10) || '二',
                        '\\x00' from generate_series(1, 5000) i""",
                    """
                    create view outside.kinds as select true as yes, 1e-7::float8 as small, 12.50::numeric as money,
                        timestamptz '2024-03-01 00:00:00+00' as at, null::text as nothing""",
                    "create table outside.\"we\"\"ird_%\" (\"a\"\"b\" text)",
                    "insert into outside.\"we\"\"ird_%\" values ('x')",
                    "create table outside.nothing (a text)",
                    """
                    create function outside.deletes() returns int language plpgsql as
                        'begin delete from outside.payments; return 1; end'""",
                    "create view outside.deletes as select outside.deletes() as n",
                    """
                    create view outside.slow as
                        select case when pg_sleep(0.01) is null then 0 else i end as i from generate_series(1, 100000) i""")) {
                statement.execute(sql);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    @Test
    void shouldFetchATableAsADeliveryThatIsMappedAndTakenInAsAFileIs() throws Exception {
        FetchPage done = ended(fetches(new Limits(1, 1, 10_000, 5, 10)), "outside", "payments");
        String delivery = String.valueOf(done.delivery());

        JsonNode intake = steward.get("/api/v1/intake/" + delivery).json();
        JsonNode mapping = Register.mapping(steward, delivery, "");
        JsonNode version = Register.ended(
                steward, Register.take(steward, delivery, "", "FULL").json());

        assertThat(done.state()).isEqualTo(Fetch.FetchState.DONE);
        assertThat(done.rows()).isEqualTo(5_000);
        assertThat(intake.at("/tables/0/contracts/0/contract").asString()).isEqualTo(Register.CONTRACT);
        assertThat(intake.at("/tables/0/headings").toString()).doesNotContain("照片");
        assertThat(mapping.at("/rows").asInt()).isEqualTo(5_000);
        assertThat(mapping.at("/firstDay").asString()).isEqualTo("2024-03-01");
        assertThat(version.at("/version/state").asString()).isEqualTo("READY");
        assertThat(version.at("/version/files/0").asString()).isEqualTo("outside.payments.jsonl");
        assertThat(version.at("/quality/read").asInt()).isEqualTo(5_000);
        assertThat(entry(delivery)).contains("\"database\":\"benefits\"").contains("outside.payments");
    }

    @Test
    void shouldWriteValuesAsARegisterHasThem() throws Exception {
        FetchPage done = ended(fetches(new Limits(1, 1, 10, 5, 10)), "outside", "kinds");

        Path folder = SERVER.data().resolve("offices/" + PLACE.office() + "/deliveries/" + done.delivery() + "/files");

        assertThat(Files.readString(folder.resolve("outside.kinds.jsonl")))
                .isEqualTo("{\"yes\":\"true\",\"small\":\"0.0000001\",\"money\":\"12.50\","
                        + "\"at\":\"2024-03-01 08:00:00\",\"nothing\":null}\n");
    }

    @Test
    void shouldListAllTablesOrNone() throws Exception {
        try (Connection connection = SERVER.part(DataSource.class).getConnection()) {
            int all = OutsideCatalogue.tables(connection).size();

            assertThat(OutsideCatalogue.tables(connection, all)).hasSize(all);
            assertThatThrownBy(() -> OutsideCatalogue.tables(connection, all - 1))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo("sources.too-many-tables"));
        }
    }

    @Test
    void shouldTellTheTablesAndTakeNoTextForOne() throws Exception {
        List<OutsideTable> tables = databases().tables(database);
        Fetches fetches = fetches(new Limits(1, 1, 10, 5, 10));

        assertThat(tables)
                .contains(new OutsideTable("outside", "payments", false), new OutsideTable("outside", "kinds", true))
                .noneMatch(table ->
                        table.schema().startsWith("pg_") || table.schema().equals("information_schema"));
        assertThat(ended(fetches, "outside", STRANGE).rows()).isEqualTo(1);
        for (String text : List.of("payments; drop table outside.payments", "pay%", "(select 1)", "PAYMENTS")) {
            assertThatThrownBy(() -> fetches.order(actor, database, "outside", text))
                    .isInstanceOfSatisfying(
                            Refusal.class, e -> assertThat(e.status()).isEqualTo(404));
        }
    }

    @Test
    void shouldNotWriteThere() throws Exception {
        FetchPage failed = ended(fetches(new Limits(1, 1, 10, 5, 10)), "outside", "deletes");

        assertThat(failed.problems()).extracting(Told::code).containsExactly("sources.database-failed");
        assertThat(failed.problems().get(0).message().en()).contains("25006"); // read_only_sql_transaction
    }

    @Test
    void shouldKeepNothingOfATableThatIsTooLargeOrEmpty() throws Exception {
        FetchPage failed = ended(fetches(new Limits(1, 1, 100, 5, 10)), "outside", "payments");

        assertThat(failed.state()).isEqualTo(Fetch.FetchState.FAILED);
        assertThat(failed.problems()).extracting(Told::code).containsExactly("sources.too-many-rows");
        assertNothingKept(failed);
        FetchPage empty = ended(fetches(new Limits(1, 1, 100, 5, 10)), "outside", "nothing");
        assertThat(empty.problems()).extracting(Told::code).containsExactly("sources.table-empty");
        assertNothingKept(empty);
    }

    @Test
    void shouldStopAtTheDatabaseToo() throws Exception {
        Fetches fetches = fetches(new Limits(1, 1, 1_000_000, 5, 10));
        Fetch fetch = fetches.order(actor, database, "outside", "slow");
        while (running() == 0) {
            Thread.sleep(20);
        }
        fetch.stop();
        FetchPage stopped = ended(fetch);

        assertThat(stopped.state()).isEqualTo(Fetch.FetchState.STOPPED);
        assertThat(running()).isZero();
        assertNothingKept(stopped);
    }

    @Test
    void shouldSayWhatIsWrongWithoutThePassword() throws Exception {
        Path password = Files.writeString(SERVER.data().resolve("wrong-password"), "Secret-99");
        Database wrong = new Database("benefits", database.url(), database.user(), password, STEWARD);
        Database silent = new Database("benefits", "jdbc:postgresql://127.0.0.1:1/x", null, password, STEWARD);

        for (Map.Entry<Database, String> one : Map.of(
                        wrong, "sources.database-refused", silent, "sources.database-silent")
                .entrySet()) {
            assertThatThrownBy(() -> databases().tables(one.getKey())).isInstanceOfSatisfying(Refusal.class, e -> {
                assertThat(e.problems().get(0).code()).isEqualTo(one.getValue());
                assertThat(e + String.valueOf(e.problems())).doesNotContain("Secret");
                assertThat(e.getCause()).isNull();
            });
        }
        assertThatThrownBy(() -> new Database("x", "jdbc:postgresql://h/d?password=y", null, null, STEWARD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldBeThereForTheDepartmentThatAnswersForItAlone() throws Exception {
        Actor colleague = SERVER.actor(SERVER.departmentBeside(PLACE, "civil"), Role.DATA_STEWARD);
        Actor sister = SERVER.actor(SERVER.office(), Role.DATA_STEWARD);

        assertThat(databases().of(actor)).containsExactly(database);
        for (Actor stranger : List.of(colleague, sister)) {
            assertThat(databases().of(stranger)).isEmpty();
            assertThatThrownBy(() -> databases().one(stranger, "benefits")).isInstanceOf(Refusal.class);
        }
        Fetches fetches = fetches(new Limits(1, 1, 10, 5, 10));
        Fetch fetch = fetches.order(actor, database, "outside", "kinds");
        assertThatThrownBy(() -> fetches.find(colleague, fetch.id())).isInstanceOf(Refusal.class);
        ended(fetch);
    }

    private static Databases databases() {
        return databases(new Limits(1, 1, 1, 1, 10));
    }

    private static Databases databases(Limits limits) {
        return new Databases(settings(limits), SERVER.part(Stewards.class), SERVER.part(Drivers.class));
    }

    private static Fetches fetches(Limits limits) {
        return new Fetches(settings(limits), databases(limits), SERVER.part(Bringing.class), SERVER.part(Acts.class));
    }

    private static SourceSettings settings(Limits limits) {
        return new SourceSettings(List.of(), List.of(database), limits, null);
    }

    private static FetchPage ended(Fetches fetches, String schema, String name) throws InterruptedException {
        return ended(fetches.order(actor, database, schema, name));
    }

    private static FetchPage ended(Fetch fetch) throws InterruptedException {
        for (int i = 0; i < TRIES && !fetch.ended(); i++) {
            Thread.sleep(50);
        }
        assertThat(fetch.ended()).isTrue();
        return fetch.page();
    }

    private static int running() {
        return SERVER.part(JdbcClient.class)
                .sql("select count(*) from pg_stat_activity where state = 'active' and query like '%\"slow\"%'"
                        + " and pid <> pg_backend_pid()")
                .query(Integer.class)
                .single();
    }

    private static String entry(String delivery) {
        return SERVER.part(JdbcClient.class)
                .sql("select details from audit_entry where object_id = ? and act = 'source.fetch'")
                .param(delivery)
                .query(String.class)
                .single();
    }

    private static void assertNothingKept(FetchPage fetch) {
        assertThat(fetch.delivery()).isNull();
        assertThat(steward.get(Brought.DELIVERIES + "/" + fetch.id()).status()).isEqualTo(404);
        Path deliveries = SERVER.data().resolve("offices/" + PLACE.office() + "/deliveries");
        assertThat(deliveries.resolve(fetch.id().toString())).doesNotExist();
        assertThat(deliveries.resolve(fetch.id() + ".partial")).doesNotExist();
    }
}
