package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The screening funnel of a run with the words of its model. */
public record FunnelShown(List<FunnelInput> inputs, List<FunnelStep> steps, List<FunnelRule> rules) {

    /**
     * An input.
     *
     * @param persons distinct identity numbers, of the column with the most; null where no column holds any
     * @param from first day from which it is complete, if stated
     */
    public record FunnelInput(
            Words title,
            long rows,
            @Nullable Long persons,
            boolean delivered,
            @Nullable String from,
            @Nullable String knownUntil) {}

    /** A step that decides. */
    public record FunnelStep(Words title, long in, long kept, long unknown, long pending) {}

    /**
     * A rule or signal.
     *
     * @param state {@code run}, {@code not-runnable} or {@code too-many}
     * @param lacks which data it lacks, in words
     */
    public record FunnelRule(
            String rule,
            String code,
            Words title,
            boolean signal,
            String state,
            List<Words> lacks,
            long hits,
            long unknown,
            long pending,
            long clues,
            Map<String, Long> grades,
            List<FunnelDropped> dropped,
            long personsHit,
            long personsShown) {}

    /** Hits that an exclusion dropped. */
    public record FunnelDropped(Words title, long rows) {}
}
