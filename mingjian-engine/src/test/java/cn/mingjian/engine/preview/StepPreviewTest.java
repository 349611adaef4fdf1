package cn.mingjian.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text rules of the model of unfair housing terms, asked about clauses in hand. */
class StepPreviewTest {

    private static final Library LIBRARY =
            Library.open(Path.of("..", "library").toAbsolutePath().normalize());

    private final DuckSession session;

    StepPreviewTest(@TempDir Path folder) {
        DuckLimits limits = new DuckLimits(256L << 20, 1, folder, 1L << 30);
        session = DuckSession.open(limits, DuckFiles.none(), LIBRARY.functions());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private StepPreview preview(String step, String... fields) {
        ModelPackage pack = PackageReader.read(LIBRARY.folder().resolve("models/unfair-housing-terms"), new Problems())
                .orElseThrow();
        return new StepPreview(
                Compiler.of(LIBRARY),
                LIBRARY.contracts(),
                session,
                pack,
                LIBRARY.contracts().find("contract_text").orElseThrow(),
                step,
                List.of(fields),
                "2024-01-01");
    }

    private static Map<String, Optional<String>> clause(String number, String text) {
        return Map.of("contract_no", Optional.of("C1"), "clause_no", Optional.of(number), "text", Optional.of(text));
    }

    private static String joined(List<Optional<String>> row) {
        return row.stream().map(value -> value.orElse("")).collect(Collectors.joining(" "));
    }

    @Test
    void shouldGiveTheRowsOfAStepAlthoughOtherRegistersAreMissing() {
        StepPreview found = preview("found", "clause_no", "kind");

        assertThat(found.rows(List.of(
                        clause("1", "最终解释权归出卖人所有。"), clause("2", "出卖人不享有解释权。"), clause("3", "买受人不得退房，面积据实结算，广告仅供参考。"))))
                .extracting(StepPreviewTest::joined)
                .containsExactly("1 H01", "3 H02", "3 H03");
        assertThat(found.rows(List.of(clause("1", "本合同一式两份。")))).isEmpty();
        assertThat(found.rows(List.of(clause("9", "最终解释权归开发商。")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "双方协商不成的，任何一方均可向人民法院起诉；不能协商解决的，向仲裁委员会申请仲裁。",
                "出卖人不得擅自变更该商品房的规划、设计。",
                "屋面、外墙面的使用权归全体业主共有。",
                "面积误差比绝对值在3%以内（含3%）的，据实结算房价款；超出3%的，买受人有权退房。",
                "出卖人的说明和允诺具体确定的，构成要约，广告中的说明作为合同内容。",
                "逾期在30日之内的，出卖人按日计算向买受人支付全部房价款万分之二的违约金。",
                "出卖人应当自交付之日起九十日内办理不动产权登记。",
                "买受人支付定金人民币伍万元，定金抵作价款。",
                "有防水要求的卫生间的保修期为五年，供热与供冷系统为两个采暖期、供冷期，装修工程为2年。",
                "未经买受人同意，出卖人不得向任何第三方提供其个人信息。",
                "买受人逾期付款超过90日的，出卖人有权解除合同。"
            })
    void shouldLeaveOrdinaryClausesAlone(String text) {
        assertThat(preview("found", "kind").rows(List.of(clause("1", text)))).isEmpty();
    }

    @Test
    void shouldRefuseAStepThatTheModelDoesNotHave() {
        assertThatThrownBy(() -> preview("find", "kind")).isInstanceOf(ProblemException.class);
    }

    @Test
    void shouldRefuseAValueThatIsNoneOfItsColumn() {
        StepPreview found = preview("found", "kind");

        assertThatThrownBy(() -> found.rows(List.of(Map.of("bold", Optional.of("maybe")))))
                .isInstanceOf(ProblemException.class);
    }
}
