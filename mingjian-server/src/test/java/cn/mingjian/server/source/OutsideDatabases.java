package cn.mingjian.server.source;

import cn.mingjian.server.source.SourceSettings.Database;
import cn.mingjian.server.testing.TestServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Databases of other systems: the PostgreSQL of the tests, and H2, whose driver lies in a folder and on no class path. */
enum OutsideDatabases {
    POSTGRES("timestamptz", "text", "bytea", "generate_series(1, %d) as g(x)"),
    H2("timestamp with time zone", "clob", "blob", "system_range(1, %d)");

    private static final String USER = "reader";
    private static final String PASSWORD = "Right-horse-7";

    /** The folder into which Maven put the jar of H2. */
    static final Path JARS = Path.of("target/test-drivers");

    private static final Drivers DRIVERS = new Drivers(ownerOnly("h2-2.3.232.jar"));

    private final String moment;
    private final String longText;
    private final String bytes;
    private final String numbers;

    OutsideDatabases(String moment, String longText, String bytes, String numbers) {
        this.moment = moment;
        this.longText = longText;
        this.bytes = bytes;
        this.numbers = numbers;
    }

    /** A folder of drivers that nobody else can write to, with a jar. */
    static Path ownerOnly(String jar) {
        try {
            Path folder = Files.createDirectory(TestServer.get().data().resolve("drivers-" + System.nanoTime()));
            Files.copy(JARS.resolve(jar), folder.resolve(jar));
            return closed(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a folder and what is in it away from everybody else, whatever the machine gives to new files. */
    static Path closed(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.toList()) {
                Files.setPosixFilePermissions(
                        one, PosixFilePermissions.fromString(Files.isDirectory(one) ? "rwx------" : "rw-------"));
            }
        }
        return folder;
    }

    Drivers drivers() {
        return DRIVERS;
    }

    Database database() {
        return database(this == H2 ? PASSWORD : own().getPassword());
    }

    Database database(String password) {
        try {
            Path file =
                    Files.writeString(Files.createTempFile(TestServer.get().data(), "password", ""), password + "\n");
            return this == H2
                    ? new Database("h2", "jdbc:h2:mem:outside;DB_CLOSE_DELAY=-1", USER, file, "nobody")
                    : new Database("postgres", own().getJdbcUrl(), own().getUsername(), file, "nobody");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource own() {
        try {
            return TestServer.get().part(DataSource.class).unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something there, as whoever administers it. */
    void run(String... statements) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", this == H2 ? USER : own().getUsername());
        properties.setProperty("password", this == H2 ? PASSWORD : own().getPassword());
        try (Connection connection = DRIVERS.connect(database().url(), properties);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Tables of a schema, made anew. */
    void fill(String schema) throws SQLException {
        List<String> statements = Stream.of(
                        "drop schema if exists SCHEMA cascade",
                        "create schema SCHEMA",
                        """
                        create table SCHEMA."人 员" ("姓""名" varchar(40), "amount" numeric(12, 2), "share" double precision,
                            "born" date, "at" timestamp, "seen" MOMENT, "hour" time, "ok" boolean, "note" LONG,
                            "photo" BYTES, "n" bigint)""",
                        """
                        insert into SCHEMA."人 员" values ('李〇雷𠮷', 12.5, 1e-7, date '1986-05-04',
                            timestamp '1986-05-04 02:30:00', timestamp with time zone '2024-03-01 00:00:00+00', time '08:30:00',
                            true, 'a "quoted" line', null, 9007199254740993)""",
                        "insert into SCHEMA.\"人 员\" (\"ok\") values (null)",
                        """
                        insert into SCHEMA."人 员" ("amount", "at", "ok")
                            values (-0.01, timestamp '2024-03-15 10:00:00.250', false)""",
                        "create view SCHEMA.\"many\" as select x from " + numbers.formatted(3_000),
                        "create table SCHEMA.\"nothing\" (\"n\" int)",
                        "create table SCHEMA.\"bytes\" (\"photo\" BYTES)",
                        "create table SCHEMA.\"long\" (\"text\" LONG)",
                        "insert into SCHEMA.\"long\" values (repeat('长', 1000001))",
                        "create table SCHEMA.\"going\" (\"n\" int)",
                        "insert into SCHEMA.\"going\" values (1)")
                .map(sql -> sql.replace("SCHEMA", "\"" + schema + "\"")
                        .replace("MOMENT", moment)
                        .replace("LONG", longText)
                        .replace("BYTES", bytes))
                .toList();
        run(statements.toArray(String[]::new));
    }
}
