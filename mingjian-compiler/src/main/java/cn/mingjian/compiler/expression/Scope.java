package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What names mean where an expression stands.
 *
 * @param relations the relations that can be named
 * @param grouped when present, aggregates are allowed, and only these fields may stand outside one
 * @param insideAggregate whether the expression is what an aggregate gathers
 * @param surroundings parameters, functions and the inputs of the model
 */
public record Scope(
        List<Visible> relations, Optional<Grouping> grouped, boolean insideAggregate, Surroundings surroundings) {

    /**
     * A relation that can be named.
     *
     * @param alias its name in the SQL statement
     */
    public record Visible(String name, String alias, Relation relation) {}

    /**
     * Rows are grouped.
     *
     * @param keys field names that are the same in all rows of a group
     * @param filter SQL condition on the rows that aggregates count, if not all
     * @param window name of the window over which aggregates are computed, where rows are not put together
     */
    public record Grouping(Set<String> keys, Optional<String> filter, Optional<String> window) {

        /** Rows are put together. */
        public Grouping(Set<String> keys, Optional<String> filter) {
            this(keys, filter, Optional.empty());
        }

        /** SQL behind the call of an aggregate. */
        String suffix() {
            return filter.map(condition -> " FILTER (WHERE " + condition + ")").orElse("")
                    + window.map(name -> " OVER " + name).orElse("");
        }
    }

    /** A scope in which each row stands alone. */
    public static Scope of(Surroundings surroundings, Visible... relations) {
        return new Scope(List.of(relations), Optional.empty(), false, surroundings);
    }

    /** The same names over grouped rows. */
    public Scope grouped(Grouping grouping) {
        return new Scope(relations, Optional.of(grouping), false, surroundings);
    }

    /** The same names where each row stands alone: inside an aggregate. */
    public Scope ungrouped() {
        return new Scope(relations, Optional.empty(), true, surroundings);
    }

    Optional<Visible> relation(String name) {
        return relations.stream().filter(visible -> visible.name().equals(name)).findFirst();
    }

    /** The relations that have a field of this name. */
    List<Visible> having(String field) {
        return relations.stream()
                .filter(visible -> visible.relation().field(field).isPresent())
                .toList();
    }

    /** Whether a mistake hides fields of a relation that can be named. */
    boolean isOpen() {
        return relations.stream().anyMatch(visible -> visible.relation().open());
    }

    Set<String> fieldNames() {
        Set<String> names = new TreeSet<>();
        relations.forEach(visible -> names.addAll(visible.relation().fields().keySet()));
        return names;
    }

    /**
     * What all expressions of a model share.
     *
     * @param parameters parameter name to typed value
     * @param functions the functions that can be called
     * @param inputs the model's inputs by name, for {@code has()}
     */
    public record Surroundings(
            Map<String, Typed> parameters, FunctionCatalogue functions, Map<String, Relation> inputs) {

        /** The day of the run. */
        public Typed asOf() {
            return parameters.getOrDefault("as_of", Typed.ERROR);
        }
    }

    /** A field as it is read through a relation of this scope. */
    static Typed read(Visible visible, Field field) {
        return new Typed(
                cn.mingjian.compiler.sql.Sql.field(visible.alias(), field.name()),
                field.type(),
                field.value().sensitivity(),
                Set.of(new cn.mingjian.compiler.relation.FieldRef(
                        visible.relation().name(), field.name())),
                field.value().lacks(),
                Optional.empty());
    }
}
