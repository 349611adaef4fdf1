package cn.mingjian.intake;

import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.dataset.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a version takes over from earlier ones: their parts, as further names of the same files, so that it costs no room and
 * outlives them.
 *
 * @param parts under their names in the folder of the new version
 */
record Earlier(List<Manifest> manifests, List<Part> parts) {

    private static final String NAME = "earlier-";

    /** Puts all parts of earlier versions into the folder of a new one. */
    static Earlier in(List<DatasetVersion> versions, Path folder) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (DatasetVersion version : versions) {
            for (Part part : version.manifest().parts()) {
                String name = NAME + (parts.size() + 1);
                parts.add(new Part(
                        linked(version.path(part.file()), folder.resolve(name + ".parquet")),
                        part.rows(),
                        part.sha256(),
                        linked(version.path(part.places()), folder.resolve(name + ".places.parquet")),
                        linked(version.path(part.raw()), folder.resolve(name + ".raw.parquet")),
                        part.sourceFile(),
                        part.sourceSheet(),
                        part.sourceSha256()));
            }
        }
        return new Earlier(versions.stream().map(DatasetVersion::manifest).toList(), parts);
    }

    private static String linked(Path file, Path link) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (UnsupportedOperationException e) {
            Files.copy(file, link);
        }
        return link.getFileName().toString();
    }

    /** A manifest with what was taken over before its own; persons that both know are counted twice. */
    Manifest and(Manifest own) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(own.parts());
        Map<String, Long> persons = new LinkedHashMap<>(own.persons());
        long rows = own.rows();
        for (Manifest manifest : manifests) {
            rows += manifest.rows();
            manifest.persons().forEach((column, count) -> persons.merge(column, count, Long::sum));
        }
        return new Manifest(
                own.schema(),
                own.contract(),
                own.contractVersion(),
                own.columns(),
                own.coverage(),
                rows,
                own.rejected(),
                own.outOfScope(),
                own.scopeUnknown(),
                persons,
                all);
    }
}
