package cn.mingjian.duckdb;

import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunction.NullArguments;
import cn.mingjian.functions.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Makes a domain function known to the engine under its engine name, a vector of rows at a call. DECIMAL travels as
 * {@code DECIMAL(38,12)}: narrower columns are cast by the engine, and a caller casts the result back.
 */
final class FunctionRegistration {
    static final int DECIMAL_WIDTH = 38;
    static final int DECIMAL_SCALE = 12;

    private final DomainFunction function;
    private final int width;
    private final boolean nullsArePassed;

    private FunctionRegistration(DomainFunction function) {
        this.function = function;
        this.width = function.parameters().size();
        this.nullsArePassed = function.nullArguments() == NullArguments.ARE_PASSED;
    }

    static void register(DomainFunction function, Connection connection) throws SQLException {
        FunctionRegistration registration = new FunctionRegistration(function);
        List<DuckDBLogicalType> types = new ArrayList<>();
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(function.engineName());
            for (Kind kind : function.parameters()) {
                types.add(type(kind));
                builder.withParameter(types.get(types.size() - 1));
            }
            types.add(type(function.result()));
            builder.withReturnType(types.get(types.size() - 1));
            builder.withVectorizedFunction(registration::apply).register(connection);
        } finally {
            types.forEach(DuckDBLogicalType::close);
        }
    }

    private static DuckDBLogicalType type(Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> DuckDBLogicalType.of(DuckDBColumnType.VARCHAR);
            case INTEGER -> DuckDBLogicalType.of(DuckDBColumnType.BIGINT);
            case DECIMAL -> DuckDBLogicalType.decimal(DECIMAL_WIDTH, DECIMAL_SCALE);
            case DOUBLE -> DuckDBLogicalType.of(DuckDBColumnType.DOUBLE);
            case DATE, MONTH -> DuckDBLogicalType.of(DuckDBColumnType.DATE);
            case TIME -> DuckDBLogicalType.of(DuckDBColumnType.TIMESTAMP);
            case BOOLEAN -> DuckDBLogicalType.of(DuckDBColumnType.BOOLEAN);
            case TEXT_LIST ->
                throw new IllegalArgumentException(
                        "The engine's function interface takes no lists; use its own functions.");
        };
    }

    private void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
        int rows = Math.toIntExact(input.rowCount());
        DuckDBReadableVector[] columns = new DuckDBReadableVector[width];
        for (int i = 0; i < width; i++) {
            columns[i] = input.vector(i);
        }
        @Nullable Object[] arguments = new Object[width];
        @Nullable String[] texts = function.result() == Kind.TEXT ? new String[rows] : null;
        for (int row = 0; row < rows; row++) {
            boolean complete = read(columns, row, arguments);
            Object value = complete || nullsArePassed ? function.body().call(arguments) : null;
            if (texts != null) {
                texts[row] = (String) value;
            } else {
                write(output, row, value);
            }
        }
        if (texts != null && rows > 0) {
            output.setStrings(0, texts);
        }
    }

    private boolean read(DuckDBReadableVector[] columns, int row, @Nullable Object[] arguments) {
        boolean complete = true;
        for (int i = 0; i < width; i++) {
            if (columns[i].isNull(row)) {
                arguments[i] = null;
                complete = false;
            } else {
                arguments[i] = value(columns[i], function.parameters().get(i), row);
            }
        }
        return complete;
    }

    private static Object value(DuckDBReadableVector column, Kind kind, int row) {
        return switch (kind) {
            case TEXT -> column.getString(row);
            case INTEGER -> column.getLong(row);
            case DECIMAL -> column.getBigDecimal(row);
            case DOUBLE -> column.getDouble(row);
            case DATE, MONTH -> column.getLocalDate(row);
            case TIME -> column.getLocalDateTime(row);
            case BOOLEAN -> column.getBoolean(row);
            case TEXT_LIST -> throw new IllegalStateException("Lists are refused when a function is registered.");
        };
    }

    private void write(DuckDBWritableVector output, int row, @Nullable Object value) {
        if (value == null) {
            output.setNull(row);
            return;
        }
        switch (function.result()) {
            case INTEGER -> output.setLong(row, (Long) value);
            case DECIMAL -> writeDecimal(output, row, (BigDecimal) value);
            case DOUBLE -> output.setDouble(row, (Double) value);
            case DATE, MONTH -> output.setDate(row, (LocalDate) value);
            case TIME -> output.setTimestamp(row, (LocalDateTime) value);
            case BOOLEAN -> output.setBoolean(row, (Boolean) value);
            case TEXT, TEXT_LIST -> throw new IllegalStateException("Texts are written a vector at a time.");
        }
    }

    private static void writeDecimal(DuckDBWritableVector output, int row, BigDecimal value) {
        BigDecimal scaled = value.setScale(DECIMAL_SCALE, RoundingMode.HALF_UP);
        if (scaled.precision() > DECIMAL_WIDTH) {
            output.setNull(row);
        } else {
            output.setBigDecimal(row, scaled);
        }
    }
}
