package cn.mingjian.server.request;

import cn.mingjian.server.delivery.DeliveryRead;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a delivery means for what was asked for, inside the act by which it becomes ready: a filled form answers the request
 * that it was made for, and a table that was expected is ticked off.
 */
@Component
class Arrivals {

    private final DataRequests requests;
    private final ExpectedDeliveries expected;
    private final RequestViews views;

    Arrivals(DataRequests requests, ExpectedDeliveries expected, RequestViews views) {
        this.requests = requests;
        this.expected = expected;
        this.views = views;
    }

    @EventListener
    void read(DeliveryRead event) {
        if (event.contracts().isEmpty()) {
            return;
        }
        var delivery = event.delivery();
        String form = event.formNumber();
        if (form != null) {
            requests.waitingForWithoutScope(form, delivery.office())
                    .ifPresent(id -> requests.answeredWithoutScope(id, delivery.id(), views.today()));
        }
        expected.arrivedWithoutScope(delivery, form, event.contracts(), views.today());
    }
}
