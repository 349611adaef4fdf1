package cn.mingjian.running.output;

import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.intake.quality.QualityReport.ColumnQuality;
import cn.mingjian.intake.quality.QualityReport.SourceQuality;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.List;

/** A quality report as two tables, of files and of columns: counts only, never a value. */
public final class QualityView {

    private final Language language;

    public QualityView(Language language) {
        this.language = language;
    }

    public List<String> lines(QualityReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.contract());
        lines.addAll(sources(report).lines());
        lines.add("");
        lines.addAll(columns(report).lines());
        for (ColumnQuality column : report.columns()) {
            column.unknownTexts()
                    .forEach((text, count) ->
                            lines.add(Messages.text(language, "output.unknown-code", column.column(), text, count)));
        }
        if (report.duplicateRows() != null) {
            lines.add(Messages.text(
                    language,
                    "output.duplicate-rows",
                    String.join(", ", report.key()),
                    String.valueOf(report.duplicateRows())));
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
                    column.column(),
                    column.type(),
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

    private String say(String name) {
        return Messages.text(language, "output." + name);
    }
}
