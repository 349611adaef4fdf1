package cn.mingjian.compiler.relation;

import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.Sensitivity;
import java.util.Optional;
import java.util.Set;

/**
 * An expression whose names and types are known, written in SQL.
 *
 * @param uses the fields that it reads
 * @param lacks data it would need that were not delivered; when there are any the SQL must not be run
 * @param constant its truth, when that is known without data
 */
public record Typed(
        String sql,
        Type type,
        Sensitivity sensitivity,
        Set<FieldRef> uses,
        Set<Lack> lacks,
        Optional<Boolean> constant) {

    /** What is left of an expression with an error. */
    public static final Typed ERROR = constant("NULL", Type.ERROR);

    /** A value that reads nothing. */
    public static Typed constant(String sql, Type type) {
        return new Typed(sql, type, Sensitivity.PUBLIC, Set.of(), Set.of(), Optional.empty());
    }

    /** A truth that is known without data. */
    public static Typed truth(boolean truth) {
        return new Typed(
                truth ? "true" : "false", Type.BOOLEAN, Sensitivity.PUBLIC, Set.of(), Set.of(), Optional.of(truth));
    }

    /** Whether all its data were delivered. */
    public boolean available() {
        return lacks.isEmpty();
    }

    /** The same expression written otherwise. */
    public Typed withSql(String otherSql, Type otherType) {
        return new Typed(otherSql, otherType, sensitivity, uses, lacks, Optional.empty());
    }
}
