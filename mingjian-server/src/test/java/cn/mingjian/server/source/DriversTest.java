package cn.mingjian.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** JDBC drivers that lie in a folder. */
class DriversTest {

    private static final String JAR = "h2-2.3.232.jar";
    private static final String URL = "jdbc:h2:mem:";

    @Test
    void shouldLoadADriverThatTheServerDoesNotHave() throws Exception {
        Drivers drivers = new Drivers(OutsideDatabases.ownerOnly(JAR));

        assertThat(DriverManager.drivers())
                .noneMatch(driver -> driver.getClass().getName().startsWith("org.h2"));
        assertThat(drivers.problems()).isEmpty();
        assertThat(drivers.found()).containsExactly(new Drivers.Found("org.h2.Driver", "2.3", JAR));
        try (Connection connection = drivers.connect(URL, new Properties())) {
            ClassLoader theirs = connection.getClass().getClassLoader();
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
            assertThat(theirs).isNotEqualTo(Drivers.class.getClassLoader());
            assertThatThrownBy(() -> theirs.loadClass(Drivers.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void shouldGiveEachJarALoaderAndThoseOfAFolderOne() throws Exception {
        Path folder = OutsideDatabases.ownerOnly(JAR);
        Path together = Files.createDirectory(folder.resolve("h2-together"));
        Files.copy(folder.resolve(JAR), together.resolve("h2.jar"));
        Files.copy(jar(Files.createDirectory(folder.resolve("sub"))), together.resolve("stubborn.jar"));
        Files.writeString(folder.resolve("notes.txt"), "no jar");

        Drivers drivers = new Drivers(OutsideDatabases.closed(folder));

        assertThat(drivers.found())
                .extracting(Drivers.Found::jar)
                .containsExactly(JAR, "h2-together", "h2-together", "sub");
        assertThat(new DriverFolder(folder)
                        .loaded().stream()
                                .map(one -> one.driver().getClass().getClassLoader())
                                .distinct())
                .hasSize(3);
    }

    @Test
    void shouldRefuseWhatOthersCanWriteTo() throws Exception {
        Path shared = OutsideDatabases.ownerOnly(JAR);
        Files.setPosixFilePermissions(shared.resolve(JAR), PosixFilePermissions.fromString("rw-rw-r--"));
        Path open = OutsideDatabases.ownerOnly(JAR);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xrwx"));
        Path under = Files.createDirectory(OutsideDatabases.ownerOnly(JAR).resolve("open"));
        Path below = Files.createDirectory(under.resolve("drivers"));
        Files.copy(OutsideDatabases.JARS.resolve(JAR), below.resolve(JAR));
        OutsideDatabases.closed(under);
        Files.setPosixFilePermissions(under, PosixFilePermissions.fromString("rwxrwxr-x"));
        Path linked = OutsideDatabases.closed(Files.createDirectory(under.resolveSibling("linked")));
        Files.createSymbolicLink(linked.resolve(JAR), shared.resolve(JAR));

        for (Path folder : List.of(shared, open, below, linked)) {
            Drivers drivers = new Drivers(folder);

            assertThat(drivers.found()).as(folder.toString()).isEmpty();
            assertThat(drivers.problems()).extracting(Problem::code).containsExactly("sources.driver-open-to-others");
            assertThatThrownBy(() -> drivers.connect(URL, new Properties())).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void shouldSayWhatIsNoDriver() throws Exception {
        Path folder = OutsideDatabases.ownerOnly(JAR);
        Files.writeString(folder.resolve("broken.jar"), "no archive");
        Path empty = Files.createDirectory(folder.resolve("other"));
        Files.copy(emptyJar(empty.resolve("some.jar")), folder.resolve("none.jar"));

        Drivers drivers = new Drivers(OutsideDatabases.closed(folder));

        assertThat(drivers.found()).hasSize(1);
        assertThat(drivers.problems())
                .extracting(Problem::code)
                .containsExactly("sources.driver-none", "sources.driver-none", "sources.driver-none");
        assertThat(new Drivers(folder.resolve("missing")).problems()).isEmpty();
    }

    @Test
    void shouldSayWhereToPutAMissingDriverAndNothingElseOfTheAddress() {
        Path folder = TestServer.get().data().resolve("no-drivers");

        assertThatThrownBy(() -> new Drivers(folder)
                        .connect("jdbc:dm://database.of.an.office:5236?user=someone", new Properties()))
                .isInstanceOfSatisfying(Refusal.class, e -> {
                    Problem problem = e.problems().get(0);
                    for (Language language : Language.values()) {
                        assertThat(Messages.text(
                                        language,
                                        problem.code(),
                                        problem.arguments().toArray()))
                                .contains("jdbc:dm:")
                                .contains(folder.toString())
                                .doesNotContain("database.of.an.office")
                                .doesNotContain("someone");
                    }
                });
    }

    @Test
    void shouldLetADriverFailAsItLikes() throws Exception {
        Path folder = Files.createDirectory(OutsideDatabases.ownerOnly(JAR).resolve("stubborn"));
        jar(folder);
        Drivers drivers = new Drivers(OutsideDatabases.closed(folder));
        Patience patience = new Patience(1);

        assertThat(drivers.found()).extracting(Drivers.Found::version).containsExactly("7.3");
        assertThat(Logger.getLogger("stubborn.words.of.rows").isLoggable(Level.SEVERE))
                .isFalse();
        assertThat(Logger.getLogger("other.words").isLoggable(Level.SEVERE)).isTrue();
        for (int i = 0; i < 6; i++) { // more than may ask at once
            assertSaid("sources.database-silent", drivers, patience, "jdbc:stubborn:hangs");
        }
        Patience another = new Patience(60);
        assertSaid("sources.driver-failed", drivers, another, "jdbc:stubborn:throws");
        assertSaid("sources.driver-failed", drivers, another, "jdbc:stubborn:misses");
        assertSaid("sources.no-driver", drivers, another, "jdbc:stubborn:nothing");
    }

    private static void assertSaid(String code, Drivers drivers, Patience patience, String url) {
        assertThatThrownBy(() -> patience.wait("x", () -> drivers.connect(url, new Properties()), late -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo(code));
    }

    /** A jar with {@link StubbornDriver} alone. */
    private static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("stubborn.jar");
        String file = StubbornDriver.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream driver = Objects.requireNonNull(
                        DriversTest.class.getClassLoader().getResourceAsStream(file))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + Driver.class.getName()));
            out.write(StubbornDriver.class.getName().getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry(file));
            driver.transferTo(out);
        }
        return jar;
    }

    private static Path emptyJar(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("nothing"));
        }
        return jar;
    }
}
