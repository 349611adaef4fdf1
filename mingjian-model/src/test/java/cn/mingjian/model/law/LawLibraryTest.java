package cn.mingjian.model.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problem.Severity;
import cn.mingjian.model.problem.ProblemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law library that ships. */
class LawLibraryTest {

    private static final LawIndex INDEX = LawIndex.load(Path.of("..", "library"));
    private static final Place PLACE = new Place("model.yaml", 3, 7);

    @Test
    void shouldHoldTextsWithoutGapsAndSameAsLinesThatAreTrue() {
        assertThat(INDEX.audit()).isEmpty();
        assertThat(INDEX.laws()).hasSizeGreaterThan(60);
    }

    @Test
    void shouldStateForEveryVerifiedTextTheDayInForceAndItsWords() {
        assertThat(INDEX.laws().stream().flatMap(law -> law.texts().stream()).filter(LawText::verified))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.inForce()).isPresent())
                .allSatisfy(text -> assertThat(text.inForceSource().en()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "民事诉讼法@2023#219.1, 最高人民检察院对各级人民法院已经发生法律效力的判决",
        "民事诉讼法@2021#219, 人民检察院决定对人民法院的判决、裁定、调解书提出抗诉的，应当制作抗诉书。",
        "刑法@2023#77.2, 被宣告缓刑的犯罪分子，在缓刑考验期限内，违反法律",
        "刑法@2020#86.3, 被假释的犯罪分子，在假释考验期限内，有违反法律",
        "刑法@2020#65.1, 被判处有期徒刑以上刑罚的犯罪分子",
        "刑法@2023#133-1, 在道路上驾驶机动车",
        "社区矫正法@2019#46.3, 对于有第二款规定以外的其他需要撤销缓刑、假释情形的",
        "刑事诉讼法@2018#264.1, 罪犯被交付执行刑罚的时候",
        "刑事诉讼法@2018#128, 侦查人员对于与犯罪有关的场所",
        "刑事诉讼法解释@2021#358, 案件审理过程中",
        "公司法@2018#211, 公司成立后无正当理由超过六个月未开业的",
        "民法典@2020#497, 有下列情形之一的，该格式条款无效：",
        "民法典@2020#586.2, 定金的数额由当事人约定；但是，不得超过主合同标的额的百分之二十",
        "消费者权益保护法@2013#26.2, 经营者不得以格式条款、通知、声明、店堂告示等方式",
        "商品房买卖合同解释@2020#14.1(2), （二）商品房买卖合同的标的物为尚未建成房屋的",
        "合同编通则解释@2023#9.1, 合同条款符合民法典第四百九十六条第一款规定的情形",
        "公司法@2023#178.1(2), （二）因贪污、贿赂、侵占财产",
        "企业信息公示暂行条例@2024#18, 企业未按照本条例规定的期限公示年度报告",
        "企业信息公示暂行条例@2014#17.1(1), (一)企业未按照本条例规定的期限公示年度报告",
        "社会保险经办条例@2023#26, 社会保险经办机构应当",
        "未成年人保护法@2024#57, 旅馆、宾馆、酒店等住宿经营者接待未成年人入住",
        "旅馆业治安管理办法@2022#4.1, 申请开办旅馆，应取得市场监管部门核发的营业执照",
        "检察公益诉讼解释@2020#21.2, 行政机关应当在收到检察建议书之日起两个月内",
        "环境保护税法@2018#9, 每一排放口或者没有排放口的应税大气污染物",
        "治安管理处罚法@2012#60(4), （四）被依法执行管制、剥夺政治权利"
    })
    void shouldShowTheWordsBehindACitation(String written, String start) {
        Citation citation = Citation.parse(written).orElseThrow();
        LocalDate day = INDEX.law(citation.law())
                .flatMap(law -> law.text(citation.text()))
                .flatMap(LawText::inForce)
                .orElseThrow();

        ResolvedLaw resolved = INDEX.resolve(List.of(citation), day);

        assertThat(INDEX.problemsOf(citation, PLACE)).isEmpty();
        assertThat(resolved.chosenBy()).isEqualTo(ChosenBy.PINNED);
        assertThat(resolved.verified()).isTrue();
        assertThat(resolved.reference()).isEqualTo(written);
        assertThat(resolved.words().orElseThrow()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({
        // pinned text in force
        "民事诉讼法@2023#219.1, 2024-01-01, 民事诉讼法@2023#219.1, PINNED",
        // backward and forward through a shift of numbers
        "民事诉讼法@2023#219.1, 2023-12-31, 民事诉讼法@2021#215.1, SAME_AS",
        "民事诉讼法@2021#215.2, 2024-06-30, 民事诉讼法@2023#219.2, SAME_AS",
        // before the first text that is held
        "民事诉讼法@2023#219.1, 2021-12-31, 民事诉讼法@2023#219.1, NOT_CHECKED",
        // through texts of the Criminal Law that are not held themselves
        "刑法@2020#65.1, 2024-05-01, 刑法@2023#65.1, SAME_AS",
        "刑法@2020#65.1, 2019-05-01, 刑法@2017#65.1, SAME_AS",
        "刑法@2020#65.1, 2022-05-01, 刑法@2020#65.1, PINNED",
        "刑法@2020#390, 2024-05-01, 刑法@2020#390, NOT_CHECKED",
        "刑法@2023#390, 2024-02-29, 刑法@2023#390, NOT_CHECKED",
        "刑法@2023#133-2, 2021-02-28, 刑法@2023#133-2, NOT_CHECKED",
        "刑法@2023#133-2, 2021-03-01, 刑法@2020#133-2, SAME_AS",
        // carried in substance: the paragraph is left out
        "公司法@2023#260.1, 2024-06-30, 公司法@2018#211, SAME_AS",
        "未成年人保护法@2024#122, 2024-04-25, 未成年人保护法@2020#122, SAME_AS",
        "企业信息公示暂行条例@2024#18, 2024-04-30, 企业信息公示暂行条例@2024#18, NOT_CHECKED",
        // behind the horizon
        "社区矫正法@2019#46.3, 2025-01-01, 社区矫正法@2019#46.3, NOT_CHECKED",
        "社区矫正法@2019#46.3, 2024-12-31, 社区矫正法@2019#46.3, PINNED"
    })
    void shouldFollowAProvisionToTheTextOfTheDay(String written, LocalDate day, String shown, ChosenBy chosenBy) {
        ResolvedLaw resolved = INDEX.resolve(List.of(Citation.parse(written).orElseThrow()), day);

        assertThat(resolved.reference()).isEqualTo(shown);
        assertThat(resolved.chosenBy()).isEqualTo(chosenBy);
        assertThat(resolved.checkedForDate()).isEqualTo(chosenBy != ChosenBy.NOT_CHECKED);
        assertThat(resolved.lawDate()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, 公司法@2018#211", "2024-07-01, 公司法@2023#260"})
    void shouldTakeTheFirstAlternativeWhoseTextIsInForce(LocalDate day, String shown) {
        List<Citation> alternatives = Stream.of("公司法@2018#211", "公司法@2023#260")
                .map(written -> Citation.parse(written).orElseThrow())
                .toList();

        ResolvedLaw resolved = INDEX.resolve(alternatives, day);

        assertThat(resolved.reference()).isEqualTo(shown);
        assertThat(resolved.chosenBy()).isEqualTo(ChosenBy.ALTERNATIVE);
        assertThat(resolved.words()).isPresent();
    }

    @Test
    void shouldShowTheFirstAlternativeUncheckedWhenNoneHeldOnTheDay() {
        List<Citation> alternatives = Stream.of("公司法@2018#211", "公司法@2023#260")
                .map(written -> Citation.parse(written).orElseThrow())
                .toList();

        ResolvedLaw resolved = INDEX.resolve(alternatives, LocalDate.of(2010, 1, 1));

        assertThat(resolved.reference()).isEqualTo("公司法@2018#211");
        assertThat(resolved.chosenBy()).isEqualTo(ChosenBy.NOT_CHECKED);
    }

    @Test
    void shouldSayWhatChangedWhenAProvisionIsCarriedInSubstance() {
        ResolvedLaw resolved =
                INDEX.resolve(List.of(Citation.parse("公司法@2018#211").orElseThrow()), LocalDate.of(2024, 9, 30));

        assertThat(resolved.reference()).isEqualTo("公司法@2023#260");
        assertThat(resolved.note().orElseThrow().en()).contains("dormancy");
    }

    @Test
    void shouldMarkAnInstrumentWhoseWordsAreNotHeldAsNotVerified() {
        Citation citation = Citation.parse("社区矫正法实施办法@2020#41").orElseThrow();

        assertThat(INDEX.problemsOf(citation, PLACE))
                .containsExactly(Problem.warning(PLACE, "law.words-not-held", "社区矫正法实施办法@2020", "41"));
        ResolvedLaw resolved = INDEX.resolve(List.of(citation), LocalDate.of(2024, 6, 30));
        assertThat(resolved.verified()).isFalse();
        assertThat(resolved.words()).isEmpty();
        assertThat(resolved.chosenBy()).isEqualTo(ChosenBy.PINNED);
    }

    @Test
    void shouldResolveAnInstrumentAsAWhole() {
        Citation citation = Citation.parse("劳社厅函〔2001〕44号@2001").orElseThrow();

        assertThat(INDEX.problemsOf(citation, PLACE)).isEmpty();
        ResolvedLaw resolved = INDEX.resolve(List.of(citation), LocalDate.of(2024, 6, 30));
        assertThat(resolved.article()).isEmpty();
        assertThat(resolved.verified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "刑罚@2023#65, law.unknown, ERROR",
        "刑法@1979#65, law.unknown-text, ERROR",
        "刑法@2023#453, law.no-article, ERROR",
        "刑法@2020#390, law.words-not-held, WARNING",
        "刑法@2023#65.9, law.no-paragraph, ERROR",
        "公司法@2023#178.1(9), law.no-paragraph, ERROR"
    })
    void shouldNameWhatIsWrongWithACitation(String written, String code, Severity severity) {
        List<Problem> problems = INDEX.problemsOf(Citation.parse(written).orElseThrow(), PLACE);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo(code);
        assertThat(problems.get(0).severity()).isEqualTo(severity);
        assertThat(problems.get(0).place()).isEqualTo(PLACE);
        assertThat(Messages.render(problems.get(0), Language.ZH)).doesNotContain("{");
        assertThat(Messages.render(problems.get(0), Language.EN)).doesNotContain("{");
    }

    @Test
    void shouldSuggestTheNearestLaw() {
        Problem problem = INDEX.problemsOf(Citation.parse("社区矫正@2019#46").orElseThrow(), PLACE)
                .get(0);

        assertThat(Messages.render(problem, Language.EN))
                .isEqualTo("model.yaml:3:7: The law library does not know \"社区矫正\"; did you mean 社区矫正法?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"刑事诉讼法解释", "高法解释"})
    void shouldAnswerToAliases(String name) {
        assertThat(INDEX.law(name).orElseThrow().name()).isEqualTo("刑事诉讼法解释");
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, 公司法@2018#178", "2024-07-01, 公司法@2023#178"})
    void shouldReadAnArticleInTheTextOfADay(LocalDate day, String shown) {
        assertThat(INDEX.article("公司法", "178", day).reference()).isEqualTo(shown);
    }

    @Test
    void shouldSayWhichTextsAreKnownWhenNoneHeldOnADay() {
        assertThatThrownBy(() -> INDEX.article("公司法", "178", LocalDate.of(2001, 1, 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2018 (2018-10-26), 2023 (2024-07-01)");
        assertThatThrownBy(() -> INDEX.article("公司法", "178", LocalDate.of(2030, 1, 1)))
                .hasMessageContaining("known up to 2024-12-31");
        assertThatThrownBy(() -> INDEX.article("公司法", "第八条", LocalDate.of(2024, 1, 1)))
                .hasMessageContaining("not the number of an article");
    }
}
