package cn.mingjian.compiler.relation;

import java.util.Optional;

/**
 * A field of a relation.
 *
 * @param value how the relation computes it
 * @param title words for a person, where it is a contract's column unchanged
 */
public record Field(String name, Typed value, Optional<cn.mingjian.model.Words> title) {

    public Field(String name, Typed value) {
        this(name, value, Optional.empty());
    }

    public Type type() {
        return value.type();
    }
}
