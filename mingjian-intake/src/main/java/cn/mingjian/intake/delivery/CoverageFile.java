package cn.mingjian.intake.delivery;

import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@value #NAME} beside the delivered files, in which somebody states what each table covers:
 *
 * <pre>
 * cc_revocation: {from: "2020-01-01", known_until: "2024-06-30", regions: ["340207"], complete: yes, stated_by: 区司法局}
 * </pre>
 *
 * A table that is stated not to be complete, or of which that is unknown, covers no day: what is not in it proves nothing.
 */
public final class CoverageFile {

    public static final String NAME = "datasets.yaml";

    private static final List<String> KEYS =
            List.of("from", "known_until", "regions", "agencies", "kinds", "complete", "stated_by", "note");

    private static final Set<String> COMPLETE = Set.of("yes", "true", "是");

    private final Problems problems;

    private CoverageFile(Problems problems) {
        this.problems = problems;
    }

    /** Coverage by the name of the table as it is written there; nothing where there is no such file. */
    public static Map<String, Coverage> read(Path folder, Problems problems) {
        Path file = folder.resolve(NAME);
        Map<String, Coverage> stated = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            YamlFile.read(file, NAME, problems).ifPresent(map -> {
                for (String table : map.keys()) {
                    map.map(table).ifPresent(entry -> stated.put(table, new CoverageFile(problems).coverage(entry)));
                }
            });
        }
        return stated;
    }

    private Coverage coverage(YamlMap entry) {
        entry.allow(KEYS);
        Optional<YamlScalar> complete = entry.scalar("complete");
        complete.filter(word -> !word.text().matches("yes|no|unknown|true|false|是|否|不清楚"))
                .ifPresent(word -> problems.error(word.place(), "intake.coverage-complete", word.text()));
        if (complete.filter(word -> !COMPLETE.contains(word.text())).isPresent()) {
            problems.warning(complete.get().place(), "intake.coverage-incomplete");
            return Coverage.incomplete(entry.text("stated_by").orElse(null));
        }
        LocalDate from = date(entry, "from");
        LocalDate until = date(entry, "known_until");
        if (from != null && until != null && until.isBefore(from)) {
            problems.error(entry.placeOf("known_until"), "intake.coverage-order");
        }
        for (YamlScalar region : entry.scalars("regions")) {
            if (!region.text().matches("\\d{6}")) {
                problems.error(region.place(), "intake.coverage-region", region.text());
            }
        }
        return new Coverage(
                from,
                until,
                entry.texts("regions"),
                entry.text("stated_by").orElse(null),
                entry.texts("agencies"),
                entry.texts("kinds"));
    }

    private @Nullable LocalDate date(YamlMap entry, String key) {
        Optional<YamlScalar> text = entry.scalar(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text.get().text());
        } catch (DateTimeParseException e) {
            problems.error(
                    text.get().place(), "intake.coverage-date", text.get().text());
            return null;
        }
    }
}
