package cn.mingjian.model.clue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.clue.Readiness.Gap;
import cn.mingjian.model.contract.Lack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final Lack ROLL = Lack.of("roll");
    private static final Lack CALL = Lack.of("call");

    @Test
    void shouldBringFirstWhatMakesTheMostRulesRun() {
        Lack either = Lack.oneOf(List.of(Set.of(CALL), Set.of(Lack.of("door"))))
                .iterator()
                .next();

        Readiness readiness = readiness(
                rule("1", false), rule("2", false, ROLL), rule("3", false, ROLL, CALL), rule("4", false, either));

        assertThat(readiness.rules()).isEqualTo(4);
        assertThat(readiness.ran()).isOne();
        assertThat(readiness.gaps()).containsExactly(new Gap(List.of("call", "roll"), List.of("2", "3", "4")));
    }

    @Test
    void shouldCountOnWhatWasBroughtBefore() {
        Lack far = Lack.of("far");

        assertThat(readiness(rule("1", false, ROLL), rule("2", false, ROLL), rule("3", false, ROLL, far))
                        .gaps())
                .containsExactly(new Gap(List.of("roll"), List.of("1", "2")), new Gap(List.of("far"), List.of("3")));
    }

    @Test
    void shouldCountColumnsOfOneRegisterAsOneThingToBring() {
        Lack one = Lack.of("hotel", "kind");
        Lack two = Lack.of("hotel", "name");

        assertThat(readiness(rule("1", false, one, two), rule("2", false, one, two), rule("3", false, ROLL))
                        .gaps())
                .first()
                .isEqualTo(new Gap(List.of("hotel.kind", "hotel.name"), List.of("1", "2")));
    }

    @Test
    void shouldNotCountSignals() {
        Readiness readiness = readiness(rule("1", false), rule("s", true, ROLL));

        assertThat(readiness).isEqualTo(new Readiness(1, 1, List.of()));
    }

    private static Readiness readiness(RuleCount... rules) {
        return Readiness.of(new Funnel(List.of(), List.of(), List.of(rules)));
    }

    private static RuleCount rule(String code, boolean signal, Lack... lacks) {
        return new RuleCount(
                code,
                code,
                Words.same(code),
                signal,
                lacks.length == 0 ? "run" : RuleCount.NOT_RUNNABLE,
                List.of(lacks),
                List.of(),
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                0,
                0);
    }
}
