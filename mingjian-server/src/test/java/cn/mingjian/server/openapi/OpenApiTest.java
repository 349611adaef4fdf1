package cn.mingjian.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the interface is checked in, and the pages' client is generated from it. After a change of the
 * interface write it anew with {@code -Dmingjian.openapi.write}.
 */
class OpenApiTest {

    private static final Path FILE = Path.of("openapi.json");

    @Test
    void shouldDescribeTheInterfaceAsItRuns() throws IOException {
        ObjectNode running = (ObjectNode) new Person(TestServer.get().address())
                .get("/api/v1/openapi.json")
                .json();
        running.remove("servers"); // the port of this run
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        if (System.getProperty("mingjian.openapi.write") != null) {
            Files.writeString(FILE, mapper.writeValueAsString(running) + "\n");
        }

        JsonNode written = mapper.readTree(Files.readString(FILE));

        assertThat(running).isEqualTo(written);
    }

    @Test
    void shouldNameEachOperationOnceByWhatItDoes() {
        List<String> ids = new Person(TestServer.get().address())
                .get("/api/v1/openapi.json")
                .json()
                .findValuesAsString("operationId");

        assertThat(ids)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]*\\.[a-z][A-Za-z]*"));
    }
}
