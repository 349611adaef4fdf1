package cn.mingjian.functions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** How a value is stored, in a column, in an argument or in a result of a domain function. */
public enum Kind {
    /** Text of any length; positions and lengths count code points. */
    TEXT(String.class),
    /** A whole number of 64 bits. */
    INTEGER(Long.class),
    /** An exact number. Engines carry it through functions with 26 digits before and 12 behind the point. */
    DECIMAL(BigDecimal.class),
    /** A floating number; it exists only as the result of a comparison and is rounded to four places. */
    DOUBLE(Double.class),
    /** A day of the years 1 to 9999. */
    DATE(LocalDate.class),
    /** A point of China's wall clock, without zone, to the microsecond. */
    TIME(LocalDateTime.class),
    /** A calendar month, stored as its first day. */
    MONTH(LocalDate.class),
    /** True or false; unknown is null. */
    BOOLEAN(Boolean.class),
    /** A list of codes or texts in the order in which they were delivered. */
    TEXT_LIST(List.class);

    private final Class<?> javaType;

    Kind(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** The class of the Java objects that carry values of this kind. */
    public Class<?> javaType() {
        return javaType;
    }
}
