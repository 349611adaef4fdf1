package cn.mingjian.server.request;

import cn.mingjian.intake.form.FormTable;
import cn.mingjian.model.contract.Contract;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table that is asked for.
 *
 * @param contract its id
 * @param required names of the columns without which it is of no use; the key is among them
 * @param helpful names of the others
 */
record Asked(String contract, List<String> required, List<String> helpful) {

    /** It as forms and lists take it. */
    FormTable table(Contract of) {
        Set<String> columns = new TreeSet<>(required);
        columns.addAll(helpful);
        return new FormTable(of, columns, Set.copyOf(required));
    }

    /** The same without what is only helpful. */
    Asked requiredOnly() {
        return new Asked(contract, required, List.of());
    }
}
