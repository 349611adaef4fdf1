package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of requests and expected deliveries a person should know at their desk. */
@Component
public class Reminders {

    private static final int MOST = 20;

    private final DataRequests requests;
    private final ExpectedDeliveries expected;
    private final RequestViews views;

    Reminders(DataRequests requests, ExpectedDeliveries expected, RequestViews views) {
        this.requests = requests;
        this.expected = expected;
        this.views = views;
    }

    /** Requests whose answer is due by a day, or should have been here, the earliest first. */
    public List<RequestRow> requestsDue(Actor actor, LocalDate until) {
        return requests.due(actor, until, MOST).stream().map(views::row).toList();
    }

    /** Requests that changed since a time, the newest first. */
    public List<RequestRow> requestsChanged(Actor actor, Instant since) {
        return requests.changed(actor, since, MOST).stream().map(views::row).toList();
    }

    /** What is expected by a day, or should have been here, the earliest first. */
    public List<ExpectedDelivery> expected(Actor actor, LocalDate until) {
        return expected.due(actor, until, MOST);
    }

    /** What was expected and arrived since a time, the newest first. */
    public List<ExpectedDelivery> arrived(Actor actor, Instant since) {
        return expected.arrived(actor, since, MOST);
    }
}
