package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clue says of the search on whose silence it rests, and of the tables and parameters that it was computed with. */
class ClueProofTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRM = "91110101MA00000018";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Product product;

    @BeforeEach
    void begin() {
        product = new Product(folder);
    }

    @Test
    void shouldSayWhatWasSearchedAndWhichRecordLiesNearest() throws IOException {
        Path delivery = product.delivery();
        Files.writeString(
                delivery.resolve("待遇追回.csv"),
                Product.DEAD + ",职工基本养老金,2021-01,2021-02,100.00,2021-05-01\n" + Product.DEAD
                        + ",职工基本养老金,2022-01,2022-02,100.00,2022-05-01\n12345,职工基本养老金,2022-01,2022-02,1.00,2022-05-01\n",
                StandardOpenOption.APPEND);
        Files.writeString(
                delivery.resolve("datasets.yaml"),
                "benefit_recovery: {from: \"2019-01-01\", known_until: \"2024-09-30\", regions: [\"340200\"],"
                        + " agencies: [市社保中心], complete: yes, stated_by: 市人社局}\n");

        JsonNode clue = clue(Product.MODEL, delivery, "9.1a", "--set", "min_yuan=100.00");

        JsonNode row = absent(clue, "recovery");
        JsonNode search = row.path("search");
        assertThat(row.path("known_until").asText()).isEqualTo("2024-09-30");
        assertThat(search.path("register").path("zh").asText()).isEqualTo("待遇追回");
        JsonNode version = search.path("versions").get(0);
        assertThat(version.path("digest").asText()).hasSize(64);
        assertThat(version.path("regions").toString()).isEqualTo("[\"340200\"]");
        assertThat(version.path("stated_by").asText()).isEqualTo("市人社局");
        assertThat(search.path("keys").toString())
                .isEqualTo("[{\"id_no\":\"" + Product.DEAD + "\",\"kind\":\"EMPLOYEE_PENSION\"}]");
        assertThat(search.path("keys_in_all").asInt()).isEqualTo(1);
        assertThat(search.path("valid_keys").decimalValue())
                .isLessThanOrEqualTo(java.math.BigDecimal.ONE)
                .isGreaterThan(new java.math.BigDecimal("0.7"));
        assertThat(search.path("nearest").path("row").path("recovered_date").asText())
                .isEqualTo("2022-05-01");
        assertThat(search.path("nearest").path("source").path("row").asInt()).isEqualTo(4);
        assertThat(clue.path("against").toString()).contains("只覆盖这些机关：市社保中心");
        assertThat(clue.path("grade_reason").path("zh").asText()).contains("2个来源所载死亡日期一致");
        assertThat(clue.path("parameters").toString())
                .contains("\"name\":\"min_yuan\",\"value\":\"100.00\",\"source\":")
                .contains("\"whose\":\"--set\"")
                .contains("\"whose\":\"package\"");
    }

    @Test
    void shouldShowTheTableRowsThatWereReadAndWhichOfThemAreLowerBounds() throws IOException {
        Path delivery = pollution("110101");

        JsonNode clue = clue("pollution-tax", delivery, "4.1");

        assertThat(clue.path("amount").path("yuan").decimalValue()).isEqualByComparingTo("1400.00");
        assertThat(rows(clue, "rate")).containsExactly("tables/ept_rate.csv:3 000000 WATER 1.4");
        assertThat(rows(clue, "equivalent")).hasSize(1);
        assertThat(clue.path("lower_bounds").toString())
                .contains("\"table\":\"ept_rate\"")
                .contains("\"row\":3");
        assertThat(clue.path("against").toString()).contains("用的是下限");
        assertThat(absent(clue, "declared").path("search").path("from").asText())
                .isEqualTo("2024-01-01");
        assertThat(absent(clue, "declared").path("search").path("to").asText()).isEqualTo("2024-04-22");
        assertThat(absent(clue, "declared").path("search").path("nearest").isNull())
                .isTrue();
    }

    @Test
    void shouldNameNoLowerBoundWhereAProvinceHasItsOwnRate() throws IOException {
        JsonNode clue = clue("pollution-tax", pollution("340207"), "4.1");

        assertThat(rows(clue, "rate")).containsExactly("tables/ept_rate.csv:5 340000 WATER 1.4");
        assertThat(clue.path("lower_bounds")).isEmpty();
        assertThat(clue.path("against").toString()).doesNotContain("用的是下限");
    }

    private Path pollution(String region) throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("排污" + region));
        Files.writeString(delivery.resolve("pollution_permit.csv"), """
                uscc,entity_name,permit_no,mgmt_class,valid_from,valid_to,outlet_no,outlet_kind,pollutant,plant_kind,region
                %s,示例制造有限公司,P1,KEY,2022-01-01,2026-12-31,DW001,WATER_DIRECT,COD,无,%s
                """.formatted(FIRM, region));
        Files.writeString(delivery.resolve("discharge_month.csv"), """
                uscc,outlet_no,month,pollutant,amount_kg,produced_kg,avg_conc,max_conc,std_limit,method,valid_days
                %s,DW001,2024-01,COD,1000,1000,20,40,50,AUTO,31
                """.formatted(FIRM));
        Files.writeString(delivery.resolve("ept_declaration.csv"), """
                uscc,month,outlet_no,pollutant,method,amount_kg,equivalents,rate,reduction_code,tax_due,declared_date,paid_amount
                91110101MA0000002B,2024-01,DW001,COD,AUTO,1,1,1.4,NONE,1.40,2024-04-10,1.40
                """);
        return delivery;
    }

    /** The only clue of a rule. */
    private JsonNode clue(String model, Path delivery, String code, Object... more) throws IOException {
        Path out = folder.resolve("clues.jsonl");
        List<Object> arguments = new ArrayList<>(
                List.of("run", model, "--data", delivery, "--as-of", "2024-09-30", "--out", out, "--lang", "zh"));
        arguments.addAll(List.of(more));
        Product.Answer answer = product.call(arguments.toArray());
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        List<JsonNode> clues = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            JsonNode clue = JSON.readerFor(JsonNode.class)
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(line);
            if (clue.path("code").asText().equals(code)) {
                clues.add(clue);
            }
        }
        assertThat(clues).as(answer.out()).hasSize(1);
        return clues.get(0);
    }

    private static JsonNode absent(JsonNode clue, String input) {
        for (JsonNode row : clue.path("source_rows")) {
            if (row.path("absent").asBoolean() && row.path("input").asText().equals(input)) {
                return row;
            }
        }
        throw new AssertionError("No search in " + input);
    }

    /** Place, region, medium and value of the rows of a table. */
    private static List<String> rows(JsonNode clue, String table) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : clue.path("source_rows")) {
            if (row.path("input").asText().equals(table)) {
                JsonNode values = row.path("row");
                rows.add(row.path("source").path("file").asText() + ":"
                        + row.path("source").path("row").asInt() + " "
                        + values.path("region").asText() + " "
                        + values.path("medium").asText() + " "
                        + values.path("yuan_per_equivalent").asText());
            }
        }
        return rows;
    }
}
