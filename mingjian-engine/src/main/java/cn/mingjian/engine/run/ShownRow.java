package cn.mingjian.engine.run;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shown columns of a row with their values, in order. Rows are many; what they share is held once. */
final class ShownRow extends AbstractMap<String, @Nullable Object> {

    private final List<String> columns;
    private final @Nullable Object[] values;

    /** @param values one for each column */
    ShownRow(List<String> columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return IntStream.range(0, values.length)
                        .<Map.Entry<String, @Nullable Object>>mapToObj(
                                i -> new SimpleImmutableEntry<>(columns.get(i), values[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
