package cn.mingjian.server.dataset;

import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.trial.Trial;
import cn.mingjian.intake.trial.Trial.ColumnTrial;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.server.dataset.MappingPage.ColumnDifference;
import cn.mingjian.server.dataset.MappingPage.TableDifference;
import cn.mingjian.server.dataset.MappingPages.Numbered;
import cn.mingjian.server.dataset.QualityShown.CountedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is different from the version before, before anything is taken in. */
final class Differences {

    private Differences() {}

    static TableDifference between(Numbered before, List<String> headings, Trial trial, Contract contract) {
        Map<String, List<String>> unseen = new TreeMap<>();
        List<ColumnDifference> columns = new ArrayList<>();
        for (ColumnTrial now : trial.columns()) {
            Optional<CountedColumn> then = before.quality().columns().stream()
                    .filter(one -> one.column().equals(now.column()))
                    .findFirst();
            Set<String> seen = then.map(one -> one.unknownTexts().keySet()).orElse(Set.of());
            List<String> texts = now.unknownTexts().keySet().stream()
                    .filter(text -> !seen.contains(text))
                    .toList();
            if (!texts.isEmpty()) {
                unseen.put(now.column(), texts);
            }
            Column column = contract.columns().get(now.column());
            if (then.isPresent() && column != null) {
                columns.add(column(column, then.get(), before.quality().kept(), now, trial.rows()));
            }
        }
        return new TableDifference(
                before.number(),
                before.quality().read(),
                missing(headings, before.quality().headings()),
                missing(before.quality().headings(), headings),
                columns,
                unseen);
    }

    private static ColumnDifference column(Column column, CountedColumn then, long kept, ColumnTrial now, long rows) {
        return new ColumnDifference(
                column.name(),
                column.title(),
                share(then.empty(), kept),
                share(rows - now.filled() - now.unknown(), rows),
                share(then.unknown(), kept),
                share(now.unknown(), rows),
                share(then.invalid(), kept),
                share(now.invalid(), rows));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 1000.0;
    }

    /** Headings of the one that the other has not. */
    private static List<String> missing(List<String> some, List<String> others) {
        Set<String> there = MappingPages.plain(others);
        return some.stream()
                .filter(heading -> !heading.isBlank() && !there.contains(Headings.plain(heading)))
                .toList();
    }
}
