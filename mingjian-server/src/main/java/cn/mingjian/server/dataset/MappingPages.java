package cn.mingjian.server.dataset;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.engine.run.Masking;
import cn.mingjian.functions.IdNumber;
import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.proposal.MappingProposal;
import cn.mingjian.intake.proposal.MappingProposal.Proposed;
import cn.mingjian.intake.trial.Trial;
import cn.mingjian.intake.trial.Trial.ColumnTrial;
import cn.mingjian.intake.trial.Trial.SampleCell;
import cn.mingjian.intake.trial.Trial.SampleRow;
import cn.mingjian.intake.trial.Trying;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.server.dataset.MappingPage.Ground;
import cn.mingjian.server.dataset.MappingPage.MappedCell;
import cn.mingjian.server.dataset.MappingPage.MappedColumn;
import cn.mingjian.server.dataset.MappingPage.MappedRow;
import cn.mingjian.server.dataset.Uses.Use;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page on which a person looks a mapping over: proposed, remembered or chosen, and tried on the first rows. */
final class MappingPages {

    /** So many rows are tried in about a second. */
    private static final long TRIED = 200_000;

    private final Contract contract;
    private final FoundTable table;
    private final List<Use> uses;
    private final Proposed proposed;
    private final LocalDate today;

    /** @param uses the models that are the purposes */
    MappingPages(Contract contract, FoundTable table, List<Use> uses, LocalDate today) {
        this.contract = contract;
        this.table = table;
        this.uses = uses;
        this.today = today;
        Layout layout = table.first().layout();
        this.proposed = MappingProposal.propose(contract, table.first().peeks())
                .orElseGet(() ->
                        MappingProposal.propose(contract, layout, table.first().peeks()));
    }

    /**
     * The page.
     *
     * @param chosen as a person changed it, or null at first
     * @param remembered of an earlier delivery
     * @param before quality of the version before, with its number
     */
    MappingPage page(@Nullable Recipe chosen, Optional<Recipe> remembered, Optional<Numbered> before)
            throws IOException {
        Recipe proposal = Recipe.of(proposed.recipe());
        Recipe start = remembered
                .map(recipe -> recipe.adapted(table.first().layout().headings(), proposal))
                .orElse(proposal);
        Recipe recipe = chosen == null ? start : chosen.checked(contract);
        DeliveredTable delivered = table.read(contract, recipe, Coverage.NOT_STATED);
        Set<String> wanted = wanted(contract, uses);
        Trial trial = Trying.of(delivered, wanted, TRIED, today);
        Layout layout = delivered.pieces().get(0).layout();
        List<String> unused = layout.headings().stream()
                .filter(heading -> !heading.isBlank() && !stored(layout, heading, wanted))
                .toList();
        return new MappingPage(
                table.signature(),
                table.labels(),
                contract.id(),
                contract.title(),
                layout.headerRow(),
                layout.headings().stream().filter(heading -> !heading.isBlank()).toList(),
                recipe,
                contract.columns().values().stream()
                        .filter(column -> wanted.contains(column.name()))
                        .map(column -> column(column, recipe, proposal, remembered, trial))
                        .toList(),
                unused,
                trial.columns().stream().map(ColumnTrial::column).toList(),
                trial.sample().stream().map(row -> row(row, trial)).toList(),
                trial.rows(),
                trial.whole(),
                trial.rejected(),
                lacking(contract, delivered, wanted),
                trial.firstDay().orElse(null),
                trial.lastDay().orElse(null),
                before.map(last -> Differences.between(last, layout.headings(), trial, contract))
                        .orElse(null));
    }

    /** The quality of a version, with its number. */
    record Numbered(int number, QualityShown quality) {}

    private static boolean stored(Layout layout, String heading, Set<String> wanted) {
        return layout.cells().entrySet().stream()
                .anyMatch(cell -> wanted.contains(cell.getKey())
                        && layout.headings().get(cell.getValue()).equals(heading));
    }

    /** What is stored for some purposes: the columns that they use, and those that identify or date a row. */
    static Set<String> wanted(Contract contract, Collection<Use> uses) {
        Set<String> wanted = new TreeSet<>(contract.key());
        contract.datedBy().ifPresent(wanted::add);
        contract.columns().values().stream().filter(Column::required).forEach(column -> wanted.add(column.name()));
        uses.forEach(use -> wanted.addAll(use.columns()));
        return wanted;
    }

