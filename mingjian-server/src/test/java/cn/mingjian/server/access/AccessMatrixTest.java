package cn.mingjian.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.access.AccessMatrix.Line;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with every caller, against the matrix in {@code access-matrix.csv}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private final AccessMatrix matrix;

    AccessMatrixTest() throws IOException, InterruptedException {
        matrix = new AccessMatrix();
    }

    @Test
    void shouldHoldALineForEveryEndpoint() {
        Set<String> known = new TreeSet<>();
        matrix.lines()
                .forEach(line -> known.add(line.method() + " " + line.path().replaceAll("\\{[^}]*}|none$", "{}")));
        Set<String> running = new TreeSet<>();
        TestServer.get()
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getName().startsWith("cn.mingjian.")) {
                        mapping.getPatternValues().forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> running.add(verb + " " + path.replaceAll("\\{[^}]*}", "{}"))));
                    }
                });

        assertThat(known).isEqualTo(running);
    }

    @Test
    void shouldLetInWhomTheMatrixLetsIn() {
        List<String> wrong = new ArrayList<>();
        for (Line line : matrix.lines()) {
            matrix.names().forEach(caller -> wrong.addAll(matrix.wrong(line, caller)));
            if (line.endsSessions()) {
                matrix.begin();
            }
        }

        assertThat(wrong).isEmpty();
    }
}
