package cn.mingjian.server.dataset;

import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.intake.quality.QualityReport.ColumnQuality;
import cn.mingjian.intake.quality.QualityReport.SourceQuality;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.server.dataset.QualityShown.CountedColumn;
import cn.mingjian.server.dataset.QualityShown.CountedReason;
import cn.mingjian.server.dataset.QualityShown.KeysFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Puts what an import counted into the words of the contract. */
final class QualityWords {

    private QualityWords() {}

    static QualityShown of(ImportResult result, Contract contract, List<KeysFound> matches) {
        QualityReport report = result.quality();
        Map<String, Long> reasons = new TreeMap<>();
        report.sources()
                .forEach(source -> source.rejected().forEach((reason, rows) -> reasons.merge(reason, rows, Long::sum)));
        return new QualityShown(
                sum(report, SourceQuality::read),
                sum(report, SourceQuality::kept),
                sum(report, SourceQuality::rejectedRows),
                sum(report, source -> source.outOfScope() + source.scopeUnknown()),
                report.duplicateRows(),
                reasons.entrySet().stream()
                        .map(one -> new CountedReason(Words.ofMessage("intake.reason." + one.getKey()), one.getValue()))
                        .toList(),
                report.columns().stream()
                        .map(column -> column(column, contract))
                        .toList(),
                report.sources().stream()
                        .limit(1)
                        .flatMap(source -> Stream.concat(source.taken().keySet().stream(), source.ignored().stream()))
                        .toList(),
                matches);
    }

    private static long sum(QualityReport report, ToLongFunction<SourceQuality> count) {
        return report.sources().stream().mapToLong(count).sum();
    }

    private static CountedColumn column(ColumnQuality column, Contract contract) {
        long unknown =
                column.untypable().values().stream().mapToLong(Long::longValue).sum();
        return new CountedColumn(
                column.column(),
                Optional.ofNullable(contract.columns().get(column.column()))
                        .map(Column::title)
                        .orElse(Words.same(column.column())),
                column.count(),
                Math.max(0, column.nulls() - unknown),
                unknown,
                column.invalid(),
                column.distinct(),
                column.estimated(),
                column.unknownTexts());
    }
}
