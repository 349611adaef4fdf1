package cn.mingjian.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of the rounds that {@code bench/kill/run} makes by the dozen. */
class ServerKillTest {

    private static final long SEED = 1;

    @Test
    void shouldLoseNothingAndLeaveNothingHalfDoneWhenTheServerIsKilled(@TempDir Path data) throws Exception {
        try (KillRounds rounds = new KillRounds(data, SEED)) {
            assertThat(rounds.round(Deed.RUN)).endsWith("; whole");
        }
    }
}
