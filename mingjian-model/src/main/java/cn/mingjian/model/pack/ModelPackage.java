package cn.mingjian.model.pack;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A supervision model as a portable package (监督模型), as written. Steps, rules, signals and exclusions stay YAML: what
 * they mean is the compiler's business.
 *
 * @param folder the package's folder
 * @param line business line: criminal, civil, administrative or public-interest
 * @param point supervision point (监督点)
 * @param duty which duty is supervised
 * @param necessity why no milder way works
 * @param question what a person suspects who should run it, as they would say it
 * @param tables name to reference table id
 * @param problems of its file; the compiler notes its own here too
 * @param digest SHA-256 of the text of {@code model.yaml}
 */
public record ModelPackage(
        Path folder,
        Place place,
        String id,
        String version,
        Words title,
        String line,
        String point,
        Words duty,
        Words necessity,
        Optional<Words> question,
        Map<String, Input> inputs,
        Map<String, Parameter> parameters,
        Map<String, YamlScalar> tables,
        Map<String, YamlMap> steps,
        Map<String, YamlMap> rules,
        Map<String, YamlMap> signals,
        Map<String, YamlMap> exclusions,
        Problems problems,
        String digest) {

    /** A package like this one with other parts; its problems are noted in {@code noted}. */
    public ModelPackage with(
            Map<String, Input> otherInputs,
            Map<String, Parameter> otherParameters,
            Map<String, YamlMap> otherSteps,
            Map<String, YamlMap> otherRules,
            Map<String, YamlMap> otherSignals,
            Map<String, YamlMap> otherExclusions,
            Problems noted) {
        return new ModelPackage(
                folder,
                place,
                id,
                version,
                title,
                line,
                point,
                duty,
                necessity,
                question,
                otherInputs,
                otherParameters,
                tables,
                otherSteps,
                otherRules,
                otherSignals,
                otherExclusions,
                noted,
                digest);
    }

    /** Name of the file in a package's folder. */
    public static final String FILE = "model.yaml";

    /** Business lines a model can belong to. */
    public static final java.util.List<String> LINES =
            java.util.List.of("criminal", "civil", "administrative", "public-interest");

    /** The same package with other steps: patterns written out. */
    public ModelPackage withSteps(Map<String, YamlMap> others) {
        return with(inputs, parameters, others, rules, signals, exclusions, problems);
    }

    /**
     * An input of a model.
     *
     * @param contract such as {@code check_in@1}
     * @param admit condition on a row to be kept at the door, if not all are needed
     * @param beside admits the companions of another input's admitted rows, if given
     */
    public record Input(String name, YamlScalar contract, Optional<YamlScalar> admit, Optional<YamlMap> beside) {

        /** The contract's id without its version. */
        public String contractId() {
            return contract.text().replaceFirst("@.*", "");
        }
    }

    /**
     * A single value that a model reads.
     *
     * @param source law, practice or proposal; what is law cannot be set by a user
     * @param title words for a person; the name where the package gives none
     */
    public record Parameter(
            String name,
            String type,
            String unit,
            YamlScalar value,
            String source,
            Optional<YamlScalar> law,
            Words title,
            Place place) {

        /** Whether a profile or {@code --set} may change it. */
        public boolean settable() {
            return !source.equals("law");
        }
    }
}
