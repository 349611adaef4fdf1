package cn.mingjian.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import cn.mingjian.server.testing.Tree;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditTest {

    private static final String ENTRIES = "/api/v1/audit/entries";

    private final TestServer server = TestServer.get();
    private final Tree tree = Tree.of(Role.AUDIT_ADMIN);
    private final Person auditor = tree.administrator(tree.own());

    private String signedIn(Place place) {
        String login = server.account(place);
        new Person(server.address()).enter(login, TestServer.PASSWORD);
        return login;
    }

    private JsonNode entries(String query) {
        return auditor.get(ENTRIES + query).json();
    }

    @Test
    void shouldShowActsOfTheOwnAndLowerOfficesOnly() {
        String own = signedIn(tree.own());
        String lower = signedIn(tree.lower());
        String upper = signedIn(tree.upper());
        String sister = signedIn(tree.sister());

        assertThat(entries("?person=" + own).at("/items/0/act").asString()).isEqualTo("session.begin");
        assertThat(entries("?person=" + own).at("/items/0/objectName").asString())
                .isEqualTo(own);
        assertThat(entries("?person=" + lower).at("/total").asInt()).isEqualTo(1);
        assertThat(entries("?person=" + upper).at("/total").asInt()).isZero();
        assertThat(entries("?person=" + sister).at("/total").asInt()).isZero();
        assertThat(entries("?object=office").at("/total").asInt())
                .as("acts of the installation itself are seen from the top only")
                .isZero();
        assertThat(auditor.get("/api/v1/audit/people?beginning=" + lower).text())
                .contains(lower);
        assertThat(auditor.get("/api/v1/audit/people?beginning=" + sister).text())
                .doesNotContain(sister);
    }

    @Test
    void shouldShowTheTopWhatTheInstallationDid() {
        assertThat(tree.administrator(tree.upper())
                        .get(ENTRIES + "?object=office")
                        .json()
                        .at("/total")
                        .asInt())
                .isPositive();
    }

    @Test
    void shouldNarrowByActAndDay() {
        signedIn(tree.own());
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        assertThat(entries("?act=session.begin&from=" + today + "&until=" + today)
                        .at("/total")
                        .asInt())
                .isEqualTo(2);
        assertThat(entries("?until=" + today.minusDays(2)).at("/total").asInt()).isZero();
        assertThat(entries("?act=session.end").at("/total").asInt()).isZero();
        assertThat(entries("?act=x'%20or%20'1'='1").at("/total").asInt()).isZero();
        assertThat(auditor.get(ENTRIES + "?from=yesterday").status()).isEqualTo(400);
        assertThat(auditor.get("/api/v1/audit/choices").json().at("/acts").toString())
                .contains("\"session.begin\"");
    }

    @Test
    void shouldVerifyTheChainAndRecordThat() {
        JsonNode found = auditor.post("/api/v1/audit/verification", Map.of()).json();

        assertThat(found.at("/flaw").isNull()).isTrue();
        assertThat(found.at("/entries").asLong()).isPositive();
        assertThat(entries("?act=audit.verify").at("/items/0/details/result").asString())
                .isEqualTo("WHOLE");

        Map<String, Object> noted = Map.of(
                "number",
                found.at("/entries").asLong(),
                "sha256",
                found.at("/head").asString());
        assertThat(auditor.post("/api/v1/audit/verification", noted)
                        .json()
                        .at("/flaw")
                        .isNull())
                .isTrue();
        Map<String, Object> wrong =
                Map.of("number", 1, "sha256", found.at("/head").asString());
        assertThat(auditor.post("/api/v1/audit/verification", wrong)
                        .json()
                        .at("/flaw")
                        .asString())
                .isEqualTo("CUT_OFF");
    }
}
