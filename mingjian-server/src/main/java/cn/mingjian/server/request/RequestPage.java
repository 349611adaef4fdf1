package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import cn.mingjian.server.request.LegalBases.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param models for which models: shown in the office alone
 * @param overdue whether an answer should be here by now
 * @param pack whether there is a letter, with its enclosures, to send; else there are the enclosures alone
 * @param answeredInto the dataset into which the delivery that answered it was taken, which is gone then
 * @param next what it may become next
 */
record RequestPage(
        UUID id,
        Way way,
        String owner,
        Words ownerName,
        String provider,
        List<Named> models,
        List<TableAsked> tables,
        List<LegalBasis> bases,
        String purpose,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        List<Named> regions,
        String handingOver,
        String contact,
        String letterNumber,
        @Nullable LocalDate due,
        boolean overdue,
        String remarks,
        String formNumber,
        RequestState state,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate endedOn,
        @Nullable UUID answeredBy,
        @Nullable UUID answeredInto,
        Instant made,
        String madeBy,
        boolean letter,
        List<RequestState> next) {

    /** Something with its id and its name. */
    record Named(String id, Words name) {}

    /** A table that is asked for, with its columns in both kinds. */
    record TableAsked(String contract, Words title, List<ColumnAsked> required, List<ColumnAsked> helpful) {}

    /** A column that is asked for. */
    record ColumnAsked(String name, Words title, String type) {}
}
