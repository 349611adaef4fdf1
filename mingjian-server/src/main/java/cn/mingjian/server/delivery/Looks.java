package cn.mingjian.server.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what was found in the deliveries that were looked at last: neither files nor library change under a running server. */
@Component
class Looks {

    private static final int MOST = 200;

    private final Deliveries deliveries;
    private final Looking looking;
    private final Map<UUID, Look> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Look> eldest) {
            return size() > MOST;
        }
    };

    Looks(Deliveries deliveries, Looking looking) {
        this.deliveries = deliveries;
        this.looking = looking;
    }

    /** What is in a delivery; nothing as long as its documents are not read. */
    Look of(Brought brought) {
        boolean readable = brought.state() == DeliveryState.READY
                || brought.state() == DeliveryState.READING && !brought.kind().documents();
        if (!readable) {
            return Look.NONE;
        }
        synchronized (known) {
            Look look = known.get(brought.id());
            if (look != null) {
                return look;
            }
        }
        Look look = looking.look(deliveries.data(brought));
        synchronized (known) {
            known.put(brought.id(), look);
        }
        return look;
    }

    void forget(UUID id) {
        synchronized (known) {
            known.remove(id);
        }
    }
}
