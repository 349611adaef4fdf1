package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.step.Operators;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.StepCard;
import cn.mingjian.model.problem.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepCardTest {

    static List<String> words() {
        return List.copyOf(Operators.words());
    }

    private static Step step(String operator, String... words) {
        return new Step(
                "s",
                operator,
                Relation.of("s", Set.of(), Set.of()),
                List.of(),
                Set.of(),
                new Step.Nothing(),
                Optional.empty(),
                List.of(words));
    }

    @ParameterizedTest
    @MethodSource("words")
    void shouldHaveACardInBothLanguages(String operator) {
        Step step = step(operator, "w0", "w1", "w2", "w3", "w4", "w5");

        for (Language language : Language.values()) {
            assertThat(StepCard.text(step, language))
                    .contains("w0")
                    .doesNotContain("{")
                    .doesNotContain("}");
        }
        assertThat(StepCard.text(step, Language.ZH)).isNotEqualTo(StepCard.text(step, Language.EN));
    }

    @Test
    void shouldLeaveOutAConditionThatIsNotThere() {
        assertThat(StepCard.text(step("join", "stay", "hotel", "hotel_id", ""), Language.ZH))
                .isEqualTo("把“stay”与“hotel”中 hotel_id 相同的行配成对");
        assertThat(StepCard.text(step("join", "stay", "hotel", "hotel_id", "age < 18"), Language.ZH))
                .isEqualTo("把“stay”与“hotel”中 hotel_id 相同且符合条件的行配成对：age < 18");
    }
}
