package cn.mingjian.intake.delivery;

import cn.mingjian.intake.delivery.UnusedTable.Guess;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.proposal.MappingProposal;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.model.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which contract a file, folder, sheet or table is of. */
final class TableNames {

    /** Share of a table's headings that must name columns of a contract, where nothing else says whose table it is. */
    private static final double ENOUGH = 0.6;

    private static final int LEAST_COLUMNS = 2;
    private static final int MOST_GUESSES = 3;

    private final List<Contract> contracts;
    private final Map<String, Contract> byName = new LinkedHashMap<>();

    TableNames(List<Contract> contracts) {
        this.contracts = contracts;
        contracts.forEach(contract -> byName.putIfAbsent(Headings.plain(contract.id()), contract));
        contracts.forEach(
                contract -> byName.putIfAbsent(Headings.plain(contract.title().zh()), contract));
        contracts.forEach(
                contract -> byName.putIfAbsent(Headings.plain(contract.title().en()), contract));
        byName.remove("");
    }

    /** The contract of a name; years and numbers at its ends do not count ({@code benefit_payment_2023}). */
    Optional<Contract> of(String name) {
        String plain = Headings.plain(name);
        return Optional.ofNullable(byName.get(plain)).or(() -> Optional.ofNullable(byName.get(withoutNumbers(plain))));
    }

    private static String withoutNumbers(String plain) {
        return plain.replaceAll("^[\\d()年月日]+|[\\d()年月日]+$", "");
    }

    /**
     * The only contract that a table's headings fit: they name its key, or at least the day of a row and a part of the key,
     * and most of them are its columns. Where two fit equally well it is nobody's: a person has to say.
     */
    Optional<Contract> byHeadings(List<Peek> peeks) {
        List<Fit> fits = contracts.stream()
                .flatMap(contract -> Fit.of(contract, peeks).stream())
                .filter(Fit::isLikely)
                .toList();
        double best = fits.stream().mapToDouble(Fit::share).max().orElse(1);
        List<Fit> first = fits.stream().filter(fit -> fit.share() == best).toList();
        return first.size() == 1 ? Optional.of(first.get(0).contract()) : Optional.empty();
    }

    /** The contracts that come nearest to a table, of which none could be taken. */
    List<Guess> nearest(List<Peek> peeks) {
        List<Fit> fits = contracts.stream()
                .flatMap(contract -> Fit.of(contract, peeks).stream())
                .filter(fit -> fit.layout().cells().size() >= LEAST_COLUMNS)
                .toList();
        List<Fit> likely = fits.stream().filter(Fit::isLikely).toList();
        List<Fit> left = likely.isEmpty() ? fits : likely;
        double best = left.stream().mapToDouble(Fit::share).max().orElse(1);
        return left.stream()
                .filter(fit -> fit.share() == best)
                .limit(MOST_GUESSES)
                .map(fit -> fit.guess(peeks))
                .toList();
    }

    /** How a table's headings fit a contract. */
    private record Fit(Contract contract, Layout layout) {

        static Optional<Fit> of(Contract contract, List<Peek> peeks) {
            return Layout.find(peeks, new Headings(contract), Mapping.none(contract.id()))
                    .map(layout -> new Fit(contract, layout));
        }

        boolean isLikely() {
            return share() >= ENOUGH && (hasKey() || dated());
        }

        boolean hasKey() {
            return layout.cells().keySet().containsAll(contract.key());
        }

        private boolean dated() {
            Set<String> there = layout.cells().keySet();
            return contract.datedBy().filter(there::contains).isPresent()
                    && contract.key().stream()
                            .anyMatch(column -> there.contains(column)
                                    && !column.equals(contract.datedBy().orElse("")));
        }

        /** The share of its headings that are columns; those that stand in registers of all kinds do not count. */
        double share() {
            long columns = layout.cells().size();
            return (double) columns / (columns + strange().size());
        }

        private List<String> strange() {
            return layout.ignored().stream()
                    .filter(heading -> !Headings.isOfEveryRegister(heading))
                    .toList();
        }

        Guess guess(List<Peek> peeks) {
            Set<String> there = layout.cells().keySet();
            return new Guess(
                    contract,
                    layout.cells().values().stream()
                            .sorted()
                            .map(cell -> layout.headings().get(cell))
                            .toList(),
                    strange(),
                    contract.columns().values().stream()
                            .filter(column -> contract.key().contains(column.name())
                                    || contract.datedBy().orElse("").equals(column.name()))
                            .filter(column -> !there.contains(column.name()))
                            .toList(),
                    MappingProposal.propose(contract, layout, peeks).lines(contract));
        }
    }
}
