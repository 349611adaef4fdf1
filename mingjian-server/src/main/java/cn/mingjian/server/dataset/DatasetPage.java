package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import java.time.Instant;
import java.util.List;

/**
 * A dataset with all its versions.
 *
 * @param uses the models that its contract serves, those that its authority covers among them
 * @param versions newest first
 */
record DatasetPage(
        DatasetRow dataset, String madeBy, Instant made, List<DatasetPurpose> uses, List<VersionRow> versions) {

    /** A model as a purpose of data. */
    record DatasetPurpose(String model, Words title, Words duty, boolean covered) {}
}
