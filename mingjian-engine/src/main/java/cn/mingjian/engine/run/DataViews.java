package cn.mingjian.engine.run;

import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Delivered.Dataset;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.dataset.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Bound dataset versions as views of a session: the rows, their places in the delivered files, the delivered texts. */
final class DataViews {

    private final Map<String, List<DatasetVersion>> datasets;

    DataViews(Map<String, List<DatasetVersion>> datasets) {
        this.datasets = datasets;
    }

    /** A part with the version that it belongs to; its index is {@code _part}. */
    record Bound(DatasetVersion version, Part part) {}

    List<Bound> parts(String contract) {
        List<Bound> parts = new ArrayList<>();
        datasets.getOrDefault(contract, List.of())
                .forEach(version -> version.manifest().parts().forEach(part -> parts.add(new Bound(version, part))));
        return parts;
    }

    /** All files that the session reads. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String contract : datasets.keySet()) {
            for (Bound bound : parts(contract)) {
                List.of(bound.part.file(), bound.part.places(), bound.part.raw())
                        .forEach(file -> files.add(bound.version.path(file)));
            }
        }
        return files;
    }

    /** What the bound data are, for the compiler: columns that every version has, and what each covers. */
    Delivered delivered() {
        Map<String, Dataset> delivered = new HashMap<>();
        datasets.forEach((contract, versions) -> {
            if (!versions.isEmpty()) {
                delivered.put(contract, new Dataset(columns(versions), coverages(versions), rows(versions)));
            }
        });
        return new Delivered(delivered, false);
    }

    private static Set<String> columns(List<DatasetVersion> versions) {
        Set<String> columns = new LinkedHashSet<>(versions.get(0).manifest().columns());
        versions.forEach(version -> columns.retainAll(version.manifest().columns()));
        return columns;
    }

    private static OptionalLong rows(List<DatasetVersion> versions) {
        return OptionalLong.of(versions.stream()
                .mapToLong(version -> version.manifest().rows())
                .sum());
    }

    static List<Coverage> coverages(List<DatasetVersion> versions) {
        return versions.stream().map(version -> version.manifest().coverage()).toList();
    }

    /** What holds for all of these versions. */
    static Coverage coverage(List<DatasetVersion> versions) {
        return Coverage.common(coverages(versions));
    }

    /** Makes the views of all contracts. */
    void create(DuckSession session) {
        for (Map.Entry<String, List<DatasetVersion>> entry : datasets.entrySet()) {
            String contract = entry.getKey();
            List<String> rows = new ArrayList<>();
            List<String> places = new ArrayList<>();
            List<String> raws = new ArrayList<>();
            List<Bound> parts = parts(contract);
            String columns = String.join(
                    ", ", columns(entry.getValue()).stream().map(Sql::name).toList());
            for (int i = 0; i < parts.size(); i++) {
                Bound bound = parts.get(i);
                rows.add("SELECT " + columns + ", " + i + " AS _part, file_row_number AS _pos FROM "
                        + parquet(bound, bound.part.file(), ", file_row_number = true"));
                places.add("SELECT " + i + " AS _part, pos, row FROM " + parquet(bound, bound.part.places(), ""));
                raws.add(
                        "SELECT " + i + " AS _part, pos, \"column\", raw FROM " + parquet(bound, bound.part.raw(), ""));
            }
            if (!parts.isEmpty()) {
                view(session, InputView.dataName(contract), rows);
                view(session, placesName(contract), places);
                view(session, rawName(contract), raws);
            }
        }
    }

    static String placesName(String contract) {
        return "places." + contract;
    }

    static String rawName(String contract) {
        return "raw." + contract;
    }

    private static String parquet(Bound bound, String file, String options) {
        String path = bound.version.path(file).toAbsolutePath().normalize().toString();
        return "read_parquet(" + Sql.text(path) + options + ")";
    }

    private static void view(DuckSession session, String name, List<String> selects) {
        session.execute("CREATE TEMP VIEW " + Sql.name(name) + " AS " + String.join(" UNION ALL ", selects));
    }

    /** Rows of a contract's bound versions. */
    long rows(String contract) {
        return datasets.getOrDefault(contract, List.of()).stream()
                .mapToLong(version -> version.manifest().rows())
                .sum();
    }

    List<DatasetVersion> versions(String contract) {
        return datasets.getOrDefault(contract, List.of());
    }

    /** Distinct persons by column, summed over the versions: exact for one version, an upper bound for several. */
    Map<String, Long> persons(String contract) {
        Map<String, Long> persons = new HashMap<>();
        for (DatasetVersion version : versions(contract)) {
            Manifest manifest = version.manifest();
            manifest.persons().forEach((column, count) -> persons.merge(column, count, Long::sum));
        }
        return persons;
    }
}
