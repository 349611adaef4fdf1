package cn.mingjian.running.output;

import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.sample.SampleCounty;
import java.time.LocalDate;

/**
 * What a run gave, with what gives it its words.
 *
 * @param library names registers, columns, codes and places
 * @param purpose empty when none was stated
 */
public record RunReport(ModelPackage pack, Library library, LocalDate asOf, String purpose, RunAnswer answer) {

    /** Whether some of the data are the invented ones of the sample. */
    boolean synthetic() {
        return answer.funnel().inputs().stream()
                .anyMatch(input -> input.statedBy().contains(SampleCounty.STATED_BY));
    }
}
