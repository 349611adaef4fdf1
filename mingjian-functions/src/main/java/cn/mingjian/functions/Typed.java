package cn.mingjian.functions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A kind together with its Java type, so that the registry can be written without unchecked casts. */
record Typed<T>(Kind kind, Class<T> javaType) {
    static final Typed<String> TEXT = new Typed<>(Kind.TEXT, String.class);
    static final Typed<Long> INTEGER = new Typed<>(Kind.INTEGER, Long.class);
    static final Typed<BigDecimal> DECIMAL = new Typed<>(Kind.DECIMAL, BigDecimal.class);
    static final Typed<Double> DOUBLE = new Typed<>(Kind.DOUBLE, Double.class);
    static final Typed<LocalDate> DATE = new Typed<>(Kind.DATE, LocalDate.class);
    static final Typed<LocalDateTime> TIME = new Typed<>(Kind.TIME, LocalDateTime.class);
    static final Typed<LocalDate> MONTH = new Typed<>(Kind.MONTH, LocalDate.class);
    static final Typed<Boolean> BOOLEAN = new Typed<>(Kind.BOOLEAN, Boolean.class);

    T cast(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("An argument of kind " + kind + " is missing.");
        }
        return javaType.cast(value);
    }

    @Nullable
    T castNullable(@Nullable Object value) {
        return javaType.cast(value);
    }
}
