package cn.mingjian.model.table;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.table.ReferenceTable.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold between rows: no key twice on one day, no row that ends before it begins. Gaps are allowed. */
final class RowChecks {

    private RowChecks() {}

    static void run(
            String file, List<TableRow> rows, List<String> key, Optional<Validity> validity, Problems problems) {
        Map<List<Optional<Object>>, List<TableRow>> byKey = new LinkedHashMap<>();
        for (TableRow row : rows) {
            if (validity.isPresent() && first(row, validity.get()).isAfter(last(row, validity.get()))) {
                problems.error(new Place(file, row.line(), 1), "table.ends-before-it-begins");
            } else {
                byKey.computeIfAbsent(row.values(key), any -> new ArrayList<>()).add(row);
            }
        }
        byKey.values().forEach(same -> compare(file, same, validity, problems));
    }

    private static void compare(String file, List<TableRow> same, Optional<Validity> validity, Problems problems) {
        validity.ifPresent(bounds -> same.sort(Comparator.comparing(row -> first(row, bounds))));
        for (int i = 1; i < same.size(); i++) {
            TableRow before = same.get(i - 1);
            TableRow row = same.get(i);
            boolean overlap = validity.map(bounds -> !first(row, bounds).isAfter(last(before, bounds)))
                    .orElse(true);
            if (overlap) {
                problems.error(new Place(file, row.line(), 1), "table.key-twice", before.line());
            }
        }
    }

    private static LocalDate first(TableRow row, Validity validity) {
        return row.date(validity.from()).orElse(LocalDate.MIN);
    }

    private static LocalDate last(TableRow row, Validity validity) {
        return row.date(validity.to()).orElse(LocalDate.MAX);
    }
}
