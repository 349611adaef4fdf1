package cn.mingjian.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Measure;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.version.VersionStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final Place PLACE = new Place("model.yaml", 3, 5);

    @Test
    void shouldAskForNothingWhenThereIsNoNameThatCouldBeMeant() {
        Problem problem = Problem.error(PLACE, "contract.unknown", "stay", Nearest.advice("stay", List.of()));

        assertThat(Messages.render(problem, Language.EN))
                .isEqualTo("model.yaml:3:5: There is no contract \"stay\" in the library.");
        assertThat(Messages.render(problem, Language.ZH)).endsWith("“stay”。");
    }

    @Test
    void shouldSayAnArgumentInTheLanguageOfTheMessageAlsoAfterAnEvent() {
        Problem problem = Problem.error(PLACE, "version.too-small", "1.0.0", "1.0.1", VersionStep.MAJOR);
        Problem told = Event.Failed.byInput(List.of(problem)).problems().get(0).problem();

        for (Problem one : List.of(problem, told)) {
            assertThat(Messages.render(one, Language.EN)).contains("at least a major step");
            assertThat(Messages.render(one, Language.ZH)).contains("至少需要升主版本号");
        }
        assertThat(Messages.text(Language.EN, "contract.unknown-word", new Words("甲", "first"), "x"))
                .startsWith("\"first\" is not known");
    }

    @Test
    void shouldNotTakeATextOfTheInputForAnArgumentInTwoLanguages() {
        Problem problem = Problem.error(PLACE, "contract.unknown-word", "a\u001Fb", "x");

        assertThat(Messages.render(problem, Language.EN)).contains("a\\u001fb");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reading 1 rows (100%)             | reading 1 row (100%)
            1 companies at one address        | 1 company at one address
            1 innocent explanations, 1 hits   | 1 innocent explanation, 1 hit
            11 rows, 1.1 years, 2024-1 months | 11 rows, 1.1 years, 2024-1 months
            1 of 1 rows, made 1 rows          | 1 of 1 rows, made 1 row
            1 thus, 1 rowsets, 0 rows         | 1 thus, 1 rowsets, 0 rows
            """)
    void shouldSayOneInTheSingular(String written, String said) {
        assertThat(Singular.in(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void shouldNameEveryMeasureInBothLanguages(Measure measure) {
        assertThat(measure.in(Language.ZH)).containsPattern("\\p{IsHan}");
        assertThat(measure.in(Language.EN)).containsPattern("[a-z]").doesNotContainPattern("\\p{IsHan}");
        assertThat(Measure.of(measure.name())).contains(measure);
        assertThat(Measure.name("NO_SUCH", Language.ZH)).isEqualTo("NO_SUCH");
    }
}
