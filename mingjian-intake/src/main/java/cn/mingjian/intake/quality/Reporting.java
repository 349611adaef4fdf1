package cn.mingjian.intake.quality;

import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.quality.Counting.Counted;
import cn.mingjian.intake.quality.QualityReport.ColumnQuality;
import cn.mingjian.intake.quality.QualityReport.Example;
import cn.mingjian.intake.quality.QualityReport.SourceQuality;
import cn.mingjian.intake.store.PieceImport.Imported;
import cn.mingjian.intake.store.Tally;
import cn.mingjian.intake.store.UnknownCodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the counts of an import together. */
public final class Reporting {

    private static final int UNKNOWN_SHOWN = 3;
    private static final Counted NOTHING = new Counted(0, 0, false);

    private final DeliveredTable table;
    private final List<Imported> imported;
    private final List<String> kept;

    public Reporting(DeliveredTable table, List<Imported> imported, List<String> kept) {
        this.table = table;
        this.imported = imported;
        this.kept = kept;
    }

    /** The report. */
    public QualityReport report(Map<String, Counted> counted, @Nullable Long duplicates) {
        long rows = imported.stream().mapToLong(one -> one.tally().rowsKept()).sum();
        return new QualityReport(
                table.contract().id(),
                imported.stream().map(this::source).toList(),
                kept.stream()
                        .map(column -> column(column, counted.getOrDefault(column, NOTHING), rows))
                        .toList(),
                table.contract().key(),
                duplicates);
    }

    private SourceQuality source(Imported one) {
        Tally tally = one.tally();
        List<String> headings = one.piece().layout().headings();
        Map<String, String> taken = new LinkedHashMap<>();
        one.piece().layout().cells().forEach((column, cell) -> {
            if (kept.contains(column)) {
                taken.put(headings.get(cell), column);
            }
        });
        List<String> ignored = headings.stream()
                .filter(heading -> !heading.isBlank() && !taken.containsKey(heading))
                .toList();
        return new SourceQuality(
                one.piece().name(),
                one.piece().source().sheet().orElse(null),
                one.piece().source().format(),
                one.piece().layout().headerRow(),
                taken,
                ignored,
                tally.rowsRead(),
                tally.rowsKept(),
                tally.rowsBlank(),
                words(tally.rejections()),
                tally.firstRejected(),
                tally.rowsOutOfScope(),
                tally.rowsScopeUnknown(),
                tally.firstScopeUnknown());
    }

    private ColumnQuality column(String column, Counted counted, long rows) {
        long invalid = 0;
        long changed = 0;
        Map<String, Long> untypable = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        UnknownCodes unknown = new UnknownCodes();
        for (Imported one : imported) {
            int index = one.columns().indexOf(column);
            if (index < 0) {
                continue;
            }
            Tally.ColumnTally tally = one.tally().columns().get(index);
            invalid += tally.invalid();
            changed += tally.changed();
            unknown.addAll(tally.unknown());
            words(tally.untypable()).forEach((reason, count) -> untypable.merge(reason, count, Long::sum));
            for (Tally.Example example : tally.examples()) {
                add(
                        examples,
                        new Example(
                                one.piece().name(),
                                one.piece().source().sheet().orElse(null),
                                example.row(),
                                example.reason() == Reason.NONE
                                        ? Example.INVALID
                                        : example.reason().word()));
            }
        }
        return new ColumnQuality(
                column,
                table.column(column).type().word(),
                counted.values(),
                rows - counted.values(),
                counted.distinct(),
                counted.estimated(),
                invalid,
                changed,
                untypable,
                unknown.count(),
                table.column(column).sensitivity().masked() ? Map.of() : unknown.first(UNKNOWN_SHOWN),
                examples);
    }

    private static void add(List<Example> examples, Example example) {
        long alike = examples.stream()
                .filter(other -> other.isInvalid() == example.isInvalid())
                .count();
        if (alike < Tally.EXAMPLES) {
            examples.add(example);
        }
    }

    private static Map<String, Long> words(Map<Reason, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((reason, count) -> words.put(reason.word(), count));
        return words;
    }
}
