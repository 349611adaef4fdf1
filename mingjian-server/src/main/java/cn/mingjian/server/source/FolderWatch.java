package cn.mingjian.server.source;

import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.dataset.KnownTables;
import cn.mingjian.server.delivery.Bringing;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.delivery.DeliveryWay;
import cn.mingjian.server.delivery.Incoming;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.SourceSettings.Watched;
import cn.mingjian.server.source.WatchedFiles.WatchedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes one file of a watched folder in, step by step: it becomes a delivery, then what is known of it is ordered, then the
 * row says what became of it, then it is moved away. Each step looks first whether it was done, so that a server that dies
 * between any two loses nothing and does nothing twice.
 */
@Component
class FolderWatch {

    private final SourceSettings.Limits limits;
    private final WatchedFiles files;
    private final Bringing bringing;
    private final Deliveries deliveries;
    private final KnownTables known;
    private final Acts acts;

    FolderWatch(
            SourceSettings settings,
            WatchedFiles files,
            Bringing bringing,
            Deliveries deliveries,
            KnownTables known,
            Acts acts) {
        this.limits = settings.limits();
        this.files = files;
        this.bringing = bringing;
        this.deliveries = deliveries;
        this.known = known;
        this.acts = acts;
    }

    /** Takes a file as far as it goes now; what has to wait goes on at the next look. */
    void goOn(Actor system, Watched watched, WatchedFolder folder, ClaimedFile file) throws IOException {
        Optional<WatchedFile> before = files.findWithoutScope(file.id());
        Optional<WatchedFile> end = before.isPresent() ? before : ended(system, watched, file);
        if (end.isPresent()) {
            file.moveTo(
                    end.get().taken() ? folder.taken() : folder.refused(),
                    List.of(end.get().result()));
        }
    }

    private Optional<WatchedFile> ended(Actor system, Watched watched, ClaimedFile file) throws IOException {
        try {
            if (!deliveries.knownWithoutScope(file.id())) {
                bring(system, file);
            }
        } catch (Refusal e) {
            return Optional.of(refused(system, watched, file, e));
        }
        if (deliveries.readsWithoutScope(file.id())) {
            return Optional.empty();
        }
        return known.takeIn(system, file.id()).map(result -> taken(system, watched, file, result));
    }

    private void bring(Actor system, ClaimedFile file) throws IOException {
        file.checkPlain(limits.bytes());
        if (!DeliveredFile.mayHoldTable(file.file())) {
            throw Refusal.bad("server.delivery-no-table");
        }
        if (files.takenBefore(system, ClaimedFile.digest(file.open()))) {
            throw Refusal.conflict("sources.taken-before");
        }
        Incoming incoming = new Incoming(file.name(), to -> file.copy(to, limits.bytes()));
        bringing.bringRegisters(system, file.id(), DeliveryWay.FOLDER, List.of(incoming));
    }

    private WatchedFile taken(Actor system, Watched watched, ClaimedFile file, List<Words> result) {
        String digest;
        try {
            digest = ClaimedFile.digest(file.open());
        } catch (IOException e) {
            digest = null;
        }
        Words told = new Words(
                result.stream().map(Words::zh).collect(Collectors.joining("\n")),
                result.stream().map(Words::en).collect(Collectors.joining("\n")));
        WatchedFile end = new WatchedFile(file.id(), file.name(), true, told, files.now());
        write(system, watched, file, digest, end, Act.of("source.take", "delivery", file.id()));
        return end;
    }

    private WatchedFile refused(Actor system, Watched watched, ClaimedFile file, Refusal refusal) {
        Words why = Words.listed(refusal.problems().stream()
                .map(problem -> Told.of(problem).message())
                .toList());
        WatchedFile end = new WatchedFile(file.id(), file.name(), false, why, files.now());
        Act act = Act.of("source.refuse", "delivery", file.id())
                .with("code", refusal.problems().get(0).code());
        write(system, watched, file, null, end, act);
        return end;
    }

    private void write(
            Actor system, Watched watched, ClaimedFile file, @Nullable String digest, WatchedFile end, Act act) {
        acts.write(
                system,
                act.with("by", system.kind()).with("way", DeliveryWay.FOLDER),
                () -> files.add(system, watched, file, digest, end));
    }
}
