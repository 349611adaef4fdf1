package cn.mingjian.running;

import cn.mingjian.compiler.expression.Literals;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.ModelPackage.Parameter;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parameter values of a run and where each comes from: package default, then profile, then {@code --set}. What is law
 * cannot be set.
 */
public final class RunValues {

    private static final List<String> ENTRY =
            List.of("value", "reason", "source", "approver", "valid_from", "valid_to");

    private final ModelPackage pack;
    private final Problems problems;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    private RunValues(ModelPackage pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    /** What sets values on the command line. */
    public static final String OPTION = "--set";

    /**
     * Reads a profile and single values; mistakes are noted.
     *
     * @param by what sets the single values, as {@link #OPTION}; the place of their mistakes
     */
    public static RunValues of(
            ModelPackage pack, @Nullable Path profile, Map<String, String> set, String by, Problems problems) {
        RunValues values = new RunValues(pack, problems);
        if (profile != null) {
            YamlFile.read(profile, profile.toString(), problems).ifPresent(values::profile);
        }
        set.forEach((name, value) -> values.put(name, value, by, Place.of(by + " " + name)));
        return values;
    }

    private void profile(YamlMap profile) {
        for (YamlMap.Entry entry : profile.entries()) {
            if (entry.value() instanceof YamlScalar scalar) {
                put(entry.key(), scalar.text(), "profile", entry.place());
            } else {
                Optional<YamlMap> map = profile.map(entry.key());
                map.ifPresent(one -> one.allow(ENTRY));
                map.flatMap(one -> one.requireScalar("value"))
                        .ifPresent(value -> put(entry.key(), value.text(), "profile", entry.place()));
            }
        }
    }

    private void put(String name, String value, String source, Place place) {
        Parameter parameter = pack.parameters().get(name);
        if (parameter == null) {
            problems.error(
                    place,
                    "expression.unknown-parameter",
                    name,
                    Nearest.advice(name, pack.parameters().keySet()));
        } else if (!parameter.settable()) {
            problems.error(place, "running.law-not-settable", name);
        } else if (!fits(value, parameter)) {
            problems.error(place, "rule.parameter-value", value, parameter.type());
        } else {
            values.put(name, value);
            sources.put(name, source);
        }
    }

    private static boolean fits(String value, Parameter parameter) {
        return ColumnType.of(parameter.type())
                .flatMap(type -> Literals.ofParameter(value, type))
                .isPresent();
    }

    public Map<String, String> values() {
        return values;
    }

    public Map<String, String> sources() {
        return sources;
    }
}
