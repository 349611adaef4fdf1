package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.Sensitivity;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An expression made of others inherits what they read, what they lack and how protected they are. */
final class Combined {

    private Combined() {}

    static Typed of(String sql, Type type, Typed... parts) {
        Set<FieldRef> uses = new TreeSet<>();
        Set<Lack> lacks = new TreeSet<>();
        Sensitivity sensitivity = Sensitivity.PUBLIC;
        for (Typed part : parts) {
            uses.addAll(part.uses());
            lacks.addAll(part.lacks());
            sensitivity = sensitivity.with(part.sensitivity());
        }
        return new Typed(sql, type, sensitivity, uses, lacks, Optional.empty());
    }

    /** A value that tells no more of a person than a number of rows or a broad band does. */
    static Typed coarsened(Typed value) {
        return new Typed(
                value.sql(), value.type(), Sensitivity.INTERNAL, value.uses(), value.lacks(), value.constant());
    }
}
