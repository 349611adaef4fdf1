package cn.mingjian.engine.run;

import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.clue.SourceRow.Nearest;
import cn.mingjian.model.clue.SourceRow.Search;
import cn.mingjian.model.clue.SourceRow.Version;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together the proof of searches in one register that found nothing. */
final class SearchProof {

    private final InputView view;
    private final List<Version> versions;
    private final long rows;
    private final @Nullable String knownUntil;

    SearchProof(InputView view, DataViews data) {
        this.view = view;
        List<DatasetVersion> bound = data.versions(view.contract().id());
        this.versions = bound.stream().map(SearchProof::version).toList();
        this.rows = data.rows(view.contract().id());
        this.knownUntil = text(DataViews.coverage(bound).knownUntil());
    }

    private static Version version(DatasetVersion version) {
        Coverage coverage = version.manifest().coverage();
        return new Version(
                Json.digest(
                        version.manifest().parts().stream().map(Part::sha256).toList()),
                version.manifest().rows(),
                version.manifest().outOfScope() + version.manifest().scopeUnknown(),
                text(coverage.from()),
                text(coverage.knownUntil()),
                coverage.regions(),
                coverage.statedBy());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** Nothing was searched, because the register was not delivered. */
    SourceRow missing() {
        return of(List.of(), 0, null, null, null, Optional.empty());
    }

    SourceRow of(
            List<Map<String, @Nullable Object>> keys,
            long keysInAll,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal validKeys,
            Optional<SourceRow> nearest) {
        Search search = new Search(
                view.contract().title(),
                versions,
                text(from),
                text(to),
                keys,
                keysInAll,
                validKeys,
                nearest.map(row -> new Nearest(row.row(), row.source())).orElse(null));
        return new SourceRow(view.name(), Map.of(), Map.of(), null, rows, null, true, knownUntil, search);
    }
}
