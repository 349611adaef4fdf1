package cn.mingjian.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.TestServer;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RecordSchemasTest {

    private final JsonNode schemas = new Person(TestServer.get().address())
            .get("/api/v1/openapi.json")
            .json()
            .at("/components/schemas");

    /** A value, a list of values, a reference, a reference to a nested record, a number: of an answer all are there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ClueRow/timeLimit",
                "ElementShown/choices",
                "ClueRow/place",
                "DeliveryPage/documents",
                "ClueRow/amount",
                "RunRow/grades"
            })
    void shouldSayThatAComponentMayBeNullWhenItIsNullable(String component) {
        String[] part = component.split("/");

        assertThat(mayBeNull(part[0], part[1])).isTrue();
        assertThat(required(part[0])).contains(part[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClueRow/title", "ClueRow/bodies", "ClueRow/number", "RunRow/state", "Desk/since"})
    void shouldSayThatAComponentIsThereAndNeverNullWhenItIsNotNullable(String component) {
        String[] part = component.split("/");

        assertThat(mayBeNull(part[0], part[1])).isFalse();
        assertThat(required(part[0])).contains(part[1]);
    }

    @Test
    void shouldShowTheComponentsOfARecordThatIsUnwrapped() {
        assertThat(required("CluePage"))
                .containsAll(required("ClueRow"))
                .contains("facts")
                .doesNotContain("row");
        assertThat(mayBeNull("CluePage", "place")).isTrue();
        assertThat(mayBeNull("CluePage", "title")).isFalse();
    }

    @Test
    void shouldLetAWishLeaveOutWhatMayBeNull() {
        assertThat(mayBeNull("CorrectionWish", "value")).isTrue();
        assertThat(required("CorrectionWish")).contains("element").doesNotContain("value");
    }

    @Test
    void shouldNameTheValuesOfAnEnum() {
        assertThat(schemas.at("/RunRow/properties/state/$ref").asString()).isEqualTo("#/components/schemas/RunState");
        assertThat(words(schemas.at("/RunState/enum"))).contains("QUEUED", "DONE");
        assertThat(words(schemas.at("/DeliveryKind/enum"))).contains("registers", "criminal-judgment");
    }

    private record First(Same same) {
        record Same(int number) {}
    }

    private record Second(Same same) {
        record Same(String text) {}
    }

    @Test
    void shouldRefuseTwoTypesOfOneName() {
        ModelConverters described = new ModelConverters(true);
        described.addConverter(new RecordSchemas());
        described.readAllAsResolvedSchema(new AnnotatedType(First.class));

        assertThatThrownBy(() -> described.readAllAsResolvedSchema(new AnnotatedType(Second.class)))
                .hasMessageContaining("Same");
    }

    private boolean mayBeNull(String record, String component) {
        JsonNode property = schemas.at("/" + record + "/properties/" + component);
        assertThat(property.isObject()).as(record + "." + component).isTrue();
        return Stream.concat(Stream.of(property), property.path("oneOf").valueStream())
                .anyMatch(schema -> schema.path("type").asString("").equals("null")
                        || words(schema.path("type")).contains("null"));
    }

    private List<String> required(String record) {
        return words(schemas.at("/" + record + "/required"));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
