package cn.mingjian.server.dataset;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where deliveries went that were taken in: what was delivered is gone by then. */
@Component
public class TakenDeliveries {

    private final Versions versions;

    TakenDeliveries(Versions versions) {
        this.versions = versions;
    }

    /** The dataset into which a delivery was taken first, for whoever was given the delivery's number. */
    public Optional<UUID> datasetWithoutScope(UUID delivery) {
        return versions.orderedWithoutScope(delivery).stream()
                .filter(version -> version.state() == VersionState.READY)
                .map(Version::dataset)
                .findFirst();
    }
}
