package cn.mingjian.server.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.run.KeptPackages;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The versions of a model that the installation has known, with the runs that the asker may see, and their differences. */
class ModelVersionsTest {

    private static final String MODEL = "pollution-tax";

    private final TestServer server = TestServer.get();
    private final Person prosecutor = server.signedIn(server.office(), Role.PROSECUTOR);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void shouldKnowTheVersionInTheLibraryFromTheStartAndCountTheRunsThatOneMaySee() {
        DoneRun run = DoneRun.get();

        JsonNode own = run.person().get(versions(SampleRuns.MODEL)).json();
        JsonNode other = prosecutor.get(versions(SampleRuns.MODEL)).json();

        assertThat(prosecutor.get(versions("shell-companies")).json().size()).isOne();
        assertThat(own.at("/0/current").asBoolean()).isTrue();
        assertThat(own.at("/0/digest").asString())
                .isEqualTo(pack(SampleRuns.MODEL).digest());
        assertThat(own.at("/0/runs").asInt()).isPositive();
        assertThat(own.at("/0/lastRun").isNull()).isFalse();
        assertThat(other.at("/0/runs").asInt()).isZero();
        assertThat(other.at("/0/lastRun").isNull()).isTrue();
    }

    @Test
    void shouldNoteAVersionOnce() {
        long before = noted();

        server.part(KnownVersions.class).noteLibrary();

        assertThat(noted()).isEqualTo(before);
    }

    @Test
    void shouldSayWhatChangedInWordsOfTheRules() throws IOException {
        ModelPackage now = pack(MODEL);
        String old = earlier(Files.readString(now.folder().resolve(ModelPackage.FILE))
                .replace("version: 1.0.0", "version: 0.9.0")
                .replace("default: \"500.00\"", "default: \"300.00\"")
                .replace("where: amount_kg > 0", "where: amount_kg > 5")
                .replace("zh: 直接排放口,", "zh: 直排口,")
                .replace("inputs:\n", "inputs:\n  gone: env_penalty@1\n"));

        JsonNode known = prosecutor.get(versions(MODEL)).json();
        JsonNode difference =
                prosecutor.get(versions(MODEL) + "/" + old + "/" + now.digest()).json();

        assertThat(known.at("/0/digest").asString()).isEqualTo(now.digest());
        assertThat(known.at("/1/version").asString()).isEqualTo("0.9.0");
        assertThat(difference.at("/from").asString()).isEqualTo("0.9.0");
        assertThat(difference.at("/stated").asString()).isEqualTo("MAJOR");
        assertThat(difference.at("/needed").asString()).isEqualTo("MINOR");
        assertThat(difference.at("/enough").asBoolean()).isTrue();
        JsonNode threshold = part(difference, "PARAMETER", "min_gap");
        assertThat(threshold.at("/title/zh").asString()).isEqualTo("差额门槛");
        assertThat(threshold.at("/changes/0/before").asString()).isEqualTo("300.00");
        assertThat(threshold.at("/changes/0/after").asString()).isEqualTo("500.00");
        JsonNode step = part(difference, "STEP", "discharged");
        assertThat(step.at("/title/en").asString()).isEqualTo("months with a measured discharge");
        assertThat(step.at("/changes/0/path/0").asString()).isEqualTo("where");
        assertThat(part(difference, "STEP", "direct").at("/changes/0/step").asString())
                .isEqualTo("PATCH");
        JsonNode input = part(difference, "INPUT", "gone");
        assertThat(input.at("/changes/0/kind").asString()).isEqualTo("LEFT");
        assertThat(input.at("/changes/0/after").isNull()).isTrue();
        assertThat(input.at("/title/zh").asString()).isNotEqualTo("gone");
    }

    @Test
    void shouldCompareNothingButVersionsOfTheModel() {
        String digest = pack(MODEL).digest();
        String foreign = pack("shell-companies").digest();

        assertThat(prosecutor
                        .get(versions(MODEL) + "/" + digest + "/" + digest)
                        .json()
                        .at("/parts")
                        .size())
                .isZero();
        assertThat(prosecutor
                        .get(versions(MODEL) + "/" + foreign + "/" + digest)
                        .status())
                .isEqualTo(404);
        assertThat(prosecutor
                        .get(versions(MODEL) + "/..%2F..%2Fstate/" + digest)
                        .status())
                .isIn(400, 404);
        assertThat(prosecutor.get(versions("no-such")).status()).isEqualTo(404);
    }

    /** Another version, as a start of the past found it. */
    private String earlier(String text) throws IOException {
        Files.writeString(folder.resolve(ModelPackage.FILE), text);
        ModelPackage pack = PackageReader.read(folder, new Problems()).orElseThrow();
        server.part(KeptPackages.class).keep(pack);
        server.act(() -> server.part(JdbcClient.class)
                .sql("insert into model_version (digest, model, version, first_seen) values (?, ?, ?, '2026-01-01Z')")
                .params(pack.digest(), pack.id(), pack.version())
                .update());
        return pack.digest();
    }

    private long noted() {
        return server.part(JdbcClient.class)
                .sql("select count(*) from audit_entry where act = 'model.version'")
                .query(Long.class)
                .single();
    }

    private ModelPackage pack(String model) {
        return server.part(Packages.class).find(model).orElseThrow();
    }

    private static JsonNode part(JsonNode difference, String part, String id) {
        for (JsonNode one : difference.at("/parts")) {
            if (one.at("/part").asString().equals(part)
                    && one.at("/id").asString().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("No " + part + " " + id + " in " + difference);
    }

    private static String versions(String model) {
        return "/api/v1/models/" + model + "/versions";
    }
}
