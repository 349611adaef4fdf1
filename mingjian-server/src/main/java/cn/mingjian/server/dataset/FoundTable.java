package cn.mingjian.server.dataset;

import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.DeliveredTable.Piece;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.intake.read.TableSource;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.server.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a delivery: one file or sheet, or several with the same headings.
 *
 * @param signature of the headings, whatever their order
 */
record FoundTable(String signature, List<Source> sources) {

    /** One file or sheet, with its first records and where its headings seem to stand. */
    record Source(String name, TableSource table, List<Peek> peeks, Layout layout) {

        String label() {
            return table.sheet().map(sheet -> name + " · " + sheet).orElse(name);
        }
    }

    Source first() {
        return sources.get(0);
    }

    List<String> labels() {
        return sources.stream().map(Source::label).toList();
    }

    /** The table as intake reads it by a recipe; refuses where the recipe finds no headings. */
    DeliveredTable read(Contract contract, Recipe recipe, Coverage coverage) {
        Mapping mapping = recipe.mapping(contract);
        List<Piece> pieces = new ArrayList<>();
        for (Source source : sources) {
            Optional<Layout> found = Layout.find(source.peeks(), new Headings(contract), mapping);
            Layout layout = found.orElseThrow(() -> Refusal.bad("dataset.no-headings", source.label()));
            pieces.add(new Piece(source.name(), source.table(), recipe.only(layout)));
        }
        return new DeliveredTable(contract, mapping, pieces, coverage);
    }
}
