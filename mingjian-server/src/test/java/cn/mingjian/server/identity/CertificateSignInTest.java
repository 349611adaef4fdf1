package cn.mingjian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.StartedServer;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.sample.SampleOffices;
import cn.mingjian.server.testing.Keys;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS itself and asks browsers for a certificate. */
class CertificateSignInTest {

    private static final String CERTIFICATE = "/api/v1/session/certificate";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static StartedServer server;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Keys keys;

    @BeforeAll
    static void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        keys = Keys.of(folder);
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        ServerSettings settings =
                new ServerSettings(Path.of("..").toAbsolutePath().normalize(), data, null, null);
        List<String> arguments = new ArrayList<>(keys.ofServer());
        arguments.add("--server.port=0");
        arguments.add("--mingjian.outside-sign-in.certificate=CN");
        server = StartedServer.start(settings, arguments);
        server.part(SampleOffices.class).makeOnce();
    }

    @AfterAll
    static void stop() {
        server.context().close();
    }

    @Test
    void shouldLetInWhomTheCertificateNames() {
        Person person = person(keys.client("county-prosecutor"));

        Answer answer = person.post(CERTIFICATE, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/account").asString()).isEqualTo("county-prosecutor");
        assertThat(person.get("/api/v1/runs").status()).isEqualTo(200);
        assertThat(answer.whole().headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("MINGJIAN_SESSION") && cookie.contains("Secure"));
    }

    @Test
    void shouldRefuseWhoHasNoCertificateOrNoAccount() {
        assertThat(person(keys.nobody()).post(CERTIFICATE, Map.of()).problem()).isEqualTo("server.certificate-missing");
        assertThat(person(keys.client("stranger")).post(CERTIFICATE, Map.of()).problem())
                .isEqualTo("server.outside-unknown");
    }

    private static Person person(HttpClient.Builder client) {
        return new Person(server.address().replaceFirst("/$", ""), client);
    }
}
