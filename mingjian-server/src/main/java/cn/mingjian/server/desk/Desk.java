package cn.mingjian.server.desk;

import cn.mingjian.server.delivery.DeliveryRow;
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
record Desk(List<RunRow> ended, List<RunRow> running, List<DeliveryRow> deliveries, Instant since) {}
