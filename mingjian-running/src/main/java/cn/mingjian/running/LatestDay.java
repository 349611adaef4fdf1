package cn.mingjian.running;

import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.Words;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest day that a register's rows carry.
 *
 * @param register its name
 */
public record LatestDay(LocalDate day, Words register) {

    /**
     * The latest of several registers.
     *
     * @param columns the column that dates a row, by contract id
     * @param versions imported versions by contract id; registers without one are passed over
     */
    static Optional<LatestDay> among(
            Map<String, String> columns, Map<String, DatasetVersion> versions, Library library, DuckLimits limits) {
        List<Path> files = versions.values().stream().flatMap(LatestDay::files).toList();
        try (DuckSession session = DuckSession.open(limits, DuckFiles.reading(files), library.functions())) {
            return versions.entrySet().stream()
                    .flatMap(version -> Optional.ofNullable(columns.get(version.getKey()))
                            .flatMap(column -> latest(version.getValue(), column, session))
                            .map(day -> new LatestDay(day, title(version.getKey(), library)))
                            .stream())
                    .max(Comparator.comparing(LatestDay::day));
        }
    }

    private static Stream<Path> files(DatasetVersion version) {
        return version.manifest().parts().stream()
                .map(part -> version.path(part.file()).toAbsolutePath().normalize());
    }

    private static Words title(String contract, Library library) {
        return library.contracts().find(contract).orElseThrow().title();
    }

    private static Optional<LocalDate> latest(DatasetVersion version, String column, DuckSession session) {
        if (!version.manifest().columns().contains(column)) {
            return Optional.empty();
        }
        return files(version)
                .flatMap(file -> Optional.ofNullable(session.one("SELECT CAST(max(" + Sql.name(column)
                                        + ") AS DATE) AS _day FROM read_parquet(" + Sql.text(file.toString()) + ")")
                                .date("_day"))
                        .stream())
                .max(LocalDate::compareTo);
    }
}
