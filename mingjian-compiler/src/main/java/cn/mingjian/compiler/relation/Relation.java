package cn.mingjian.compiler.relation;

import cn.mingjian.model.contract.Lack;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows with named fields: an input, a table, a step's result or a rule's clues.
 *
 * @param name as the model calls it
 * @param lacks data without which it has no rows at all; empty when it can be computed
 * @param open whether a mistake, already noted, hides fields that it may have; then no field is refused
 */
public record Relation(String name, Map<String, Field> fields, Set<Lack> lacks, boolean open) {

    public static Relation of(String name, Collection<Field> fields, Set<Lack> lacks) {
        Map<String, Field> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new Relation(name, byName, Set.copyOf(lacks), false);
    }

    /** What is left of a relation with a mistake. */
    public static Relation unknown(String name) {
        return new Relation(name, Map.of(), Set.of(), true);
    }

    /** The same relation, of which a mistake may hide fields. */
    public Relation opened(boolean hidesFields) {
        return new Relation(name, fields, lacks, open || hidesFields);
    }

    /** The same without rows, because these data are missing. */
    public Relation lacking(Set<Lack> more) {
        Set<Lack> all = new TreeSet<>(lacks);
        all.addAll(more);
        return new Relation(name, fields, Set.copyOf(all), open);
    }

    public Optional<Field> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The type of a field; of one that it does not have, that of an error. */
    public Type typeOf(String field) {
        return field(field).map(Field::type).orElse(Type.ERROR);
    }

    /** Whether its rows can be computed from what was delivered. */
    public boolean available() {
        return lacks.isEmpty();
    }

    /** Its name where it was written, without the derived contract that it is part of. */
    public String localName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Its name in SQL: one engine table, view or common table expression a relation. */
    public String sqlName() {
        return '"' + name + '"';
    }
}
