package cn.mingjian.running.output;

import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.intake.quality.QualityReport.ColumnQuality;
import cn.mingjian.intake.quality.QualityReport.SourceQuality;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * A quality report as two tables, of files and of columns, under the titles that a person knows: counts only, never a value.
 */
public final class QualityView {

    private final Contract contract;
    private final Language language;

    /** @param contract the one that was imported */
    public QualityView(Contract contract, Language language) {
        this.contract = contract;
        this.language = language;
    }

    public List<String> lines(QualityReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(say("contract-and-id", contract.title(), contract.id()));
        lines.addAll(sources(report).lines());
        lines.add("");
        lines.addAll(columns(report).lines());
        for (ColumnQuality column : report.columns()) {
            column.unknownTexts()
                    .forEach((text, count) -> lines.add(say("unknown-code", title(column.column()), text, count)));
        }
        if (report.duplicateRows() != null) {
            lines.add(say(
                    "duplicate-rows",
                    Words.listed(report.key().stream().map(this::title).toList()),
                    report.duplicateRows()));
        }
        return lines;
    }

    private TextTable sources(QualityReport report) {
        TextTable table = new TextTable(48, List.of(2, 3, 4, 5, 6, 7))
                .row(
                        say("file"),
                        say("sheet"),
                        say("header-row"),
                        say("read"),
                        say("kept"),
                        say("rejected"),
                        say("out-of-scope"),
                        say("scope-unknown"));
        for (SourceQuality source : report.sources()) {
            table.row(
                    source.file(),
                    source.sheet() == null ? "" : source.sheet(),
                    String.valueOf(source.headerRow()),
                    String.valueOf(source.read()),
                    String.valueOf(source.kept()),
                    String.valueOf(source.rejectedRows()),
                    String.valueOf(source.outOfScope()),
                    String.valueOf(source.scopeUnknown()));
        }
        return table;
    }

    private TextTable columns(QualityReport report) {
        TextTable table = new TextTable(40, List.of(2, 3, 4, 5, 6, 7))
                .row(
                        say("column"),
                        say("type"),
                        say("count"),
                        say("nulls"),
                        say("distinct"),
                        say("invalid"),
                        say("changed"),
                        say("untypable"));
        for (ColumnQuality column : report.columns()) {
            table.row(
                    title(column.column()).in(language),
                    say("type-" + column.type()),
                    String.valueOf(column.count()),
                    String.valueOf(column.nulls()),
                    (column.estimated() ? "~" : "") + column.distinct(),
                    String.valueOf(column.invalid()),
                    String.valueOf(column.changed()),
                    String.valueOf(column.untypable().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()));
        }
        return table;
    }

    private Words title(String column) {
        Column known = contract.columns().get(column);
        return known == null ? Words.same(column) : known.title();
    }

    private String say(String name, Object... arguments) {
        return Messages.text(language, "output." + name, arguments);
    }
}
