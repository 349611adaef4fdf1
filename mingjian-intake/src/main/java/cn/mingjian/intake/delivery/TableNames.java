package cn.mingjian.intake.delivery;

import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.model.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which contract a file, folder, sheet or table is of. */
final class TableNames {

    /** Share of a table's headings that must name columns of a contract, where nothing else says whose table it is. */
    private static final double ENOUGH = 0.6;

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

    /** The only contract whose key and most of whose headings a table has. */
    Optional<Contract> byHeadings(List<Peek> peeks) {
        Optional<Contract> best = Optional.empty();
        double bestShare = ENOUGH;
        boolean tie = false;
        for (Contract contract : contracts) {
            double share = share(peeks, contract);
            if (share >= bestShare) {
                tie = best.isPresent() && share == bestShare;
                best = Optional.of(contract);
                bestShare = share;
            }
        }
        return tie ? Optional.empty() : best;
    }

    private static double share(List<Peek> peeks, Contract contract) {
        Optional<Layout> layout = Layout.find(peeks, new Headings(contract), Mapping.none(contract.id()));
        if (layout.isEmpty() || !layout.get().cells().keySet().containsAll(contract.key())) {
            return 0;
        }
        long headings = layout.get().headings().stream()
                .filter(heading -> !heading.isBlank())
                .count();
        return (double) layout.get().cells().size() / headings;
    }
}
