package cn.mingjian.compiler.step;

/**
 * Which fields of a relation anything reads later: a rule, or the condition of a step. Known only once a whole model was
 * checked; until then every field counts as read.
 */
@FunctionalInterface
public interface Usage {

    /** Before anything is known. */
    Usage OF_ALL = (relation, field) -> true;

    /** Whether a field of a relation is read. */
    boolean reads(String relation, String field);
}
