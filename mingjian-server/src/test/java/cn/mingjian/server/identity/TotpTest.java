package cn.mingjian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void shouldGiveTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "5, 254676", "9, 520489"})
    void shouldGiveTheCodesOfTheCounter(long step, String code) {
        assertThat(Totp.code(SECRET, step)).isEqualTo(code);
    }

    @Test
    void shouldTakeACodeNearItsTimeThatWasNotUsed() {
        Instant time = Instant.ofEpochSecond(1111111111);
        long step = Totp.step(time);

        assertThat(Totp.matching(SECRET, "050471", time, Long.MIN_VALUE)).isEqualTo(OptionalLong.of(step));
        assertThat(Totp.matching(SECRET, "050471", time.plusSeconds(30), Long.MIN_VALUE))
                .isEqualTo(OptionalLong.of(step));
        assertThat(Totp.matching(SECRET, "050471", time.plusSeconds(60), Long.MIN_VALUE))
                .isEmpty();
        assertThat(Totp.matching(SECRET, "050471", time, step)).isEmpty();
        assertThat(Totp.matching(SECRET, "050472", time, Long.MIN_VALUE)).isEmpty();
    }
}
