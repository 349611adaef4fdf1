package cn.mingjian.compiler.query;

import cn.mingjian.compiler.relation.Type;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;

/** The types of the language as types of the parser's library, and back. */
final class SqlTypes {

    /** Exact numbers of up to 38 digits, as the engines have them. */
    static final RelDataTypeSystem SYSTEM = new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName typeName) {
            return typeName == SqlTypeName.DECIMAL ? Type.MAX_PRECISION : super.getMaxPrecision(typeName);
        }

        @Override
        public int getMaxScale(SqlTypeName typeName) {
            return typeName == SqlTypeName.DECIMAL ? 20 : super.getMaxScale(typeName);
        }
    };

    private SqlTypes() {}

    /** The type of a column, if queries can read columns of this type. */
    static Optional<RelDataType> of(Type type, RelDataTypeFactory factory) {
        Optional<RelDataType> plain =
                switch (type.form()) {
                    case TEXT -> Optional.of(factory.createSqlType(SqlTypeName.VARCHAR));
                    case INTEGER -> Optional.of(factory.createSqlType(SqlTypeName.BIGINT));
                    case DECIMAL ->
                        Optional.of(factory.createSqlType(SqlTypeName.DECIMAL, type.precision(), type.scale()));
                    case DATE, MONTH -> Optional.of(factory.createSqlType(SqlTypeName.DATE));
                    case TIME -> Optional.of(factory.createSqlType(SqlTypeName.TIMESTAMP));
                    case BOOLEAN -> Optional.of(factory.createSqlType(SqlTypeName.BOOLEAN));
                    case DOUBLE, TEXT_LIST, NULL, ERROR -> Optional.empty();
                };
        return plain.map(found -> factory.createTypeWithNullability(found, true));
    }

    /** The type of a result, if it is one of the language. */
    static Optional<Type> of(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case CHAR, VARCHAR -> Optional.of(Type.TEXT);
            case TINYINT, SMALLINT, INTEGER, BIGINT -> Optional.of(Type.INTEGER);
            case DECIMAL -> Optional.of(Type.decimal(type.getPrecision(), type.getScale()));
            case DATE -> Optional.of(Type.DATE);
            case TIMESTAMP -> Optional.of(Type.TIME);
            case BOOLEAN -> Optional.of(Type.BOOLEAN);
            case NULL -> Optional.of(Type.NULL);
            default -> Optional.empty();
        };
    }

    /** Whether values of two types can be compared; text with numbers passes the validator and must not. */
    static boolean alike(RelDataType left, RelDataType right) {
        SqlTypeFamily one = left.getSqlTypeName().getFamily();
        SqlTypeFamily two = right.getSqlTypeName().getFamily();
        return one == two || left.getSqlTypeName() == SqlTypeName.NULL || right.getSqlTypeName() == SqlTypeName.NULL;
    }
}
