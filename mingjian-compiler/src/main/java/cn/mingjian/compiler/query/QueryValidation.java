package cn.mingjian.compiler.query;

import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.jspecify.annotations.Nullable;

/** Validates a walked query against the relations that it reads, and prints it for the engine. */
final class QueryValidation {

    /** A mistake that the validator lets pass. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient SqlParserPos position;
        private final transient String code;
        private final transient Object[] arguments;

        Refused(SqlNode node, String code, Object... arguments) {
            super(code);
            this.position = node.getParserPosition();
            this.code = code;
            this.arguments = arguments;
        }

        SqlParserPos position() {
            return position;
        }

        String code() {
            return code;
        }

        Object[] arguments() {
            return arguments;
        }
    }

    /** Before the alias in the name under which the validator knows a table: no name of a model begins so. */
    private static final String TABLE = "table ";

    private final FunctionCatalogue functions;
    private final Map<String, Relation> reads;
    private final QueryWalk walk;
    private final Map<Integer, Typed> parameters;
    private final RelDataTypeFactory types = new JavaTypeFactoryImpl(SqlTypes.SYSTEM);

    QueryValidation(
            FunctionCatalogue functions, Map<String, Relation> reads, QueryWalk walk, Map<Integer, Typed> parameters) {
        this.functions = functions;
        this.reads = reads;
        this.walk = walk;
        this.parameters = parameters;
    }

    SqlQuery.Checked check(SqlNode parsed) {
        SqlNode query = prepared(parsed);
        SqlValidator validator = validator();
        SqlNode validated = validator.validate((SqlNode) query.clone(query.getParserPosition()));
        RelDataType row = validator.getValidatedNodeType(validated);
        SqlNode printable = new QueryRewriter(validator, functions).rewrite(validated);
        List<Field> fields = new ArrayList<>();
        for (RelDataTypeField column : row.getFieldList()) {
            fields.add(field(column, parsed));
        }
        List<Typed> columns = walk.columns().stream()
                .map(this::column)
                .flatMap(Optional::stream)
                .toList();
        return new SqlQuery.Checked(tables -> print(printable, tables), fields, reads, columns);
    }

    /** Each table under a name of its own in the validator's schema, made from its alias. */
    private SqlValidator validator() {
        CalciteSchema root = CalciteSchema.createRootSchema(false);
        reads.forEach((alias, relation) -> root.add(TABLE + alias, new AbstractTable() {
            @Override
            public RelDataType getRowType(RelDataTypeFactory factory) {
                RelDataTypeFactory.Builder row = factory.builder();
                relation.fields().values().forEach(field -> SqlTypes.of(field.type(), factory)
                        .ifPresent(type -> row.add(field.name(), type)));
                return row.build();
            }
        }));
        Properties properties = new Properties();
        properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
        CalciteCatalogReader reader =
                new CalciteCatalogReader(root, List.of(), types, new CalciteConnectionConfigImpl(properties));
        return SqlValidatorUtil.newValidator(
                SqlFunctions.table(functions, types),
                reader,
                types,
                SqlValidator.Config.DEFAULT
                        .withIdentifierExpansion(false)
                        .withColumnReferenceExpansion(false)
                        .withCallRewrite(false)
                        .withTypeCoercionEnabled(false));
    }

    /** With the values of parameters and the names of tables put in. */
    private SqlNode prepared(SqlNode parsed) {
        SqlNode replaced = parsed.accept(new SqlShuttle() {
            @Override
            public SqlNode visit(SqlIdentifier identifier) {
                return walk.tables().entrySet().stream()
                        .filter(table -> table.getValue() == identifier)
                        .findFirst()
                        .<SqlNode>map(
                                table -> new SqlIdentifier(TABLE + table.getKey(), identifier.getParserPosition()))
                        .orElse(identifier);
            }

            @Override
            public @Nullable SqlNode visit(SqlDynamicParam parameter) {
                Typed value = parameters.get(parameter.getIndex());
                if (value == null) {
                    throw new Refused(parameter, "query.refused", "?");
                }
                try {
                    return SqlQuery.literal(value);
                } catch (SqlParseException e) {
                    throw new IllegalStateException("A parameter's value is no literal", e);
                }
            }
        });
        return replaced == null ? parsed : replaced;
    }

    private Field field(RelDataTypeField column, SqlNode parsed) {
        Type type = SqlTypes.of(column.getType())
                .orElseThrow(() -> new Refused(
                        parsed,
                        "query.result",
                        column.getName(),
                        column.getType().toString()));
        if (!column.getName().matches("[a-z][a-z0-9_]*")) {
            throw new Refused(parsed, "query.column-name", column.getName());
        }
        List<SqlIdentifier> origins = origins(column, parsed);
        Set<FieldRef> uses = new TreeSet<>();
        Set<Lack> lacks = new TreeSet<>();
        Sensitivity sensitivity = Sensitivity.PUBLIC;
        for (SqlIdentifier origin : origins) {
            Optional<Typed> read = column(origin);
            if (read.isPresent()) {
                uses.addAll(read.get().uses());
                lacks.addAll(read.get().lacks());
                sensitivity = sensitivity.with(read.get().sensitivity());
            }
        }
        return new Field(
                column.getName(),
                new Typed(Sql.field("l", column.getName()), type, sensitivity, uses, lacks, Optional.empty()));
    }

    /** The columns in the item that gives a column; all columns of the query where it has several levels. */
    private List<SqlIdentifier> origins(RelDataTypeField column, SqlNode parsed) {
        if (walk.nested() || !(parsed instanceof SqlSelect select)) {
            return walk.columns();
        }
        List<SqlIdentifier> found = new ArrayList<>();
        SqlNode item = select.getSelectList().get(column.getIndex());
        if (item != null) {
            item.accept(new org.apache.calcite.sql.util.SqlBasicVisitor<@Nullable Void>() {
                @Override
                public @Nullable Void visit(SqlIdentifier identifier) {
                    if (identifier.names.size() == 2) {
                        found.add(identifier);
                    }
                    return null;
                }
            });
        }
        return found;
    }

    private Optional<Typed> column(SqlIdentifier identifier) {
        Relation relation = reads.get(identifier.names.get(0).toLowerCase(Locale.ROOT));
        if (relation == null) {
            return Optional.empty();
        }
        return relation.fields().values().stream()
                .filter(field -> field.name().equalsIgnoreCase(identifier.names.get(1)))
                .findFirst()
                .map(field -> new Typed(
                        field.value().sql(),
                        field.type(),
                        field.value().sensitivity(),
                        Set.of(new FieldRef(relation.name(), field.name())),
                        field.value().lacks(),
                        Optional.empty()));
    }

    /** The text of the query, each table written as the caller wants it. */
    private String print(SqlNode printable, Function<Relation, String> tables) {
        SqlNode named = printable.accept(new SqlShuttle() {
            @Override
            public SqlNode visit(SqlIdentifier identifier) {
                Relation relation =
                        identifier.isSimple() && identifier.getSimple().startsWith(TABLE)
                                ? reads.get(identifier.getSimple().substring(TABLE.length()))
                                : null;
                return relation == null
                        ? identifier
                        : new WrittenTable(tables.apply(relation), identifier.getParserPosition());
            }
        });
        return (named == null ? printable : named)
                .toSqlString(config -> config.withDialect(DuckDialect.INSTANCE)
                        .withQuoteAllIdentifiers(true)
                        .withIndentation(0))
                .getSql()
                .replace('\n', ' ');
    }
}
