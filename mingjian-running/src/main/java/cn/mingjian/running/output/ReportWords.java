package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.region.RegionTree;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person calls the things of a run: registers, columns, codes, places, rules and steps, in one language. */
final class ReportWords extends ModelWords {

    private final RunReport report;
    private final Language language;
    private final Optional<RegionTree> regions;

    ReportWords(RunReport report, Language language) {
        super(report.pack(), report.library(), language);
        this.report = report;
        this.language = language;
        this.regions = Files.isDirectory(report.library().folder().resolve("regions"))
                ? Optional.of(RegionTree.load(report.library().folder()))
                : Optional.empty();
    }

    /** What a column is called and what its codes mean. */
    private record Heading(Words title, Map<String, Words> codes, ColumnType type) {}

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

    /** How to state what registers cover, of which nobody did. */
    List<String> adviceOnCoverage(Collection<String> contracts) {
        return new CoverageAdvice(language)
                .lines(contracts.stream()
                        .distinct()
                        .flatMap(id -> report.library().contracts().find(id).stream())
                        .toList());
    }
}
