package cn.mingjian.server.testing;

import java.util.Map;

/** Why people of the tests open what is masked. */
public final class Openings {

    /** A reason that is taken. */
    public static final Map<String, String> WISH = Map.of("reason", "VERIFICATION", "words", "核实本线索，与原始登记核对");

    private Openings() {}
}
