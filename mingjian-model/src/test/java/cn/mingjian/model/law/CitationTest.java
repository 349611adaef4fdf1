package cn.mingjian.model.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "民事诉讼法@2023#219.1",
                "刑法@2023#133-1",
                "公司法@2023#178.1(2)",
                "非法行医解释@2016#2(4)",
                "劳社厅函〔2001〕44号@2001",
                "某法@2020b#12"
            })
    void shouldWriteACitationAsItWasRead(String written) {
        assertThat(Citation.parse(written).orElseThrow()).hasToString(written);
    }

    @Test
    void shouldTakeACitationApart() {
        Citation citation = Citation.parse(" 公司法@2023#178.1(2) ").orElseThrow();

        assertThat(citation.law()).isEqualTo("公司法");
        assertThat(citation.text()).isEqualTo("2023");
        assertThat(citation.provision()).contains(new Provision(new ArticleNumber(178, 0), 1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "刑法", "刑法#65", "刑法@2020#", "刑法@20#1", "刑法@2020#0", "@2020#1", "刑法@2020#1.0", "刑法@2020#a"})
    void shouldRefuseWhatIsNotACitation(String written) {
        assertThat(Citation.parse(written)).isEmpty();
    }

    @Test
    void shouldReadAlternativesInOrder() {
        assertThat(Citation.parse(scalar("law: \"公司法@2018#211 | 公司法@2023#260\"\n"), problems))
                .map(Citation::toString)
                .containsExactly("公司法@2018#211", "公司法@2023#260");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void shouldPointAtTheAlternativeThatIsNoCitation() {
        List<Citation> read = Citation.parse(scalar("law: \"公司法@2018#211 | 公司法2023#260\"\n"), problems);

        assertThat(read).hasSize(1);
        assertThat(problems.list())
                .containsExactly(Problem.error(new Place("rule.yaml", 1, 22), "law.not-a-citation", "公司法2023#260"));
    }

    private YamlScalar scalar(String yaml) {
        YamlMap map = YamlFile.parse(yaml, "rule.yaml", problems).orElseThrow();
        return map.requireScalar("law").orElseThrow();
    }
}
