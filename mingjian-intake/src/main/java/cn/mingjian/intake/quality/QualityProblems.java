package cn.mingjian.intake.quality;

import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.map.MappingWriter;
import cn.mingjian.intake.quality.QualityReport.ColumnQuality;
import cn.mingjian.intake.quality.QualityReport.Example;
import cn.mingjian.intake.quality.QualityReport.SourceQuality;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an import found that a person should look at, with the delivered file, sheet and first rows; never a value. */
public final class QualityProblems {

    private final DeliveredTable table;
    private final Wanted wanted;
    private final Problems problems;

    public QualityProblems(DeliveredTable table, Wanted wanted, Problems problems) {
        this.table = table;
        this.wanted = wanted;
        this.problems = problems;
    }

    /** Notes what a report says. */
    public void of(QualityReport quality) {
        quality.sources().forEach(this::source);
        quality.columns().forEach(this::column);
        if (quality.duplicateRows() != null && quality.duplicateRows() > 0) {
            problems.warning(
                    whole(),
                    "intake.duplicates",
                    quality.duplicateRows(),
                    Words.listed(quality.key().stream()
                            .map(key -> table.column(key).title())
                            .toList()));
        }
    }

    private void source(SourceQuality source) {
        Place place = Place.of(label(source.file(), source.sheet()));
        if (source.rejectedRows() > 0) {
            problems.warning(
                    place,
                    "intake.rows-rejected",
                    source.rejectedRows(),
                    source.read(),
                    reasons(source.rejected()),
                    rows(source.firstRejected(), source.rejectedRows()));
        }
        if (source.scopeUnknown() > 0) {
            List<Words> deciding = wanted.deciding(table.contract()).stream()
                    .map(Column::title)
                    .toList();
            problems.warning(
                    place,
                    "intake.scope-unknown",
                    source.scopeUnknown(),
                    source.read(),
                    rows(source.firstScopeUnknown(), source.scopeUnknown()),
                    deciding.isEmpty()
                            ? Words.ofMessage("intake.scope-undecided")
                            : Words.ofMessage("intake.scope-decided-by", Words.listed(deciding)));
        }
        if (source.read() == 0) {
            problems.warning(place, "intake.no-rows");
        }
    }

    private void column(ColumnQuality quality) {
        Words title = table.column(quality.column()).title();
        List<Example> untaken = quality.examples().stream()
                .filter(example -> !example.isInvalid())
                .toList();
        long untypable =
                quality.untypable().values().stream().mapToLong(Long::longValue).sum();
        if (quality.unknownCodes() > 0) {
            unknownCodes(quality, at(untaken, untypable));
        } else if (untypable > 0) {
            problems.warning(
                    place(untaken),
                    "intake.cells-untypable",
                    title,
                    untypable,
                    reasons(quality.untypable()),
                    at(untaken, untypable));
        }
        List<Example> invalid =
                quality.examples().stream().filter(Example::isInvalid).toList();
        if (quality.invalid() > 0) {
            problems.warning(
                    place(invalid), "intake.cells-invalid", title, quality.invalid(), at(invalid, quality.invalid()));
        }
    }

    private void unknownCodes(ColumnQuality found, Words at) {
        Column column = table.column(found.column());
        Place place = place(found.examples());
        List<Words> texts = found.unknownTexts().entrySet().stream()
                .map(text -> new Words(
                        "“" + text.getKey() + "”（" + text.getValue() + "）",
                        '"' + text.getKey() + "\" (" + text.getValue() + ")"))
                .toList();
        Words rows = at.zh().isEmpty() ? at : new Words("：" + at.zh(), ": " + at.en());
        if (texts.isEmpty()) {
            problems.warning(
                    place, "intake.codes-unknown-hidden", column.title(), found.unknownCodes(), column.labels(), rows);
        } else {
            problems.warning(
                    place,
                    "intake.codes-unknown",
                    column.title(),
                    found.unknownCodes(),
                    Words.listed(texts),
                    column.labels(),
                    table.contract().title(),
                    new Words(column.title().zh(), column.name()),
                    MappingWriter.quoted(
                            found.unknownTexts().keySet().iterator().next()),
                    rows,
                    table.contract().id());
        }
    }

    /** The one file or sheet of the table, or the table where it has several. */
    private Place whole() {
        return Place.of(
                table.pieces().size() == 1
                        ? table.pieces().get(0).label()
                        : table.contract().id());
    }

    private Place place(List<Example> examples) {
        return examples.isEmpty()
                ? whole()
                : Place.of(label(examples.get(0).file(), examples.get(0).sheet()));
    }

    private static String label(String file, @Nullable String sheet) {
        return sheet == null ? file : file + " [" + sheet + "]";
    }

    /** The reasons, each with how often it was one where there are several. */
    private static Words reasons(Map<String, Long> counts) {
        return Words.listed(counts.entrySet().stream()
                .map(count -> {
                    Words reason = Words.ofMessage("intake.reason." + count.getKey());
                    String times = counts.size() == 1 ? "" : " " + count.getValue();
                    return new Words(reason.zh() + times, reason.en() + times);
                })
                .toList());
    }

    /** Where the examples are: rows of the first one's file, then those of others with their file. */
    private static Words at(List<Example> examples, long all) {
        Map<String, List<Long>> byFile = new LinkedHashMap<>();
        examples.forEach(
                example -> byFile.computeIfAbsent(label(example.file(), example.sheet()), label -> new ArrayList<>())
                        .add(example.row()));
        List<Words> parts = new ArrayList<>();
        byFile.forEach((label, numbers) -> {
            Words rows = rows(numbers, numbers.size());
            parts.add(parts.isEmpty() ? rows : new Words(label + " " + rows.zh(), label + " " + rows.en()));
        });
        Words listed = Words.listed(parts);
        return examples.isEmpty() || examples.size() == all
                ? listed
                : new Words(listed.zh() + "等", listed.en() + " and others");
    }

    private static Words rows(List<Long> numbers, long all) {
        String zh = String.join("、", numbers.stream().map(String::valueOf).toList());
        String en = String.join(", ", numbers.stream().map(String::valueOf).toList());
        Words rows = new Words("第 " + zh + " 行", (numbers.size() == 1 ? "row " : "rows ") + en);
        return numbers.size() == all ? rows : new Words(rows.zh() + "等", rows.en() + " and others");
    }
}
