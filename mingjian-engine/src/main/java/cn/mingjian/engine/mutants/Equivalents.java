package cn.mingjian.engine.mutants;

import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code tests/equivalent.yaml}: mutants that no case kills, each with the data that would tell it apart, or why none can
 * exist; and near misses, given by a dossier and not ours to change, that two conditions keep from being a hit.
 *
 * <pre>
 * equivalent:
 *   - mutant: "steps.in_period.where/2:edge"     # as test --mutants prints it; no line numbers in it
 *     was: a >= b                                # the changed part, so that an entry does not outlive its rule
 *     reason: {zh: ..., en: ...}
 * idle:
 *   - case: "9.1-N1"                             # name of the case
 *     reason: {zh: ..., en: ...}                 # the conditions, and the cases that prove each of them
 * </pre>
 */
public final class Equivalents {

    /** Name of the file in the folder of a package's cases. */
    public static final String FILE = "equivalent.yaml";
    /** Most listed mutants in a hundred. */
    public static final int MOST_PERCENT = 3;

    /** One entry. */
    public record Entry(String mutant, String was, Words reason, Place place) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Place> idle = new LinkedHashMap<>();
    private final Problems problems;

    private Equivalents(Problems problems) {
        this.problems = problems;
    }

    /** The entries in a folder of cases; none where the file is missing. Mistakes are noted. */
    public static Equivalents read(Path folder, Problems problems) {
        Path file = folder.resolve(FILE);
        Equivalents found = new Equivalents(problems);
        if (Files.isRegularFile(file)) {
            YamlFile.read(file, file.toString(), problems).ifPresent(top -> {
                top.allow(List.of("equivalent", "idle"));
                found.each(top, "equivalent", found::entry);
                found.each(top, "idle", found::idle);
            });
        }
        return found;
    }

    private void each(YamlMap top, String key, Consumer<YamlMap> reader) {
        for (YamlNode item : top.list(key).map(YamlList::items).orElse(List.of())) {
            if (item instanceof YamlMap map) {
                reader.accept(map);
            } else {
                problems.error(item.place(), "yaml.not-a-map", key);
            }
        }
    }

    private void idle(YamlMap map) {
        map.allow(List.of("case", "reason"));
        map.requireMap("reason").ifPresent(Words::only);
        idle.put(map.requireText("case"), map.place());
    }

    private void entry(YamlMap map) {
        map.allow(List.of("mutant", "was", "reason"));
        Words reason = map.requireMap("reason").map(Words::only).orElse(Words.same(""));
        Entry entry = new Entry(map.requireText("mutant"), map.requireText("was"), reason, map.place());
        if (entries.put(entry.mutant(), entry) != null) {
            problems.error(map.place(), "mutants.listed-twice", entry.mutant());
        }
    }

    /** Whether a mutant is listed. */
    public boolean lists(Mutant mutant) {
        return entries.containsKey(mutant.id());
    }

    /** Whether a near miss is listed. */
    public boolean lists(TestCase nearMiss) {
        return idle.containsKey(nearMiss.name());
    }

    /** Notes entries that are wrong: unknown, of another text, killed, too many; near misses that prove something. */
    public void check(List<Verdict> verdicts, List<TestCase> proveNothing) {
        Set<String> names = proveNothing.stream().map(TestCase::name).collect(Collectors.toSet());
        idle.forEach((name, place) -> {
            if (!names.contains(name)) {
                problems.error(place, "mutants.listed-not-idle", name);
            }
        });
        Map<String, Verdict> byId = new LinkedHashMap<>();
        verdicts.forEach(verdict -> byId.put(verdict.mutant().id(), verdict));
        for (Entry entry : entries.values()) {
            Verdict verdict = byId.get(entry.mutant());
            if (verdict == null) {
                problems.error(entry.place(), "mutants.listed-unknown", entry.mutant());
            } else if (!verdict.mutant().before().equals(entry.was())) {
                problems.error(
                        entry.place(),
                        "mutants.listed-other",
                        entry.mutant(),
                        verdict.mutant().before());
            } else if (verdict.state() != Verdict.State.SURVIVED) {
                problems.error(entry.place(), "mutants.listed-not-surviving", entry.mutant());
            }
        }
        long born = verdicts.stream()
                .filter(verdict -> verdict.state() == Verdict.State.KILLED || verdict.state() == Verdict.State.SURVIVED)
                .count();
        if (entries.size() * 100L > born * MOST_PERCENT) {
            Place place = entries.values().iterator().next().place();
            problems.error(Place.of(place.file()), "mutants.listed-too-many", entries.size(), born, MOST_PERCENT);
        }
    }
}
