package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.ModelPackage.Input;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person calls the things of a run: registers, columns, codes, places, rules and steps, in one language. */
final class ReportWords {

    private static final Pattern PLACEHOLDERS = Pattern.compile("(…|\\{[a-z][a-z0-9_]*})+");

    private final RunReport report;
    private final Language language;
    private final Optional<RegionTree> regions;

    ReportWords(RunReport report, Language language) {
        this.report = report;
        this.language = language;
        this.regions = Files.isDirectory(report.library().folder().resolve("regions"))
                ? Optional.of(RegionTree.load(report.library().folder()))
                : Optional.empty();
    }

    /** What a column is called and what its codes mean. */
    private record Heading(Words title, Map<String, Words> codes, ColumnType type) {}

    String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }

    boolean chinese() {
        return language == Language.ZH;
    }

    String in(Words words) {
        return words.in(language);
    }

    /** Parts of a list, as the language separates them. */
    String listed(Collection<String> parts) {
        return String.join(language == Language.ZH ? "、" : ", ", parts);
    }

    /** Sentences or groups of words, as the language separates them. */
    String joined(Collection<String> parts) {
        return String.join(language == Language.ZH ? "；" : "; ", parts);
    }

    /** The title of a contract, or its id where the library has none of that name. */
    String register(String contract) {
        return report.library()
                .contracts()
                .find(contract)
                .map(found -> found.title().in(language))
                .orElse(contract);
    }

    /** The title of the register, or the reference table, behind a name of the model. */
    String input(String name) {
        return contract(name)
                .map(found -> found.title().in(language))
                .or(() -> table(name).map(found -> found.title().in(language)))
                .orElse(name);
    }

    private Optional<Contract> contract(String input) {
        return Optional.ofNullable(report.pack().inputs().get(input))
                .map(Input::contractId)
                .flatMap(report.library().contracts()::find);
    }

    private Optional<ReferenceTable> table(String name) {
        return Optional.ofNullable(report.pack().tables().get(name))
                .map(YamlScalar::text)
                .flatMap(report.library().tables()::find);
    }

    private Optional<Heading> heading(String input, String column) {
        Optional<Heading> ofContract = contract(input)
                .map(contract -> contract.columns().get(column))
                .map(found -> new Heading(found.title(), found.codes(), found.type()));
        return ofContract.or(() -> table(input)
                .map(table -> table.columns().get(column))
                .map(found -> new Heading(found.title(), found.codes(), found.type())));
    }

    /** The values of a row of an input, each with the title of its column, codes by their labels. */
    String values(String input, Map<String, @Nullable Object> row) {
        return joined(row.entrySet().stream()
                .map(entry -> value(heading(input, entry.getKey()), entry.getKey(), entry.getValue()))
                .toList());
    }

    /**
     * The values of a key, each with the title that some register of the model gives to a column of that name; a value that
     * a step computed stands alone.
     */
    String key(Map<String, String> key) {
        return joined(key.entrySet().stream()
                .map(entry -> anyHeading(entry.getKey())
                        .map(heading -> value(Optional.of(heading), entry.getKey(), entry.getValue()))
                        .orElse(entry.getValue()))
                .toList());
    }

    private Optional<Heading> anyHeading(String column) {
        return report.pack().inputs().keySet().stream()
                .flatMap(input -> heading(input, column).stream())
                .findFirst();
    }

    private String value(Optional<Heading> heading, String column, @Nullable Object value) {
        String title = heading.map(found -> found.title().in(language)).orElse(column);
        return title + (language == Language.ZH ? "：" : ": ") + shown(heading, value);
    }

    private String shown(Optional<Heading> heading, @Nullable Object value) {
        if (value == null) {
            return say("output.no-value");
        }
        if (value instanceof Boolean truth) {
            return say(truth ? "output.yes" : "output.no");
        }
        if (value instanceof Collection<?> list) {
            return listed(list.stream().map(one -> shown(heading, one)).toList());
        }
        String text = String.valueOf(value);
        Words label = heading.map(Heading::codes).map(codes -> codes.get(text)).orElse(null);
        if (label != null) {
            return label.in(language);
        }
        ColumnType type = heading.map(Heading::type).orElse(ColumnType.TEXT);
        if (type == ColumnType.REGION) {
            return place(text);
        }
        return type == ColumnType.TIME ? text.replace('T', ' ').replaceFirst(":00$", "") : text;
    }

    /** The names of a division from the province down; beside its code where it has no name on the day of the run. */
    String place(@Nullable String code) {
        return named(code, 0);
    }

    /** The names from the city down, for a narrow column. */
    String shortPlace(@Nullable String code) {
        return named(code, 1);
    }

    private String named(@Nullable String code, int left) {
        if (code == null) {
            return "";
        }
        List<String> names =
                regions.map(tree -> tree.names(code, report.asOf())).orElse(List.of());
        return names.isEmpty() ? code : String.join("", names.subList(Math.min(left, names.size() - 1), names.size()));
    }

    /** The title of a rule's clues without the values of one, or its id where nobody wrote a title. */
    String rule(RuleCount rule) {
        ModelPackage pack = report.pack();
        YamlMap written = (rule.signal() ? pack.signals() : pack.rules()).get(rule.rule());
        return Optional.ofNullable(written)
                .flatMap(map -> map.map("title"))
                .map(words -> PLACEHOLDERS.matcher(Words.of(words).in(language)).replaceAll("…"))
                .map(title -> title.replaceFirst("^…[:：]?\\s*", ""))
                .orElse(rule.rule());
    }

    /** The title of a rule, of a signal marked as such. */
    String title(RuleCount rule) {
        return (rule.signal() ? "(" + say("output.signal") + ") " : "") + rule(rule);
    }

    /**
     * The title of a step, or its name where nobody wrote a title; of a step inside a derived contract after the contract's.
     */
    String step(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return report.pack().inputs().containsKey(name)
                    ? say("output.admitted", input(name))
                    : title(report.pack().steps().get(name)).orElse(name);
        }
        String input = name.substring(0, slash);
        String inner = name.substring(slash + 1);
        YamlMap written = contract(input)
                .flatMap(Contract::derived)
                .flatMap(derived -> derived.steps().map(inner))
                .orElse(null);
        return input(input)
                + (language == Language.ZH ? "：" : ": ")
                + title(written).orElse(inner);
    }

    private Optional<String> title(@Nullable YamlMap step) {
        return Optional.ofNullable(step).flatMap(map -> map.map("title")).map(words -> Words.of(words)
                .in(language));
    }

    /** What a rule lacks, as registers and columns are called. */
    String lacks(List<String> lacks) {
        return new LackWords(report.library().contracts(), language).text(lacks);
    }

    /** What to do about columns that registers lack, a sentence for each register. */
    List<String> adviceOnLacks(List<String> lacks) {
        return new LackWords(report.library().contracts(), language).advice(lacks);
    }
}
