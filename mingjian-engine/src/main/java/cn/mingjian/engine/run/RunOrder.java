package cn.mingjian.engine.run;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.model.dataset.DatasetVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a run is told.
 *
 * @param datasets bound dataset versions by contract id; several versions are one table
 * @param values parameter values that differ from the package's defaults
 * @param sources where each such value comes from, by parameter: profile, {@code --set}
 * @param purpose case number, special action or study; empty when none was stated
 * @param wantUnknown whether the rows that no step could decide are listed
 * @param productVersion part of the run's fingerprint
 */
public record RunOrder(
        Map<String, List<DatasetVersion>> datasets,
        LocalDate asOf,
        Map<String, String> values,
        Map<String, String> sources,
        String purpose,
        Keeping keeping,
        boolean wantUnknown,
        String productVersion) {}
