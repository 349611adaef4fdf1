package cn.mingjian.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order is taken whole and as it is written, or not at all. */
class OrderFileTest {

    private static final String ORDER = """
            {"schema": 1, "product": "test", "library": "/l", "package": {"path": "/p", "digest": "0"},
             "bindings": {"item": ["/d/1"]}, "as_of": "2024-09-30", "purpose": "", "parameters": {},
             "keeping": "shared", "unknown": false, "numbering_key": "/k",
             "limits": {"memory_bytes": 1, "heap_bytes": 1, "threads": 1, "temporary_bytes": 1, "wall_seconds": 1}}
            """;

    private final Path file;

    OrderFileTest(@TempDir Path folder) {
        file = folder.resolve("order.json");
    }

    @Test
    void shouldReadWhatItWroteWhenTheOrderIsWhole() throws IOException {
        OrderFile order = read(ORDER);

        order.write(file);

        assertThat(OrderFile.read(file)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            "schema": 1,              | "schema": 2,              | worker.order-value
            "library": "/l"           | "library": "l"            | worker.order-value
            "path": "/p"              | "path": "../p"            | worker.order-value
            ["/d/1"]                  | ["/d/1", "d"]             | worker.order-value
            "numbering_key": "/k"     | "numbering_key": "k"      | worker.order-value
            "wall_seconds": 1         | "wall": 1                 | worker.order
            "purpose": "",            |                           | worker.order
            "purpose": ""             | "purpose": null           | worker.order
            "unknown": false          | "unknown": false, "x": 1  | worker.order
            "keeping": "shared"       | "keeping": "all"          | worker.order
            "as_of": "2024-09-30"     | "as_of": "30/9"           | worker.order
            "product": "test"         | "product": "test", "product": "test" | worker.order
            "wall_seconds": 1}}       | "wall_seconds": 1}} {}    | worker.order
            """)
    void shouldRefuseAnOrderWhenOneThingInItIsAnother(String right, String wrong, String code) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> read(ORDER.replace(right, wrong == null ? "" : wrong)));

        Problem problem = refused.problems().get(0);
        assertThat(problem.code()).isEqualTo(code);
        for (Language language : Language.values()) {
            assertThat(Messages.render(problem, language))
                    .contains("order.json")
                    .doesNotContain("{0}");
        }
    }

    private OrderFile read(String text) throws IOException {
        Files.writeString(file, text);
        return OrderFile.read(file);
    }
}
