package cn.mingjian.server.desk;

import cn.mingjian.server.clue.ClueClocks.ClueClock;
import cn.mingjian.server.delivery.DeliveryRow;
import cn.mingjian.server.request.ExpectedDelivery;
import cn.mingjian.server.request.RequestRow;
import cn.mingjian.server.run.RunRow;
import java.time.Instant;
import java.util.List;

/**
 * What a person finds at their desk.
 *
 * @param ended own runs that ended since {@code since}, newest first
 * @param running own runs that have not ended
 * @param deliveries brought and not yet run
 * @param since the beginning of the day before yesterday
 */
record Desk(
        Clocks clocks,
        List<RunRow> ended,
        List<RunRow> running,
        List<DeliveryRow> deliveries,
        Instant since,
        Changes changes) {

    /**
     * What has a day by which something is to be done, each list by that day.
     *
     * @param clues of own runs
     * @param requests whose answer is due in the next days, or overdue
     * @param expected deliveries that are due in the next days, or overdue
     */
    record Clocks(List<ClueClock> clues, List<RequestRow> requests, List<ExpectedDelivery> expected) {}

    /**
     * What changed in the department since the beginning of yesterday, by whomever, newest first.
     *
     * @param runs of colleagues, that ended
     * @param deliveries that were brought
     * @param requests that were drafted, sent or answered
     * @param arrived what was expected and arrived
     */
    record Changes(
            Instant since,
            List<RunRow> runs,
            List<DeliveryRow> deliveries,
            List<RequestRow> requests,
            List<ExpectedDelivery> arrived) {}
}
