package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import cn.mingjian.server.request.LegalBases.LegalBasis;
import cn.mingjian.server.request.RequestPage.ColumnAsked;
import cn.mingjian.server.request.RequestPage.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person may ask for, before they decide.
 *
 * @param lines the business lines of the models
 * @param owners the kinds of bodies that keep the tables
 * @param bases all provisions that a letter may rest on
 * @param regions the division that the office serves
 */
record RequestProposal(
        List<Named> models,
        List<String> lines,
        List<TableProposed> tables,
        List<Named> owners,
        List<LegalBasis> bases,
        List<Named> regions,
        LocalDate periodFrom,
        LocalDate periodUntil,
        LocalDate due,
        String contact) {

    /**
     * A table that the models read.
     *
     * @param must whether a rule cannot run without it
     * @param atHand whether the department has delivered tables of it
     * @param request the open request that already asks for it
     */
    record TableProposed(
            String contract,
            Words title,
            String owner,
            boolean must,
            boolean atHand,
            @Nullable UUID request,
            List<ColumnAsked> required,
            List<ColumnAsked> helpful) {}
}
