package cn.mingjian.documents.facts;

/**
 * A name and what its bearer is in the case.
 *
 * @param title whether a title before the name says so
 */
record Person(Name name, Role role, boolean titled) {

    /** What somebody is in a case. */
    enum Role {
        SUSPECT,
        VICTIM,
        OTHER
    }
}
