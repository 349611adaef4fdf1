package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components of the guarantee graphs of FinBench, whose numbers were worked out apart from the product. */
class FinBenchTest {

    private static final Path SHARED =
            Path.of(System.getProperty("mingjian.shared", "../../shared")).resolve("data/finbench");

    private final Path folder;

    FinBenchTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void shared() {
        assumeTrue(Files.isDirectory(SHARED), "shared data are not at hand");
    }

    @Test
    void shouldFindTheComponentsOfCompanyGuarantees() throws IOException {
        assertThat(sizes("CompanyGuaranteeCompany.csv", 435)).hasSize(111).endsWith(139L);
    }

    @Test
    void shouldFindTheComponentsOfPersonGuarantees() throws IOException {
        assertThat(sizes("PersonGuaranteePerson.csv", 916)).hasSize(254).endsWith(267L);
    }

    /** The sizes of the components, ascending. Each guarantee is a value that its two ends share. */
    private List<Long> sizes(String file, int edges) throws IOException {
        List<String> lines = Files.readAllLines(SHARED.resolve(file));
        assertThat(lines).hasSize(edges + 1);
        List<String> ends = new ArrayList<>();
        for (int edge = 1; edge < lines.size(); edge++) {
            String[] cells = lines.get(edge).split("\\|");
            ends.add(ends.size() + " | " + cells[0] + " | " + edge);
            ends.add(ends.size() + " | " + cells[1] + " | " + edge);
        }
        List<String> found = Trial.in(folder)
                .contract("edge_end(no): no text, node text, edge text")
                .rows("edge_end", ends.toArray(String[]::new))
                .steps("rings: {connect: edge_end, node: node, by: [edge], hub: 2, add: {ring: component}}")
                .kept("rings", "ring, node");
        Map<String, Long> nodes = found.stream()
                .distinct()
                .map(row -> row.substring(0, row.indexOf('|')))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return nodes.values().stream().sorted().toList();
    }
}
