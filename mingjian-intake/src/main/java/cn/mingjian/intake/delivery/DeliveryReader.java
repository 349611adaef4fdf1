package cn.mingjian.intake.delivery;

import cn.mingjian.intake.delivery.DeliveredTable.Piece;
import cn.mingjian.intake.form.FilledForm;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.map.MappingReader;
import cn.mingjian.intake.proposal.MappingProposal;
import cn.mingjian.intake.proposal.MappingProposal.Proposed;
import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.intake.read.TableSource;
import cn.mingjian.intake.read.UnreadableException;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through a delivery. */
final class DeliveryReader {

    private static final String MAPPING = ".mapping.yaml";
    private static final int DEEPEST = 4;
    private static final int MOST_HEADINGS = 15;

    private final Path root;
    private final Map<String, Contract> contracts = new LinkedHashMap<>();
    private final Map<String, Mapping> mappings = new LinkedHashMap<>();
    private final Map<String, List<Piece>> pieces = new LinkedHashMap<>();
    private final Map<String, Coverage> coverage = new LinkedHashMap<>();
    private final List<UnusedTable> unused = new ArrayList<>();
    private final Predicate<String> elsewhere;
    private final Problems problems;
    private final TableNames names;
    private final RecipeCheck recipes;
    private Optional<String> formNumber = Optional.empty();

    /** @param elsewhere whether a file's name is that of a contract that is not asked about */
    DeliveryReader(Path root, List<Contract> contracts, Predicate<String> elsewhere, Problems problems) {
        this.root = root;
        this.elsewhere = elsewhere;
        contracts.forEach(contract -> this.contracts.put(contract.id(), contract));
        this.problems = problems;
        this.names = new TableNames(contracts);
        this.recipes = new RecipeCheck(problems);
    }

    Delivery read() {
        if (!Files.exists(root)) {
            problems.error(Place.of(root.toString()), "intake.no-file");
            return new Delivery(root, Map.of(), Optional.empty(), List.of(), problems.list());
        }
        boolean folder = Files.isDirectory(root);
        if (folder) {
            list(root).forEach(this::mapping);
            visit(root, null, 0);
        } else {
            file(root, names.of(baseName(root)).orElse(null));
        }
        Map<String, Coverage> stated = CoverageFile.read(folder ? root : root.resolveSibling(""), problems);
        stated.forEach((name, covers) -> names.of(name).ifPresent(contract -> coverage.put(contract.id(), covers)));
        Map<String, DeliveredTable> tables = new LinkedHashMap<>();
        contracts.forEach((id, contract) -> {
            recipes.headings(contract, mapping(contract));
            List<Piece> found = pieces.getOrDefault(id, List.of());
            if (!found.isEmpty()) {
                Coverage covers = coverage.getOrDefault(id, Coverage.NOT_STATED);
                tables.put(id, new DeliveredTable(contract, mapping(contract), List.copyOf(found), covers));
            }
        });
        return new Delivery(root, tables, formNumber, List.copyOf(unused), problems.list());
    }

    private Mapping mapping(Contract contract) {
        return mappings.computeIfAbsent(contract.id(), Mapping::none);
    }

    /** Reads a recipe before any table is looked at. */
    private void mapping(Path file) {
        String name = file.getFileName().toString();
        if (Files.isSymbolicLink(file)) {
            return;
        }
        if (Files.isDirectory(file)) {
            list(file).stream().filter(inner -> !Files.isDirectory(inner)).forEach(this::mapping);
        } else if (name.endsWith(MAPPING)) {
            String named = name.substring(0, name.length() - MAPPING.length());
            Optional<Contract> contract = names.of(named);
            contract.ifPresent(of -> MappingReader.read(file, of, problems).ifPresent(mapping -> {
                recipes.values(label(file), of, mapping);
                mappings.put(of.id(), mapping);
            }));
            if (contract.isEmpty() && !elsewhere.test(named)) {
                notNamed(file, named);
            }
        }
    }

    /** A recipe whose name is that of no contract says in its text of which it is. */
    private void notNamed(Path file, String named) {
        Optional<String> said = YamlFile.read(file, label(file), new Problems())
                .flatMap(recipe -> recipe.text("contract"))
                .map(contract -> contract.replaceFirst("@.*", ""));
        Optional<Contract> meant = said.flatMap(names::of);
        if (meant.isPresent()) {
            problems.warning(
                    Place.of(label(file)),
                    "intake.mapping-rename",
                    named,
                    meant.get().title(),
                    MAPPING);
        } else if (said.filter(elsewhere).isEmpty()) {
            problems.warning(Place.of(label(file)), "intake.mapping-of-nothing", named, MAPPING);
        }
    }

    private void visit(Path folder, @Nullable Contract contract, int depth) {
        for (Path entry : list(folder)) {
            String name = entry.getFileName().toString();
            if (name.startsWith(".") || name.startsWith("~$")) {
                continue;
            }
            if (Files.isSymbolicLink(entry)) {
                // It may lead out of the delivery, or round in a circle.
                problems.error(Place.of(label(entry)), "intake.link");
            } else if (Files.isDirectory(entry)) {
                if (depth < DEEPEST) {
                    visit(entry, contract != null ? contract : names.of(name).orElse(null), depth + 1);
                }
            } else if (DeliveredFile.mayHoldTable(entry)) {
                file(
                        entry,
                        contract != null ? contract : names.of(baseName(entry)).orElse(null));
            }
        }
    }

