package cn.mingjian.documents.clause;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.DocumentType;
import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.text.LegalText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HousingContractExtractorTest {

    private static final DocumentType KIND =
            DocumentTypes.open(Path.of("..", "library"), HousingContractExtractor.TYPE);

    private static final String CONTRACT = """
            商品房买卖合同（预售）
            示范文本 GF-2014-0171    合同编号：HT2024000007
            出卖人：示例置业有限公司
            统一社会信用代码：91110101MA00000018
            项目名称：示例花园
            第一条 价款
            该商品房总价款为人民币1,280,000元。
            第二条 交付
            出卖人应当书面通知买受人。
            签订日期：2024年3月15日
            补充协议
            一、本协议的最终解释权归出卖人。
            """;

    private static Extraction extract(String text) {
        return KIND.extractor().extract("7.docx", LegalText.of(text));
    }

    private static String value(Extraction extraction, String element) {
        return extraction.first(element, 0).map(one -> one.value().asText()).orElse("-");
    }

    @Test
    void shouldReadTheFiguresAndTheClausesOfAContract() {
        Extraction found = extract(CONTRACT);

        assertThat(value(found, "contract_no")).isEqualTo("HT2024000007");
        assertThat(value(found, "template_version")).isEqualTo("GF-2014-0171");
        assertThat(value(found, "developer_name")).isEqualTo("示例置业有限公司");
        assertThat(value(found, "developer_uscc")).isEqualTo("91110101MA00000018");
        assertThat(value(found, "project")).isEqualTo("示例花园");
        assertThat(value(found, "sign_date")).isEqualTo("2024-03-15");
        assertThat(found.first("price_total", 0).orElseThrow().value().decimalValue())
                .isEqualByComparingTo("1280000");
        assertThat(found.of(HousingContractExtractor.CLAUSE, 0))
                .extracting(clause -> clause.value().path("part").asText() + " "
                        + clause.value().path("number").asText())
                .containsExactly("MAIN 0", "MAIN 1", "MAIN 2", "SUPPLEMENT 1");
    }

    @Test
    void shouldGiveTheRowsThatTheModelReads() {
        Map<String, List<ObjectNode>> rows = KIND.rows().orElseThrow().rows(extract(CONTRACT));

        assertThat(rows.get("housing_contract")).hasSize(1);
        assertThat(rows.get("contract_text"))
                .hasSize(4)
                .last()
                .satisfies(row -> assertThat(row.path("contract_no").asText()).isEqualTo("HT2024000007"))
                .satisfies(row -> assertThat(row.path("part").asText()).isEqualTo("SUPPLEMENT"))
                .satisfies(row -> assertThat(row.path("text").asText()).isEqualTo("本协议的最终解释权归出卖人。"));
    }

    @Test
    void shouldNameTheRowsByTheDocumentWhereNoNumberIsStated() {
        Map<String, List<ObjectNode>> rows = KIND.rows().orElseThrow().rows(extract("一、据实结算。"));

        assertThat(rows.get("contract_text")).hasSize(1).first().satisfies(row -> assertThat(
                        row.path("contract_no").asText())
                .isEqualTo("7.docx"));
    }
}
