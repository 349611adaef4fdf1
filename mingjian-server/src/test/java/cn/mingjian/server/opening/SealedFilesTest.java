package cn.mingjian.server.opening;

import static cn.mingjian.server.testing.Openings.WISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealedInput;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files with values in clear that leave under a passphrase. */
class SealedFilesTest {

    private static final String PASSPHRASE = "正确的马、电池与订书钉，共十七字。";

    private final TestServer server = TestServer.get();

    @Test
    void shouldSealAllCluesOfARunForWhoeverWasAllowedThem() throws IOException {
        DoneRun run = DoneRun.get();
        Person asker = server.signedIn(run.place(), Role.PROSECUTOR);
        String base = "/api/v1/runs/" + run.id() + "/opening-requests";
        String id = asker.post(base, WISH).json().at("/id").asString();
        run.person().put("/api/v1/opening-requests/" + id + "/decision", Map.of("allow", true, "words", "核实需要"));
        String path = base + "/" + id + "/clues.xlsx";

        assertThat(asker.post(path, Map.of("passphrase", "too short")).problem())
                .isEqualTo("server.passphrase-short");
        Answer answer = asker.post(path, Map.of("passphrase", PASSPHRASE));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.whole().headers().firstValue("Content-Disposition").orElse(""))
                .endsWith(".xlsx.sealed\"");
        assertOpensAsAWorkbook(answer);
        JsonNode file = newest(run.place());
        assertThat(file.at("/act").asString()).isEqualTo("opening.bulk");
        assertThat(file.at("/sealed").asBoolean()).isTrue();
        asker.get(run.clues() + ".xlsx");
        assertThat(newest(run.place()).at("/sealed").isNull()).isTrue();
    }

    @Test
    void shouldSealRowsThatWereNotTakenAndSayWhichFilesWereNotSealed() throws Exception {
        TestServer.Place place = server.office();
        Person steward = server.signedIn(place, Role.DATA_STEWARD);
        String path = "/api/v1/datasets/" + Register.dataset(steward) + "/versions/1/rejected.xlsx";
        Map<String, String> wish = new HashMap<>(WISH);

        assertThat(steward.post(path, wish).status()).isEqualTo(200);
        assertThat(newest(place).at("/sealed").asBoolean(true)).isFalse();
        wish.put("passphrase", PASSPHRASE);
        assertOpensAsAWorkbook(steward.post(path, wish));
        assertThat(newest(place).at("/sealed").asBoolean()).isTrue();
    }

    @Test
    void shouldLetOnlySealedFilesLeaveWhereTheInstallationWantsIt() {
        Openings strict = new Openings(
                server.part(JdbcClient.class),
                server.part(JdbcTemplate.class),
                server.part(Acts.class),
                new OpeningLimits(Map.of(), Words.same("test"), 1, 0, true),
                server.part(OpeningRequests.class),
                server.part(PersonDigests.class),
                server.part(Watermarks.class),
                Clock.systemUTC());

        assertThatThrownBy(() -> strict.leaving("", "x", "x")).isInstanceOfSatisfying(Refusal.class, e -> assertThat(
                        e.problems().get(0).code())
                .isEqualTo("server.opening-unsealed"));
        assertThat(strict.leaving(PASSPHRASE, "x", "x").sealed()).isTrue();
    }

    private JsonNode newest(TestServer.Place place) {
        return server.signedIn(place, Role.PROTECTION_OFFICER)
                .get("/api/v1/protection/files")
                .json()
                .at("/items/0");
    }

    /** With the passphrase, and the passphrase is kept nowhere. */
    private void assertOpensAsAWorkbook(Answer answer) throws IOException {
        byte[] sealed = answer.whole().body();
        assertThat(new String(sealed, 0, 2, StandardCharsets.US_ASCII)).isNotEqualTo("PK");
        try (InputStream opened = SealedInput.open(new ByteArrayInputStream(sealed), new Passphrase(PASSPHRASE));
                Workbook book = WorkbookFactory.create(opened)) {
            assertThat(book.getSheetAt(0).getPhysicalNumberOfRows()).isGreaterThan(1);
        }
        assertThat(server.part(JdbcClient.class)
                        .sql("select count(*) from audit_entry where position(? in details::text) > 0")
                        .param(PASSPHRASE)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
