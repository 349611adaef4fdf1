package cn.mingjian.server.run;

import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.quality.QualityReport.SourceQuality;
import cn.mingjian.model.Words;
import cn.mingjian.server.problem.Failure.Told;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run took from a file, or a sheet of one.
 *
 * @param read rows that are not blank
 * @param outOfScope rows that the model's purpose does not need, or of which that could not be told
 * @param problems of the whole register, with its first file
 */
public record ImportedFile(
        String contract,
        Words title,
        String file,
        long read,
        long kept,
        long rejected,
        long outOfScope,
        List<Told> problems) {

    static List<ImportedFile> of(String contract, Words title, ImportResult result) {
        List<ImportedFile> files = new ArrayList<>();
        for (SourceQuality source : result.quality().sources()) {
            files.add(new ImportedFile(
                    contract,
                    title,
                    source.sheet() == null ? source.file() : source.file() + " · " + source.sheet(),
                    source.read(),
                    source.kept(),
                    source.rejectedRows(),
                    source.outOfScope() + source.scopeUnknown(),
                    files.isEmpty() ? result.problems().stream().map(Told::of).toList() : List.of()));
        }
        return files;
    }
}
