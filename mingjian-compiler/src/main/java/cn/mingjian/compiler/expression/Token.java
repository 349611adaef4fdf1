package cn.mingjian.compiler.expression;

/** A piece of expression text. */
record Token(Sort sort, String text, int at) {

    enum Sort {
        NAME,
        PARAMETER,
        TEXT,
        INTEGER,
        DECIMAL,
        SIGN,
        END
    }

    boolean is(String word) {
        return (sort == Sort.SIGN || sort == Sort.NAME) && text.equalsIgnoreCase(word);
    }
}
