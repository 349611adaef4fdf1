package cn.mingjian.running.output;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.FactWords;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.RegionTree;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person calls the things of a run: registers, columns, codes, places, rules and steps, in one language. */
public final class ReportWords extends ModelWords {

    private final ModelPackage pack;
    private final Library library;
    private final Optional<RegionTree> regions;
    private final LocalDate asOf;
    private final Map<String, Words> facts;
    private final Language language;

    ReportWords(RunReport report, Language language) {
        this(report.pack(), report.library(), regions(report.library()), report.asOf(), language);
    }

    /** @param regions names places; those of the library where it has some */
    public ReportWords(
            ModelPackage pack, Library library, Optional<RegionTree> regions, LocalDate asOf, Language language) {
        super(pack, library, language);
        this.pack = pack;
        this.library = library;
        this.regions = regions;
        this.asOf = asOf;
        this.facts = FactWords.read(pack.folder(), new Problems());
        this.language = language;
    }

    private static Optional<RegionTree> regions(Library library) {
        return Files.isDirectory(library.folder().resolve("regions"))
                ? Optional.of(RegionTree.load(library.folder()))
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

    /** The title of a column of an input, or its name where the input has none of that name. */
    public String column(String input, String column) {
        return heading(input, column).map(found -> found.title().in(language)).orElse(column);
    }

    /** A value of a column of an input as a person reads it: codes by their labels, divisions by their names. */
    public String cell(String input, String column, @Nullable Object value) {
        return shown(heading(input, column), value);
    }

    /** What a fact is called: as the package says, else as a register of the model calls a column of that name. */
    public String fact(String name) {
        return Optional.ofNullable(facts.get(name))
                .or(() -> anyHeading(name).map(Heading::title))
                .map(words -> words.in(language))
                .orElse(name);
    }

    /** The value of a fact: by the labels that the rule gives it, else as a column of that name. */
    public String factValue(String rule, String name, @Nullable Object value) {
        return Optional.ofNullable(pack.rules().get(rule))
                .flatMap(written -> written.mapOrEmpty("labels").map(name))
                .flatMap(labels -> labels.map(String.valueOf(value)))
                .map(words -> Words.of(words).in(language))
                .orElseGet(() -> shown(anyHeading(name), value));
    }

    /** A search that found nothing, in words. */
    public String absence(SourceRow row) {
        return new SearchWords(this, language).of(row);
    }

    /** The title of an exclusion, or its id where the package has none of that name. */
    public String exclusion(String id) {
        return Optional.ofNullable(pack.exclusions().get(id))
                .flatMap(written -> written.map("title"))
                .map(words -> Words.of(words).in(language))
                .orElse(id);
    }

    /** The title of a parameter. */
    public String parameter(String name) {
        return Optional.ofNullable(pack.parameters().get(name))
                .map(parameter -> parameter.title().in(language))
                .orElse(name);
    }

    private Optional<Heading> anyHeading(String column) {
        return pack.inputs().keySet().stream()
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
    public String place(@Nullable String code) {
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
        List<String> names = regions.map(tree -> tree.names(code, asOf)).orElse(List.of());
        return names.isEmpty() ? code : String.join("", names.subList(Math.min(left, names.size() - 1), names.size()));
    }

    /** How to state what registers cover, of which nobody did. */
    List<String> adviceOnCoverage(Collection<String> contracts) {
        return new CoverageAdvice(language)
                .lines(contracts.stream()
                        .distinct()
                        .flatMap(id -> library.contracts().find(id).stream())
                        .toList());
    }
}
