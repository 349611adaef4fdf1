package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import cn.mingjian.server.dataset.DatasetWish.Sharing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A dataset as it is kept.
 *
 * @param department that holds it
 * @param origin who delivers it
 */
public record Dataset(
        UUID id,
        int office,
        int department,
        Words departmentName,
        String contract,
        String title,
        String origin,
        List<String> regions,
        Authority authority,
        Sharing sharedWith,
        LocalDate destroyBy,
        String madeBy,
        Instant made) {}
