package cn.mingjian.intake.trial;

import cn.mingjian.intake.clean.CellCleaner;
import cn.mingjian.intake.clean.Cleaned;
import cn.mingjian.intake.clean.Cleaned.Outcome;
import cn.mingjian.intake.clean.Cleaners;
import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.DeliveredTable.Piece;
import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.store.UnknownCodes;
import cn.mingjian.intake.trial.Trial.ColumnTrial;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A column while rows are tried: where its cells stand, and what became of them so far. */
final class TriedColumn {

    private static final int TEXTS = 5;
    private static final byte[] NONE = {};
    private static final long MICROSECONDS_OF_A_DAY = TimeUnit.DAYS.toMicros(1);
    private static final long MICROSECONDS_OF_A_SECOND = TimeUnit.SECONDS.toMicros(1);

    private final DeliveredTable table;
    private final Column column;
    private final ColumnMapping mapping;
    private final boolean required;
    private final byte @Nullable [] same;
    private final Map<Reason, Long> unreadable = new EnumMap<>(Reason.class);
    private final UnknownCodes unknown = new UnknownCodes();
    private CellCleaner cleaner;
    private int cell = -1;
    private long filled;
    private long invalid;
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;

    TriedColumn(DeliveredTable table, String name) {
        this.table = table;
        this.column = table.column(name);
        this.mapping = table.mapping().column(name);
        this.required = column.required() || table.contract().key().contains(name);
        this.same = mapping.value()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
        this.cleaner =
                Cleaners.of(column, mapping, mapping.unit(), table.mapping().missing());
    }

    String name() {
        return column.name();
    }

    /** From here on rows are of this piece. */
    void at(Piece piece) {
        cell = piece.layout().cells().getOrDefault(column.name(), -1);
        BigDecimal unit = mapping.unit().compareTo(BigDecimal.ONE) != 0
                ? mapping.unit()
                : piece.layout().units().getOrDefault(column.name(), BigDecimal.ONE);
        cleaner = Cleaners.of(column, mapping, unit, table.mapping().missing());
    }

    /** Cleans the cell of a row and counts what became of it. */
    void clean(Row row, Cleaned out, LocalDate today) {
        look(row, out);
        switch (out.outcome()) {
            case VALUE -> {
                filled++;
                invalid += out.invalid() ? 1 : 0;
                day(out, today.toEpochDay());
            }
            case MISSING -> {}
            case UNTYPABLE, LOST -> {
                unreadable.merge(out.reason(), 1L, Long::sum);
                if (out.reason() == Reason.CODE) {
                    unknown.add(text(row).trim());
                }
            }
        }
    }

    /** Cleans the cell of a row. */
    void look(Row row, Cleaned out) {
        byte[] value = same;
        if (value != null) {
            cleaner.clean(value, 0, value.length, out);
        } else if (cell < 0) {
            cleaner.clean(NONE, 0, 0, out);
        } else {
            cleaner.clean(row.bytes(), row.from(cell), row.to(cell), out);
        }
    }

    /** Whether a row with this cell cannot be taken. */
    boolean rejects(Cleaned out) {
        return out.outcome() == Outcome.LOST || required && out.outcome() != Outcome.VALUE;
    }

    /** The text as delivered. */
    String text(Row row) {
        byte[] value = same;
        if (value != null) {
            return new String(value, StandardCharsets.UTF_8);
        }
        return cell < 0 ? "" : row.text(cell);
    }

    /** The value of a cleaned cell. */
    @Nullable
    Object value(Cleaned out) {
        if (out.outcome() != Outcome.VALUE) {
            return null;
        }
        return switch (column.type()) {
            case TEXT, CODE, CODES, ID_NO, USCC, REGION -> new String(out.bytes(NONE), StandardCharsets.UTF_8);
            case INTEGER -> out.number();
            case MONEY, QUANTITY ->
                BigDecimal.valueOf(out.number(), column.type().scale());
            case DATE, MONTH -> LocalDate.ofEpochDay(out.number());
            case TIME ->
                LocalDateTime.ofEpochSecond(Math.floorDiv(out.number(), MICROSECONDS_OF_A_SECOND), 0, ZoneOffset.UTC);
            case BOOLEAN -> out.number() == 1;
        };
    }

    private void day(Cleaned out, long today) {
        boolean dates = column.type() == ColumnType.DATE
                || column.type() == ColumnType.MONTH
                || column.type() == ColumnType.TIME;
        if (dates) {
            long day = column.type() == ColumnType.TIME
                    ? Math.floorDiv(out.number(), MICROSECONDS_OF_A_DAY)
                    : out.number();
            firstDay = Math.min(firstDay, day);
            lastDay = day <= today ? Math.max(lastDay, day) : lastDay;
        }
    }

    Optional<LocalDate> firstDay() {
        return firstDay == Long.MAX_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(firstDay));
    }

    /** The last day that is not still to come; of months, the last day of the last one. */
    Optional<LocalDate> lastDay() {
        if (lastDay == Long.MIN_VALUE) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofEpochDay(lastDay);
        return Optional.of(column.type() == ColumnType.MONTH ? day.withDayOfMonth(day.lengthOfMonth()) : day);
    }

    ColumnTrial counted() {
        return new ColumnTrial(
                column.name(),
                filled,
                invalid,
                Map.copyOf(unreadable),
                column.sensitivity().masked() ? Map.of() : unknown.first(TEXTS));
    }
}
