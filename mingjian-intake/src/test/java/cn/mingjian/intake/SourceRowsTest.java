package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.importAll;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.intake.PaymentsDelivered.Form;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Part;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Of each form of delivery 200 stored rows are drawn; a reader that shares nothing with the import finds the same values
 * at the place that the version states: file, sheet, and row as a person sees it. The system property {@code
 * mingjian.seed} draws others.
 */
class SourceRowsTest {

    private static final int DRAWN = 200;
    private static final long SEED = Long.getLong("mingjian.seed", 11);

    /** A stored row: where it is said to come from, and what was delivered there according to the version. */
    private record Stored(Part part, long row, Map<String, String> delivered) {}

    @ParameterizedTest
    @EnumSource
    void shouldFindTheSameValuesAtTheStatedPlace(Form form, @TempDir Path folder) throws IOException {
        Path delivery = folder.resolve("in");
        new PaymentsDelivered(new Random(SEED)).write(form, delivery);
        DatasetVersion version =
                importAll(delivery, PAYMENT, folder.resolve("v1")).version();
        List<Stored> rows = new ArrayList<>();
        for (Part part : version.manifest().parts()) {
            rows.addAll(stored(version, part));
        }
        assertThat(rows).hasSize(PaymentsDelivered.GOOD);
        assertThat(version.manifest().rejected()).isEqualTo(PaymentsDelivered.BAD);
        Collections.shuffle(rows, new Random(SEED));
        PlainReader reader = new PlainReader(delivery);
        int changed = 0;
        for (Stored row : rows.subList(0, DRAWN)) {
            List<String> cells = reader.row(row.part().sourceFile(), row.part().sourceSheet(), row.row());
            for (int i = 0; i < PaymentsDelivered.COLUMNS.size(); i++) {
                String said = row.delivered().getOrDefault(PaymentsDelivered.COLUMNS.get(i), "");
                assertThat(same(said, cells.get(i)))
                        .as("%s row %d: %s is said, %s stands there", form, row.row(), said, cells.get(i))
                        .isTrue();
                changed += cells.get(i).contains("/") ? 1 : 0;
            }
        }
        assertThat(changed).as("cells whose writing cleaning changed").isPositive();
    }

    private static List<Stored> stored(DatasetVersion version, Part part) {
        Map<Long, Map<String, String>> raw = new HashMap<>();
        Fixtures.query(version, part.raw(), "SELECT pos, \"column\", raw FROM rows")
                .forEach(row -> raw.computeIfAbsent(row.count("pos"), pos -> new HashMap<>())
                        .put(String.valueOf(row.value(1)), String.valueOf(row.value(2))));
        TreeMap<Long, Long> places = new TreeMap<>();
        Fixtures.query(version, part.places(), "SELECT pos, row FROM rows")
                .forEach(row -> places.put(row.count("pos"), row.count("row")));
        List<Stored> stored = new ArrayList<>();
        String columns = String.join(
                ", ",
                PaymentsDelivered.COLUMNS.stream()
                        .map(column -> "coalesce(CAST(" + column + " AS VARCHAR), '')")
                        .toList());
        for (DuckRow row : Fixtures.query(version, part.file(), "SELECT " + columns + " FROM rows")) {
            long pos = stored.size();
            Map<String, String> delivered = new HashMap<>();
            for (int i = 0; i < PaymentsDelivered.COLUMNS.size(); i++) {
                String column = PaymentsDelivered.COLUMNS.get(i);
                String value = String.valueOf(row.value(i));
                delivered.put(column, raw.getOrDefault(pos, Map.of()).getOrDefault(column, value));
            }
            Map.Entry<Long, Long> from = places.floorEntry(pos);
            stored.add(new Stored(part, from.getValue() + pos - from.getKey(), delivered));
        }
        return stored;
    }

    /** An amount may be written with another number of digits. */
    private static boolean same(String said, String there) {
        if (said.equals(there)) {
            return true;
        }
        return said.matches("\\d+\\.\\d+")
                && there.matches("\\d+(\\.\\d+)?")
                && new BigDecimal(said).compareTo(new BigDecimal(there)) == 0;
    }
}
