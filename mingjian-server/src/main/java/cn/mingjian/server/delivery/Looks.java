package cn.mingjian.server.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was found in deliveries, at hand for those that were looked at last: their files never change. */
@Component
class Looks {

    private static final int MOST = 200;

    private final Deliveries deliveries;
    private final Looking looking;
    private final KeptLooks kept;
    private final Map<UUID, Look> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Look> eldest) {
            return size() > MOST;
        }
    };

    Looks(Deliveries deliveries, Looking looking, KeptLooks kept) {
        this.deliveries = deliveries;
        this.looking = looking;
        this.kept = kept;
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
        Look look = kept.of(brought).orElseGet(() -> looked(brought));
        synchronized (known) {
            known.put(brought.id(), look);
        }
        return look;
    }

    private Look looked(Brought brought) {
        Look look = looking.look(deliveries.data(brought));
        kept.keep(brought, look);
        return look;
    }

    void forget(UUID id) {
        synchronized (known) {
            known.remove(id);
        }
    }
}
