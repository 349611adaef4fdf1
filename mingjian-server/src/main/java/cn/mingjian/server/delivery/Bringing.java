package cn.mingjian.server.delivery;

import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.intake.read.TableSource;
import cn.mingjian.intake.read.UnreadableException;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Brought.Documents;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes files in: wholly, or not at all. */
@Component
public class Bringing {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TITLE = 80;

    private final Deliveries deliveries;
    private final DeliveredFiles names;
    private final DeliveryFiles files;
    private final RegisterReading registers;
    private final Secrecy secrecy;
    private final ApplicationEventPublisher events;
    private final Acts acts;

    Bringing(
            Deliveries deliveries,
            DeliveredFiles names,
            DeliveryFiles files,
            RegisterReading registers,
            Secrecy secrecy,
            ApplicationEventPublisher events,
            Acts acts) {
        this.deliveries = deliveries;
        this.names = names;
        this.files = files;
        this.registers = registers;
        this.secrecy = secrecy;
        this.events = events;
        this.acts = acts;
        files.sweep(deliveries::thereWithoutScope);
    }

    /** Takes in what a person brings. */
    UUID bring(Actor actor, DeliveryKind kind, List<Incoming> incoming) {
        UUID id = UUID.randomUUID();
        bring(actor, id, kind, DeliveryWay.UPLOAD, incoming);
        return id;
    }

    /** Takes registers in that came by themselves, as the delivery of a number. */
    public void bringRegisters(Actor actor, UUID id, DeliveryWay way, List<Incoming> incoming) {
        bring(actor, id, DeliveryKind.REGISTERS, way, incoming);
    }

    private void bring(Actor actor, UUID id, DeliveryKind kind, DeliveryWay way, List<Incoming> incoming) {
        if (incoming.isEmpty()) {
            throw Refusal.bad("server.delivery-empty");
        }
        Brought brought;
        try {
            brought = kept(actor, id, kind, way, received(actor, id, kind, incoming));
        } catch (IOException e) {
            files.remove(actor.office(), id);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            files.remove(actor.office(), id);
            throw e;
        }
        if (kind.documents()) {
            events.publishEvent(new DeliveryBrought(brought));
        } else {
            registers.begin(brought);
        }
    }

    private List<DeliveredFiles.Entry> received(Actor actor, UUID id, DeliveryKind kind, List<Incoming> incoming)
            throws IOException {
        List<DeliveredFiles.Entry> received = new ArrayList<>();
        SafeNames safe = new SafeNames();
        Path folder = files.beginReceiving(actor.office(), id);
        for (Incoming one : incoming) {
            String given = shown(one.name(), LONGEST_NAME);
            if (secrecy.refusesName(given)) {
                throw Refusal.bad("server.secrecy-mark", given);
            }
            Path file = folder.resolve(safe.next(given));
            one.content().to(file);
            if (kind == DeliveryKind.REGISTERS) {
                refuseMarked(file, given);
            }
            received.add(new DeliveredFiles.Entry(given, file.getFileName().toString(), Files.size(file)));
        }
        files.finishReceiving(actor.office(), id);
        return received;
    }

    private Brought kept(
            Actor actor, UUID id, DeliveryKind kind, DeliveryWay way, List<DeliveredFiles.Entry> received) {
        long bytes = received.stream().mapToLong(DeliveredFiles.Entry::bytes).sum();
        Brought brought = new Brought(
                id,
                actor.office(),
                actor.department(),
                actor.id(),
                kind,
                way,
                shown(received.get(0).name(), LONGEST_TITLE),
                DeliveryState.READING,
                deliveries.now().toInstant(),
                received.size(),
                bytes,
                Optional.empty(),
                new Documents(0, 0, 0, 0),
                Optional.empty());
        Act act = Act.of("delivery.bring", "delivery", id)
                .with("kind", kind.word())
                .with("way", way)
                .with("by", actor.kind())
                .with("files", received.size())
                .with("bytes", bytes);
        acts.write(actor, act, () -> {
            deliveries.add(brought);
            names.add(id, received);
        });
        return brought;
    }

    /** A file that cannot be opened carries no mark that anybody could read; looking through it says what is wrong. */
    private void refuseMarked(Path file, String given) throws IOException {
        if (!DeliveredFile.mayHoldTable(file)) {
            return;
        }
        try {
            for (TableSource source : DeliveredFile.open(file)) {
                boolean marked = source.sheet().filter(secrecy::refusesName).isPresent()
                        || Peek.first(source).stream().anyMatch(peek -> secrecy.refusesCells(peek.cells()));
                if (marked) {
                    throw Refusal.bad("server.secrecy-mark", given);
                }
            }
        } catch (UnreadableException e) {
            return;
        }
    }

    /** A name as it was given, without what steers a screen, and not without end. */
    private static String shown(String given, int longest) {
        String clean = given.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
