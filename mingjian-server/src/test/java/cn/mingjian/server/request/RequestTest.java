package cn.mingjian.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RequestTest {

    private static final String PATH = Wishes.PATH;

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldProposeTheFewestColumnsWhenAModelIsNamed() {
        JsonNode proposal =
                prosecutor.get(PATH + "/proposal?model=shell-companies").json();

        JsonNode table = table(proposal, "market_entity");
        assertThat(proposal.at("/models/0/id").asString()).isEqualTo("shell-companies");
        assertThat(table.at("/owner").asString()).isEqualTo("market-regulation");
        assertThat(table.at("/must").asBoolean()).isTrue();
        assertThat(table.at("/atHand").asBoolean()).isFalse();
        assertThat(table.at("/required").findValuesAsString("name")).contains("uscc");
        int asked = table.at("/required").size() + table.at("/helpful").size();
        int all = server.part(cn.mingjian.model.library.Library.class)
                .contracts()
                .find("market_entity")
                .orElseThrow()
                .columns()
                .size();
        assertThat(asked).isBetween(2, all - 1);
        assertThat(proposal.at("/owners").findValuesAsString("id")).contains("market-regulation", "tax");
        assertThat(proposal.at("/regions/0/id").asString()).isEqualTo("340123");
        assertThat(proposal.at("/bases/0/text").asString()).contains("调查核实");
    }

    @Test
    void shouldAskOnceForATableThatSeveralModelsRead() {
        JsonNode one = prosecutor
                .get(PATH + "/proposal?model=indictment-judgment-discrepancy")
                .json();
        JsonNode both = prosecutor
                .get(PATH + "/proposal?model=indictment-judgment-discrepancy&model=judgment-against-itself")
                .json();

        List<String> tables = both.at("/tables").findValuesAsString("contract");
        assertThat(tables)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(one.at("/tables").size());
    }

    @Test
    void shouldKeepADraftAndTakeItFurther() {
        Answer drafted = prosecutor.post(PATH, Wishes.wish());
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        String id = drafted.json().at("/id").asString();
        assertThat(drafted.json().at("/state").asString()).isEqualTo("DRAFTED");
        assertThat(drafted.json().at("/tables").findValuesAsString("contract")).containsExactly("market_entity");

        Map<String, Object> other = Wishes.wish();
        other.put("provider", "某区市场监督管理局");
        other.put("requiredOnly", true);
        JsonNode changed = prosecutor.put(PATH + "/" + id, other).json();
        assertThat(changed.at("/provider").asString()).isEqualTo("某区市场监督管理局");
        assertThat(changed.at("/tables/0/helpful").size()).isZero();

        JsonNode sent = prosecutor
                .post(PATH + "/" + id + "/state", Map.of("to", "SENT", "letterNumber", "某检函〔2026〕1号"))
                .json();
        assertThat(sent.at("/state").asString()).isEqualTo("SENT");
        assertThat(sent.at("/letterNumber").asString()).isEqualTo("某检函〔2026〕1号");
        assertThat(sent.at("/sentOn").asString()).isNotEmpty();
        assertThat(prosecutor.put(PATH + "/" + id, other).problem()).isEqualTo("request.not-a-draft");
        assertThat(prosecutor
                        .post(PATH + "/" + id + "/state", Map.of("to", "DRAFTED"))
                        .problem())
                .isEqualTo("request.no-such-step");

        JsonNode list = prosecutor.get(PATH + "?state=SENT").json();
        assertThat(list.at("/items").findValuesAsString("id")).contains(id);
        assertThat(prosecutor.get(PATH + "?state=CLOSED").json().at("/items").findValuesAsString("id"))
                .doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "purpose", "handingOver", "contact"})
    void shouldRefuseATextOfTheLetterWhenItNamesTheModel(String field) {
        for (String telling : List.of("空壳公司", "shell-companies")) {
            Map<String, Object> wish = Wishes.wish();
            wish.put(field, "为了运行" + title(telling) + "模型");
            assertThat(prosecutor.post(PATH, wish).problem()).isEqualTo("request.not-neutral");
        }
    }

    private String title(String telling) {
        return telling.startsWith("shell")
                ? telling
                : server.part(Needs.class).of("shell-companies").title().zh();
    }

    @Test
    void shouldRefuseWhatIsNotKnownOrNotThere() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "request.model-unknown", Map.of("models", List.of("../../etc"), "contracts", List.of()),
                "request.table-unknown", Map.of("contracts", List.of("account' or 1=1 --")),
                "request.basis-unknown", Map.of("bases", List.of("某法@2020#1")),
                "request.basis-missing", Map.of("bases", List.of()),
                "request.region-unknown", Map.of("regions", List.of("999999")),
                "request.owner-unknown", Map.of("owner", "someone"),
                "request.missing-contact", Map.of("contact", " "),
                "request.text", Map.of("purpose", "x".repeat(501)),
                "request.period-order", Map.of("periodFrom", "2024-02-01", "periodUntil", "2024-01-01"));
        wrong.forEach((problem, change) -> {
            Map<String, Object> wish = Wishes.wish();
            wish.putAll(change);
            Answer answer = prosecutor.post(PATH, wish);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo(problem);
        });
        assertThat(prosecutor.get(PATH + "?state=DRAFTED'--").status()).isEqualTo(400);
        assertThat(prosecutor.get(PATH + "/not-a-number").status()).isEqualTo(404);
    }

    @Test
    void shouldShowARequestToItsDepartmentAndTheHeadsOfItsOffice() {
        String id = prosecutor.post(PATH, Wishes.wish()).json().at("/id").asString();
        TestServer.Place beside = server.departmentBeside(place, "civil");

        for (Person may : List.of(server.signedIn(place, Role.DATA_STEWARD), server.signedIn(beside, Role.CHIEF))) {
            assertThat(may.get(PATH + "/" + id).status()).isEqualTo(200);
        }
        for (Person stranger : List.of(
                server.signedIn(beside, Role.DATA_STEWARD),
                server.signedIn(server.office(), Role.PROSECUTOR, Role.CHIEF))) {
            assertThat(stranger.get(PATH + "/" + id).status()).isEqualTo(404);
            assertThat(stranger.get(PATH + "/" + id + "/pack.zip").status()).isEqualTo(404);
            assertThat(stranger.put(PATH + "/" + id, Wishes.wish()).status()).isEqualTo(404);
            assertThat(stranger.post(PATH + "/" + id + "/state", Map.of("to", "SENT"))
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.get(PATH).json().at("/items").findValuesAsString("id"))
                    .doesNotContain(id);
        }
        assertThat(server.signedIn(place, Role.SECURITY_ADMIN).get(PATH).status())
                .isEqualTo(403);
        assertThat(new Person(server.address()).get(PATH).status()).isEqualTo(401);
    }

    private static JsonNode table(JsonNode proposal, String contract) {
        for (JsonNode table : proposal.at("/tables")) {
            if (table.at("/contract").asString().equals(contract)) {
                return table;
            }
        }
        throw new AssertionError("No table " + contract);
    }
}
