package cn.mingjian.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,2026-01-31,2026-01-31,2026-02-28",
        "MONTHLY,2026-01-31,2026-02-28,2026-03-31",
        "MONTHLY,2026-01-31,2026-06-15,2026-06-30",
        "QUARTERLY,2026-01-10,2026-01-10,2026-04-10",
        "YEARLY,2024-02-29,2024-02-29,2025-02-28",
        "YEARLY,2024-02-29,2027-06-01,2028-02-29",
        "MONTHLY,2026-05-01,2026-01-01,2026-05-01"
    })
    void shouldBeDueNextAfterADay(Rhythm rhythm, LocalDate first, LocalDate day, LocalDate next) {
        assertThat(rhythm.after(first, day)).hasValue(next);
    }

    @Test
    void shouldBeDueNoMoreWhenItWasOnce() {
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThat(Rhythm.ONCE.after(day, day)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,2026-03-31,2026-03-16,true",
        "MONTHLY,2026-03-31,2026-03-15,false",
        "QUARTERLY,2026-03-31,2026-02-14,true",
        "YEARLY,2026-03-31,2025-12-30,false",
        "ONCE,2026-03-31,2025-01-01,true"
    })
    void shouldCountForADueDayWhenItArrivesAboutThen(Rhythm rhythm, LocalDate due, LocalDate arrived, boolean counts) {
        assertThat(rhythm.counts(due, arrived)).isEqualTo(counts);
    }
}
