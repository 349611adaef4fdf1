package cn.mingjian.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.read.RowReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchFeedTest {

    /** Ends at once, at the moment at which a stop arrives. */
    private static final class StoppedAtItsEnd implements RowReader {

        @Override
        public boolean next(Row row) {
            Thread.currentThread().interrupt();
            return false;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        public void close() {}
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void shouldTellTheEndWhenAStopComesJustThen() throws IOException, InterruptedException {
        BatchFeed.Task task = new BatchFeed.Task(new StoppedAtItsEnd(), 0, 1, false, List.of());
        try (BatchFeed feed = new BatchFeed(task, rows -> {}, () -> {})) {
            feed.start();

            assertThat(feed.take()).isNull();
        }
    }
}
