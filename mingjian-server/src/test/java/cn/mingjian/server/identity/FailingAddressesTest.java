package cn.mingjian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.mingjian.model.Words;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FailingAddressesTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2024-09-30T08:00:00Z"), ZoneOffset.UTC);

    private final SettableClock clock = new SettableClock();
    private final FailingAddresses addresses =
            new FailingAddresses(new SignInLimits(5, 3, 15, Words.same("test")), clock);

    @Test
    void shouldLetAnAddressWaitWhenItFailedTooOftenAndNoOther() {
        fail("10.0.0.1", 3);
        fail("10.0.0.2", 2);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> addresses.refuseWaiting("10.0.0.1"));

        assertThat(refusal.status()).isEqualTo(429);
        assertThatCode(() -> addresses.refuseWaiting("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void shouldForgetWhenTheTimeIsOver() {
        fail("10.0.0.1", 3);
        clock.passed = Duration.ofMinutes(15);

        assertThatCode(() -> addresses.refuseWaiting("10.0.0.1")).doesNotThrowAnyException();
        fail("10.0.0.1", 2);
        assertThatCode(() -> addresses.refuseWaiting("10.0.0.1")).doesNotThrowAnyException();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            addresses.failed(address);
        }
    }

    private static final class SettableClock extends Clock {
        private Duration passed = Duration.ZERO;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.instant().plus(passed);
        }
    }
}
