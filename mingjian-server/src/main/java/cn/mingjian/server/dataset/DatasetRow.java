package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.server.dataset.DatasetWish.Sharing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset in the catalogue.
 *
 * @param department that holds it
 * @param authorityEnded whether its authority has run out
 * @param newest the newest version that runs can use
 * @param versions how many runs can use
 * @param mayChange whether whoever asks may bring versions, change and destroy it
 */
public record DatasetRow(
        UUID id,
        String contract,
        Words contractTitle,
        String title,
        Words department,
        String origin,
        List<RegionShown> regions,
        Authority authority,
        boolean authorityEnded,
        Sharing sharedWith,
        LocalDate destroyBy,
        int versions,
        boolean mayChange,
        @Nullable VersionRow newest) {

    /** A division with its name of today. */
    public record RegionShown(String code, String name) {}
}
