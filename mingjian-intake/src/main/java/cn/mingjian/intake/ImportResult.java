package cn.mingjian.intake;

import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.problem.Problem;
import java.util.List;

/**
 * A finished import.
 *
 * @param problems what a person should look at; the version can be used
 */
public record ImportResult(DatasetVersion version, QualityReport quality, List<Problem> problems) {}
