package cn.mingjian.server.shelf;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.clause.HousingContractExtractor;
import cn.mingjian.documents.judgment.JudgmentExtractor;
import cn.mingjian.documents.rows.RowMaker;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.ModelPackage.Parameter;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.server.shelf.ModelPage.ColumnShown;
import cn.mingjian.server.shelf.ModelPage.InputShown;
import cn.mingjian.server.shelf.ModelPage.ParameterShown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the pages of models: everything that follows from package and library alone. */
final class ModelPages {

    private static final List<String> TYPES = List.of(JudgmentExtractor.TYPE, HousingContractExtractor.TYPE);
    private static final String POINTS = "points.yaml";

    private final Library library;
    private final Compiler compiler;
    private final LocalDate today;
    private final Optional<YamlMap> points;

    ModelPages(Library library, Compiler compiler, LocalDate today) {
        this.library = library;
        this.compiler = compiler;
        this.today = today;
        Path file = library.folder().resolve(POINTS);
        this.points = Files.exists(file) ? YamlFile.read(file, file.toString(), new Problems()) : Optional.empty();
    }

    ModelPage page(ModelPackage pack) {
        CheckedModel whole = compiler.check(pack, Delivered.EVERYTHING, Settings.FOR_CHECK);
        CheckedModel raw = compiler.check(pack, Delivered.RAW, Settings.FOR_CHECK);
        CheckedModel bare = compiler.check(pack, Delivered.NOTHING, Settings.FOR_CHECK);
        pack.problems().throwIfErrors();
        RuleCards cards = new RuleCards(whole, bare, library, today);
        Map<String, Set<String>> registers = new Lineage(raw).columnsByContract();
        return new ModelPage(
                new ModelRow(
                        pack.id(),
                        pack.version(),
                        pack.title(),
                        pack.line(),
                        points.flatMap(all -> all.map(pack.point()))
                                .map(Words::of)
                                .orElse(Words.same(pack.point())),
                        pack.question().orElse(pack.title()),
                        bodies(whole),
                        documents(pack),
                        registers.size(),
                        (int) rules(whole).count(),
                        null),
                guide(pack.folder()),
                pack.duty(),
                pack.necessity(),
                inputs(registers, new Lineage(whole).columnsByContract(), cards.neededByAll()),
                cards.shown(),
                pack.parameters().values().stream()
                        .map(one -> parameter(one, cards))
                        .toList(),
                pack.digest());
    }

    List<LineageShown> lineage(ModelPackage pack) {
        CheckedModel whole = compiler.check(pack, Delivered.EVERYTHING, Settings.FOR_CHECK);
        return new LineagePictures(whole, library, today).shown();
    }

    private static Stream<Rule> rules(CheckedModel model) {
        return model.rules().values().stream().filter(rule -> !rule.signal());
    }

    private static List<Words> bodies(CheckedModel model) {
        return rules(model)
                .flatMap(rule -> rule.wording().supervised().stream())
                .map(Rule.Choice::words)
                .filter(words -> !words.zh().isEmpty())
                .distinct()
                .toList();
    }

    /** Documents feed a model alone where most of its rules run on their rows. */
    private @Nullable String documents(ModelPackage pack) {
        for (String type : TYPES) {
            Optional<RowMaker> rows = DocumentTypes.open(library.folder(), type).rows();
            if (rows.isPresent()) {
                CheckedModel fed = compiler.check(pack, delivered(rows.get().contracts()), Settings.FOR_CHECK);
                long running =
                        rules(fed).filter(rule -> rule.clues().available()).count();
                if (2 * running > rules(fed).count()) {
                    return type;
                }
            }
        }
        return null;
    }

    private Delivered delivered(Set<String> contracts) {
        Map<String, Delivered.Dataset> datasets = new HashMap<>();
        contracts.forEach(id -> library.contracts()
                .find(id)
                .ifPresent(contract -> datasets.put(
                        id, new Delivered.Dataset(contract.columns().keySet(), Coverage.NOT_STATED))));
        return new Delivered(datasets, false);
    }

    /** The registers first, then what is built from them. */
    private List<InputShown> inputs(
            Map<String, Set<String>> registers, Map<String, Set<String>> whole, Set<String> must) {
        Set<String> derived = new TreeSet<>(whole.keySet());
        derived.removeAll(registers.keySet());
        return Stream.concat(
                        registers.entrySet().stream()
                                .flatMap(entry ->
                                        input(entry.getKey(), entry.getValue(), must.contains(entry.getKey()), false)),
                        derived.stream().flatMap(id -> input(id, whole.getOrDefault(id, Set.of()), false, true)))
                .toList();
    }

    private Stream<InputShown> input(String id, Set<String> columns, boolean must, boolean derived) {
        return library.contracts().find(id).stream()
                .map(contract -> new InputShown(id, contract.title(), columns(contract, columns), must, derived));
    }

    private static List<ColumnShown> columns(Contract contract, Set<String> used) {
        return contract.columns().values().stream()
                .filter(column -> used.contains(column.name()))
                .map(column -> new ColumnShown(
                        column.name(), column.title(), column.type().word()))
                .toList();
    }

    private static ParameterShown parameter(Parameter parameter, RuleCards cards) {
        return new ParameterShown(
                parameter.name(),
                parameter.title(),
                parameter.value().text(),
                parameter.unit().isEmpty()
                        ? null
                        : Words.ofMessage("brief.unit-" + parameter.unit().replace(' ', '-')),
                parameter.source(),
                parameter.law().map(law -> cards.provision(law.text())).orElse(null),
                parameter.settable());
    }

    private static Words guide(Path folder) {
        String zh = text(folder.resolve("README.md"));
        String en = text(folder.resolve("README.en.md"));
        return new Words(zh, en.isEmpty() ? zh : en);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
