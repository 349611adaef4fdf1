package cn.mingjian.compiler.relation;

/** A field of a relation of the model: an input, a step, a table or a rule. */
public record FieldRef(String relation, String field) implements Comparable<FieldRef> {

    @Override
    public int compareTo(FieldRef other) {
        int byRelation = relation.compareTo(other.relation);
        return byRelation != 0 ? byRelation : field.compareTo(other.field);
    }

    @Override
    public String toString() {
        return relation + "." + field;
    }
}
