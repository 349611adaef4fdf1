package cn.mingjian.model.version;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.version.Difference.Kind;
import cn.mingjian.model.yaml.YamlMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The change from one version of a package or of a contract to another. Of a package: major when a rule id or key changed
 * or left, or the major version of a contract; patch for words; else minor. Of a contract: major when a column or a code
 * was renamed, removed or given another type or unit, or the key changed; patch for words; else minor (package.md,
 * "Versions", "Contracts").
 *
 * @param differences with the step that each asks for
 * @param stated the step that the version numbers state
 */
public record VersionChange(Map<Difference, VersionStep> differences, VersionStep stated, String from, String to) {

    private static final Set<String> WORDS =
            Set.of("zh", "en", "title", "note", "ask", "to_establish", "purpose", "question", "formula", "card");
    private static final Set<String> WORDS_OF_CONTRACT = Set.of("example", "synonyms", "owner");

    /** The change of a package's {@code model.yaml}; empty where a version is not readable, which is noted. */
    public static Optional<VersionChange> ofModel(YamlMap old, YamlMap now) {
        return of(old, now, VersionChange::ofModel);
    }

    /** The change of a contract. */
    public static Optional<VersionChange> ofContract(YamlMap old, YamlMap now) {
        return of(old, now, VersionChange::ofContract);
    }

    private static Optional<VersionChange> of(YamlMap old, YamlMap now, Function<Difference, VersionStep> needs) {
        Optional<String> from = version(old);
        Optional<String> to = version(now);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Map<Difference, VersionStep> differences = new LinkedHashMap<>();
        Differences.of(old, now).stream()
                .filter(difference -> !difference.at("version"))
                .forEach(difference -> differences.put(difference, needs.apply(difference)));
        return Optional.of(
                new VersionChange(differences, VersionStep.between(from.get(), to.get()), from.get(), to.get()));
    }

    private static Optional<String> version(YamlMap map) {
        String version = map.requireText("version");
        if (!version.matches("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}")) {
            map.problems().error(map.placeOf("version"), "contract.version", version);
            return Optional.empty();
        }
        return Optional.of(version);
    }

    /** The smallest step that all differences allow. */
    public VersionStep needed() {
        return differences.values().stream().max(Comparator.naturalOrder()).orElse(VersionStep.NONE);
    }

    /** Notes a stated step that is smaller than the one needed, at the new version. */
    public void refuseTooSmall(Place version, Problems problems) {
        if (stated.compareTo(needed()) < 0) {
            problems.error(version, "version.too-small", from, to, needed());
        }
    }

    /** Each difference as a line for a person. */
    public List<Problem> lines() {
        return differences.entrySet().stream()
                .map(entry -> Problem.warning(
                        entry.getKey().place(),
                        "version." + entry.getKey().kind().name().toLowerCase(java.util.Locale.ROOT),
                        entry.getKey().name(),
                        entry.getValue()))
                .toList();
    }

    private static VersionStep ofModel(Difference difference) {
        boolean identity = difference.at("id")
                || difference.at("rules", "*") && difference.kind() == Kind.LEFT
                || difference.at("rules") && difference.kind() == Kind.LEFT
                || difference.under("rules", "*", "key")
                || difference.at("inputs", "*", "contract");
        if (identity) {
            return VersionStep.MAJOR;
        }
        return isOf(difference, WORDS) ? VersionStep.PATCH : VersionStep.MINOR;
    }

    private static VersionStep ofContract(Difference difference) {
        boolean relied = difference.at("id")
                || difference.under("key")
                || difference.at("columns", "*") && difference.kind() == Kind.LEFT
                || difference.at("columns", "*", "type")
                || difference.at("columns", "*", "unit")
                || difference.at("columns", "*", "codes", "*") && difference.kind() == Kind.LEFT;
        if (relied) {
            return VersionStep.MAJOR;
        }
        boolean words = isOf(difference, WORDS)
                || difference.path().size() == 3 && isOf(difference, WORDS_OF_CONTRACT)
                || difference.under("columns", "*", "codes", "*", "also")
                || difference.at("owner");
        return words ? VersionStep.PATCH : VersionStep.MINOR;
    }

    private static boolean isOf(Difference difference, Set<String> words) {
        List<String> path = difference.path();
        boolean named =
                path.size() == 2 && !path.get(0).equals("title") && !path.get(0).equals("purpose");
        return !named && path.stream().anyMatch(words::contains);
    }
}