    private void file(Path file, @Nullable Contract contract) {
        String label = label(file);
        try {
            List<TableSource> sources = DeliveredFile.open(file);
            boolean form = form(file, sources);
            boolean found = form;
            for (TableSource source : sources) {
                if (form && FilledForm.isCoverage(source)) {
                    continue;
                }
                Optional<Contract> bySheet = source.sheet().flatMap(names::of);
                found |= source(label, source, bySheet.orElse(contract), form);
            }
            if (!found && contract != null) {
                problems.error(
                        Place.of(label),
                        "intake.no-header",
                        contract.title(),
                        Words.listed(contract.columns().values().stream()
                                .map(Column::title)
                                .limit(MOST_HEADINGS)
                                .toList()));
            }
        } catch (UnreadableException e) {
            problems.error(Place.of(label), e.code(), e.arguments().toArray());
        } catch (IOException e) {
            problems.error(Place.of(label), "intake.unreadable");
        }
    }

    /** Reads what a filled form states; false when the file is no form. */
    private boolean form(Path file, List<TableSource> sources) throws IOException {
        if (sources.stream().noneMatch(source -> source.format().equals("xlsx"))) {
            return false;
        }
        Optional<FilledForm> form = FilledForm.read(file, sources, label(file), problems);
        form.ifPresent(filled -> {
            formNumber = Optional.of(filled.number());
            filled.coverage().forEach((title, covers) -> names.of(title)
                    .ifPresent(contract -> coverage.put(contract.id(), covers)));
        });
        return form.isPresent();
    }

    private static boolean noRows(List<Peek> peeks, Layout layout) {
        return peeks.stream().noneMatch(peek -> peek.number() > layout.headerRow());
    }

    /** Takes a table for a contract; false when no headings are found. */
    private boolean source(String label, TableSource source, @Nullable Contract named, boolean form)
            throws IOException {
        List<Peek> peeks = Peek.first(source);
        String shown = source.sheet().map(sheet -> label + " [" + sheet + "]").orElse(label);
        if (named == null && elsewhere.test(baseName(Path.of(label)))) {
            return false;
        }
        Optional<Contract> contract = Optional.ofNullable(named).or(() -> names.byHeadings(peeks));
        Optional<Layout> layout = contract.flatMap(known -> Layout.find(peeks, new Headings(known), mapping(known)));
        if (contract.isEmpty() || layout.isEmpty() || !sheetWanted(contract.get(), source)) {
            if (!peeks.isEmpty()) {
                if (named != null) {
                    recipes.strange(named, shown, Layout.guess(peeks));
                }
                unused.add(new UnusedTable(shown, named == null ? names.nearest(peeks) : List.of()));
            }
            return false;
        }
        if (named == null) {
            Problem note = Problem.warning(
                    Place.of(shown),
                    "intake.taken-by-headings",
                    contract.get().title(),
                    contract.get().id());
            problems.addAll(List.of(note));
        }
        if (form && !coverage.containsKey(contract.get().id()) && noRows(peeks, layout.get())) {
            problems.warning(
                    Place.of(shown), "intake.form-sheet-empty", contract.get().title());
            return false;
        }
        headingsNotUsed(shown, contract.get(), layout.get(), peeks);
        recipes.taken(contract.get(), shown, layout.get());
        pieces.computeIfAbsent(contract.get().id(), id -> new ArrayList<>())
                .add(new Piece(label, source, layout.get()));
        return true;
    }

    /** Asks about headings that are no column: the like of a column may be meant by them, but only a person knows. */
    private void headingsNotUsed(String shown, Contract contract, Layout layout, List<Peek> peeks) {
        Proposed proposed = MappingProposal.propose(contract, layout, peeks);
        List<Words> headings = layout.ignored().stream()
                .filter(heading -> !Headings.isOfEveryRegister(heading))
                .limit(MOST_HEADINGS)
                .map(heading -> asked(heading, proposed.unclear().getOrDefault(heading, List.of()), contract))
                .toList();
        Words lines = proposed.lines(contract);
        Place place = Place.of(shown);
        if (!lines.zh().isEmpty()) {
            problems.warning(
                    place, "intake.headings-likely", Words.listed(headings), contract.title(), contract.id(), lines);
        } else if (!headings.isEmpty()) {
            problems.warning(
                    place, "intake.headings-not-used", Words.listed(headings), contract.title(), contract.id());
        }
    }

    private static Words asked(String heading, List<String> either, Contract contract) {
        List<Words> titles = either.stream()
                .flatMap(name -> Optional.ofNullable(contract.columns().get(name)).stream())
                .map(Column::title)
                .toList();
        return titles.size() < 2
                ? Words.same(heading)
                : Words.ofMessage("intake.heading-either", heading, titles.get(0), titles.get(1));
    }

    private boolean sheetWanted(Contract contract, TableSource source) {
        Optional<String> sheet = mapping(contract).sheet();
        return sheet.isEmpty() || source.sheet().isEmpty() || sheet.equals(source.sheet());
    }

    private String label(Path file) {
        return Files.isDirectory(root)
                ? root.relativize(file).toString().replace('\\', '/')
                : file.getFileName().toString();
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
