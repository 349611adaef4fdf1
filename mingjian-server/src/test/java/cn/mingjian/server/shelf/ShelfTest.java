package cn.mingjian.server.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.running.FormRegister;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShelfTest {

    private static final String MODELS = "/api/v1/models";
    private static final String CORRECTION = "community-correction-revocation";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldListModelsThoseThatDocumentsFeedFirst() {
        JsonNode models = prosecutor.get(MODELS).json();

        assertThat(models.size()).isEqualTo(8);
        assertThat(models.findValuesAsString("id"))
                .startsWith("indictment-judgment-discrepancy", "judgment-against-itself", "unfair-housing-terms");
        assertThat(models.get(0).at("/documents").asString()).isEqualTo("criminal-judgment");
        assertThat(models.get(2).at("/documents").asString()).isEqualTo("housing-contract");
        assertThat(models).allSatisfy(model -> {
            assertThat(model.at("/question/zh").asString()).endsWith("？");
            assertThat(model.at("/question/en").asString()).endsWith("?");
            assertThat(model.at("/point/zh").asString()).doesNotContain(".");
            assertThat(model.at("/bodies").size()).isPositive();
            assertThat(model.at("/tables").asInt()).isPositive();
            assertThat(model.at("/rules").asInt()).isPositive();
            assertThat(model.at("/lastRun").isNull()).isTrue();
        });
    }

    @Test
    void shouldFindModelsByWordsLineAndDoor() {
        assertThat(found("?query=" + encoded("空壳"))).containsExactly("shell-companies");
        assertThat(found("?query=D5-06")).containsExactly(CORRECTION);
        assertThat(found("?line=criminal")).contains(CORRECTION).doesNotContain("shell-companies");
        assertThat(found("?door=documents")).hasSize(3);
        assertThat(found("?query=" + encoded("' or 1=1 --"))).isEmpty();
        assertThat(prosecutor.get(MODELS + "?line=x%27--").problem()).isEqualTo("server.model-line");
        assertThat(prosecutor.get(MODELS + "?door=back").problem()).isEqualTo("server.model-door");
    }

    @Test
    void shouldShowAModelWithGuideInputsRulesAndParameters() {
        JsonNode model = prosecutor.get(MODELS + "/" + CORRECTION).json();

        assertThat(model.at("/guide/zh").asString()).startsWith("# ");
        assertThat(model.at("/guide/en").asString()).startsWith("# ");
        JsonNode input = one(model.at("/inputs"), "contract", "cc_person");
        assertThat(input.at("/must").asBoolean()).isTrue();
        assertThat(input.at("/columns").findValuesAsString("id")).contains("id_no");
        JsonNode rule = one(model.at("/ruleCards"), "code", "D5-06");
        assertThat(rule.at("/card/zh").asString()).contains("行政处罚");
        assertThat(rule.at("/needs").toString()).contains("cc_person", "admin_penalty");
        assertThat(rule.at("/law/0/text").asString()).isNotEmpty();
        assertThat(rule.at("/grades").size()).isPositive();
        JsonNode parameter = one(model.at("/parameters"), "name", "report_days");
        assertThat(parameter.at("/unit/en").asString()).isEqualTo("days");
        assertThat(parameter.at("/law/article").asString()).startsWith("21");
        assertThat(parameter.at("/law/text").asString()).isNotEmpty();
        assertThat(one(model.at("/parameters"), "name", "ripe").at("/law").isNull())
                .isTrue();
        assertThat(model.at("/digest").asString()).hasSize(64);
    }

    @Test
    void shouldGiveAFormWithANumberThatNamesItsModelWhenItComesBack() throws Exception {
        Answer form = prosecutor.get(MODELS + "/" + CORRECTION + "/form?lang=zh");

        assertThat(form.status()).isEqualTo(200);
        String name = form.whole().headers().firstValue("Content-Disposition").orElseThrow();
        assertThat(name).matches("attachment; filename=\"form-[0-9A-Z]{10}\\.xlsx\"");
        String number = name.replaceAll(".*form-(.*)\\.xlsx\"", "$1");
        assertThat(new FormRegister(server.part(ServerSettings.class).forms()).find(number))
                .hasValueSatisfying(made -> assertThat(made.model()).isEqualTo(CORRECTION));

        Answer back = prosecutor.upload(
                Brought.DELIVERIES,
                Map.of("kind", "registers"),
                Map.of("form.xlsx", form.whole().body()));
        JsonNode page = Brought.read(prosecutor, back.json().at("/id").asString());
        assertThat(page.at("/form/number").asString()).isEqualTo(number);
        assertThat(page.at("/form/model").asString()).isEqualTo(CORRECTION);
    }

    @Test
    void shouldRefuseWhoDoesNoCaseworkAndKnowNoOtherModel() {
        for (String path : List.of(MODELS, MODELS + "/" + CORRECTION, MODELS + "/" + CORRECTION + "/form")) {
            assertThat(server.signedIn(place, Role.SECURITY_ADMIN).get(path).status())
                    .isEqualTo(403);
            assertThat(new Person(server.address()).get(path).status()).isEqualTo(401);
        }
        assertThat(prosecutor.get(MODELS + "/no-such-model").status()).isEqualTo(404);
        assertThat(prosecutor.get(MODELS + "/..%5C..%5Ctables/form").status()).isIn(400, 404);
    }

    private List<String> found(String query) {
        return prosecutor.get(MODELS + query).json().findValuesAsString("id").stream()
                .distinct()
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        for (JsonNode node : list) {
            if (node.path(field).asString().equals(value)) {
                return node;
            }
        }
        throw new AssertionError("No " + value + " in " + list);
    }

    @Test
    void shouldShowWhereTheCluesOfEachRuleComeFrom() {
        JsonNode lineage =
                prosecutor.get("/api/v1/models/pollution-tax/lineage").json();

        assertThat(lineage.size()).isPositive();
        for (JsonNode rule : lineage) {
            Map<String, Integer> layers = new HashMap<>();
            rule.at("/nodes")
                    .forEach(node -> layers.put(
                            node.at("/id").asString(), node.at("/layer").asInt()));
            assertThat(layers).isNotEmpty();
            rule.at("/edges")
                    .forEach(edge -> assertThat(layers.get(edge.at("/from").asString()))
                            .isLessThan(layers.get(edge.at("/to").asString())));
            assertThat(rule.at("/nodes/" + (layers.size() - 1) + "/kind").asString())
                    .isEqualTo("RULE");
            assertThat(rule.at("/nodes/0/kind").asString()).isIn("REGISTER", "TABLE");
            assertThat(rule.at("/facts").size()).isPositive();
            assertThat(rule.at("/nodes").toString()).doesNotContain("\"title\":{\"en\":\"\"");
        }
        assertThat(prosecutor.get("/api/v1/models/no-such/lineage").status()).isEqualTo(404);
    }
}
