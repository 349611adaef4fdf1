package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version as a run is bound to it.
 *
 * @param title of its dataset
 * @param number within the dataset
 * @param knownUntil the day until which it is stated to be complete
 * @param digest proves which rows these are
 */
public record BoundVersion(
        UUID version,
        UUID dataset,
        String title,
        String contract,
        Words contractTitle,
        int number,
        List<String> regions,
        @Nullable LocalDate from,
        @Nullable LocalDate knownUntil,
        boolean poor,
        String digest) {}
