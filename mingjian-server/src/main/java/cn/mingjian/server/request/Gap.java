package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import cn.mingjian.server.request.RequestPage.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table that the department does not have, or not whole.
 *
 * @param owner code of the kind of body that keeps it
 * @param columns the columns that are missing, where the table itself is at hand; else none
 * @param unlocks models of which nothing can run now and something could with this table alone
 * @param together models that need it and others beside
 * @param rules how many rules more could run with this table alone, over all models
 * @param helps models that run already, or run without it, and would tell more with it
 * @param request the open request that already asks for it
 */
record Gap(
        String contract,
        Words title,
        String owner,
        Words ownerName,
        List<Words> columns,
        List<Named> unlocks,
        List<Together> together,
        int rules,
        List<Named> helps,
        @Nullable UUID request) {

    /** A model that needs other tables too. */
    record Together(String id, Words name, List<Words> others) {}

    /**
     * The gap list.
     *
     * @param models how many models the library has
     * @param runnable of how many of them something can run with what is at hand
     */
    record Gaps(int models, int runnable, List<Gap> gaps) {}
}