    /** Columns without which no row can be taken. */
    static List<Words> lacking(Contract contract, DeliveredTable delivered, Set<String> wanted) {
        return contract.columns().values().stream()
                .filter(column -> wanted.contains(column.name()) && required(contract, column))
                .filter(column -> delivered.pieces().stream().anyMatch(piece -> !delivered.has(piece, column.name())))
                .map(Column::title)
                .toList();
    }

    private static boolean required(Contract contract, Column column) {
        return column.required() || contract.key().contains(column.name());
    }

    private MappedColumn column(
            Column column, Recipe recipe, Recipe proposal, Optional<Recipe> remembered, Trial trial) {
        Optional<ColumnTrial> tried = trial.columns().stream()
                .filter(one -> one.column().equals(column.name()))
                .findFirst();
        return new MappedColumn(
                column.name(),
                column.title(),
                column.type().word(),
                required(contract, column),
                column.sensitivity().masked(),
                ground(column.name(), recipe, proposal, remembered),
                proposed.unclear().entrySet().stream()
                        .filter(one -> one.getValue().contains(column.name()))
                        .map(Map.Entry::getKey)
                        .toList(),
                column.codes(),
                uses.stream()
                        .filter(use -> use.columns().contains(column.name()))
                        .map(Use::title)
                        .toList(),
                tried.map(ColumnTrial::filled).orElse(0L),
                tried.map(ColumnTrial::invalid).orElse(0L),
                tried.map(ColumnTrial::unknown).orElse(0L),
                tried.map(one -> reasons(one.unreadable())).orElse(List.of()),
                tried.map(ColumnTrial::unknownTexts).orElse(Map.of()));
    }

    private static List<Words> reasons(Map<Reason, Long> reasons) {
        return reasons.keySet().stream()
                .sorted()
                .map(reason -> Words.ofMessage(reason.code()))
                .toList();
    }

    private Ground ground(String column, Recipe recipe, Recipe proposal, Optional<Recipe> remembered) {
        Optional<Recipe.FromHeading> now = recipe.column(column);
        if (now.isEmpty()) {
            return Ground.NONE;
        }
        if (now.equals(remembered.flatMap(recipe1 -> recipe1.column(column)))) {
            return Ground.REMEMBERED;
        }
        if (!now.equals(proposal.column(column))) {
            return Ground.CHOSEN;
        }
        boolean named = proposed.pairs().stream()
                .anyMatch(pair -> pair.column().equals(column) && pair.ground() == MappingProposal.Ground.NAME);
        return named ? Ground.NAME : Ground.LIKENESS;
    }

    private MappedRow row(SampleRow row, Trial trial) {
        List<MappedCell> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = Optional.ofNullable(
                            contract.columns().get(trial.columns().get(i).column()))
                    .orElseThrow();
            cells.add(cell(row.cells().get(i), column));
        }
        return new MappedRow(
                row.number(),
                row.broken() == Reason.NONE
                        ? null
                        : Words.ofMessage(row.broken().code()),
                cells);
    }

    private static MappedCell cell(SampleCell cell, Column column) {
        Words problem = cell.reason() != Reason.NONE
                ? Words.ofMessage(cell.reason().code())
                : cell.invalid() ? Words.ofMessage("dataset.check-fails") : null;
        Object value = Masking.ON.shown(cell.value(), Type.of(column), column.sensitivity());
        return new MappedCell(delivered(cell, column), value == null ? null : text(value), problem, cell.rejects());
    }

    /** A text that did not become a value may be anything, so that only the kind of its column and itself can mask it. */
    private static String delivered(SampleCell cell, Column column) {
        Type type = column.type() == ColumnType.ID_NO ? Type.of(column) : Type.TEXT;
        String text = cell.delivered();
        Sensitivity sensitivity =
                IdNumber.isValid(text.strip()) ? column.sensitivity().with(Sensitivity.PERSONAL) : column.sensitivity();
        return String.valueOf(Masking.ON.shown(text, type, sensitivity));
    }

    private static String text(Object value) {
        return value instanceof String text
                ? text.replace('\u001f', '、')
                : String.valueOf(value).replace('T', ' ');
    }

    /** Headings as they count for being the same. */
    static Set<String> plain(Collection<String> headings) {
        return headings.stream()
                .map(Headings::plain)
                .filter(heading -> !heading.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
