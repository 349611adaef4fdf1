package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of another system.
 *
 * @param scale digits after the point, where the column has so many
 * @param width characters of a value at most, as the database tells; 0 where it tells no bound
 */
record OutsideColumn(String name, Kind kind, int scale, int width) {

    private static final int LONGEST = 1_000_000; // characters of a value
    private static final int SCALE = 4_000; // digits after the point that no true number has
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern LOCAL = Pattern.compile("(\\d{4,}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)(\\.\\d*)?");
    private static final Pattern BITS = Pattern.compile("b'([01]*)'");
    private static final Set<Integer> BYTES = Set.of(
            Types.BINARY,
            Types.VARBINARY,
            Types.LONGVARBINARY,
            Types.BLOB,
            Types.STRUCT,
            Types.REF,
            Types.JAVA_OBJECT,
            Types.DATALINK);

    /** What its values are, as far as they are written differently. */
    enum Kind {
        TEXT,
        LONG_TEXT,
        YES_NO,
        /** Of a scale, which is kept. */
        EXACT,
        /** Without one. */
        REAL,
        TIME,
        /** Moments; they are written as the clock showed in China. */
        MOMENT,
        /** Not taken. */
        BYTES
    }

    static OutsideColumn of(ResultSetMetaData told, int at) throws SQLException {
        Kind kind = kind(told, at);
        int scale = kind == Kind.EXACT ? told.getScale(at) : 0;
        int width = told.getColumnDisplaySize(at);
        return new OutsideColumn(told.getColumnLabel(at), kind, scale, width == Integer.MAX_VALUE ? 0 : width);
    }

    private static Kind kind(ResultSetMetaData told, int at) throws SQLException {
        int type = told.getColumnType(at);
        if (BYTES.contains(type) || "[B".equals(told.getColumnClassName(at))) {
            return Kind.BYTES;
        }
        String name = String.valueOf(told.getColumnTypeName(at)).toLowerCase(Locale.ROOT);
        if (Stream.of("timestamptz", "with time zone", "with local time zone", "datetimeoffset")
                .anyMatch(name::contains)) {
            return name.startsWith("time ") || name.startsWith("time(") ? Kind.TEXT : Kind.MOMENT;
        }
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> Kind.YES_NO;
            case Types.NUMERIC, Types.DECIMAL -> Kind.EXACT;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Kind.REAL;
            case Types.TIMESTAMP -> Kind.TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
            case Types.CLOB, Types.NCLOB -> Kind.LONG_TEXT;
            default -> Kind.TEXT;
        };
    }

    /** Numbers without exponents, with the scale of the column, times without zone, the rest as the database writes it. */
    @Nullable
    String text(ResultSet rows, int at) throws SQLException {
        String text = kind == Kind.LONG_TEXT ? longText(rows, at) : rows.getString(at);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw tooLong();
        }
        return switch (kind) {
            case YES_NO -> yesNo(text);
            case EXACT, REAL -> plain(text);
            case TIME -> local(text);
            case MOMENT -> moment(rows, at, text);
            case TEXT, LONG_TEXT, BYTES -> text;
        };
    }

    private @Nullable String longText(ResultSet rows, int at) throws SQLException {
        Clob text = rows.getClob(at);
        if (text == null) {
            return null;
        }
        long length = text.length();
        if (length > LONGEST) {
            throw tooLong();
        }
        return length == 0 ? "" : text.getSubString(1, (int) length);
    }

    private Refusal tooLong() {
        return Refusal.conflict("sources.value-too-long", name, LONGEST);
    }

    /** Some databases keep a row of bits under the same type. */
    private static String yesNo(String text) {
        Matcher bits = BITS.matcher(text);
        String plain = bits.matches() ? bits.group(1) : text;
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "1", "t", "true" -> "true";
            case "0", "f", "false" -> "false";
            default -> plain;
        };
    }

    private String plain(String number) {
        try {
            BigDecimal exact = new BigDecimal(number);
            if (Math.abs(exact.scale()) > SCALE) {
                return number;
            }
            BigDecimal kept = kind == Kind.REAL ? exact.stripTrailingZeros() : exact;
            return (kept.scale() < scale ? kept.setScale(scale) : kept).toPlainString();
        } catch (NumberFormatException e) {
            return number; // not a number, infinity
        }
    }

    private static String local(String text) {
        Matcher time = LOCAL.matcher(text);
        if (!time.matches()) {
            return text;
        }
        String fraction = time.group(3) == null ? "" : time.group(3).replaceFirst("\\.?0*$", "");
        return time.group(1) + " " + time.group(2) + fraction;
    }

    private static String moment(ResultSet rows, int at, String text) {
        try {
            return TIME.format(rows.getObject(at, OffsetDateTime.class).atZoneSameInstant(CHINA));
        } catch (SQLException | DateTimeException e) {
            return text; // infinity, or a driver that does not know moments
        }
    }
}
