package cn.mingjian.server.delivery;

import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.DeliveryPage.FileShown;
import cn.mingjian.server.problem.Failure;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Bringing, seeing and removing deliveries. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryController {

    private final Deliveries deliveries;
    private final DeliveredFiles names;
    private final DeliveryFiles files;
    private final Bringing bringing;
    private final Looks looks;
    private final Acts acts;
    private final Clock clock;

    DeliveryController(
            Deliveries deliveries,
            DeliveredFiles names,
            DeliveryFiles files,
            Bringing bringing,
            Looks looks,
            Acts acts,
            Clock clock) {
        this.deliveries = deliveries;
        this.names = names;
        this.files = files;
        this.bringing = bringing;
        this.looks = looks;
        this.acts = acts;
        this.clock = clock;
    }

    /** Takes files in. Registers are looked through at once; documents are read behind the request. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Allowed.To.DATA)
    @ResponseStatus(HttpStatus.CREATED)
    DeliveryPage bring(
            Actor actor, @RequestParam("files") List<MultipartFile> uploads, @RequestParam("kind") String kind) {
        DeliveryKind known = DeliveryKind.of(kind).orElseThrow(() -> Refusal.bad("server.delivery-kind"));
        List<Incoming> incoming =
                uploads.stream().map(DeliveryController::incoming).toList();
        return page(deliveries.find(actor, bringing.bring(actor, known, incoming)));
    }

    private static Incoming incoming(MultipartFile upload) {
        String name = Optional.ofNullable(upload.getOriginalFilename()).orElse("");
        return new Incoming(name, file -> upload.transferTo(file.toFile()));
    }

    @GetMapping("/{id}")
    @Allowed(Allowed.To.DATA)
    DeliveryPage delivery(Actor actor, @PathVariable("id") UUID id) {
        return page(deliveries.find(actor, id));
    }

    /** Removes a delivery and its files; clues of its runs keep the rows that they rest on. */
    @DeleteMapping("/{id}")
    @Allowed(Allowed.To.DATA)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable("id") UUID id) {
        Brought brought = deliveries.find(actor, id);
        boolean mayRemove = brought.by() == actor.id()
                || actor.seesWholeOffice()
                || actor.roles().contains(Role.DEPARTMENT_HEAD);
        if (!mayRemove) {
            throw Refusal.of(403, "server.delivery-of-others");
        }
        acts.write(actor, Act.of("delivery.remove", "delivery", id), () -> deliveries.removed(id));
        looks.forget(id);
        files.remove(brought.office(), id);
    }

    private DeliveryPage page(Brought brought) {
        Look look = looks.of(brought);
        List<Failure.Told> problems = new ArrayList<>(look.problems());
        brought.failure().ifPresent(json -> problems.addAll(told(json)));
        return new DeliveryPage(
                brought.row(),
                names.of(brought).stream()
                        .map(file -> new FileShown(file.name(), file.bytes()))
                        .toList(),
                look.form().orElse(null),
                look.tables(),
                look.unused(),
                problems,
                brought.kind().documents() ? brought.documents() : null,
                look.models(),
                brought.state() == DeliveryState.READY ? proposed(brought, look) : null);
    }

    /** What is stated wins over what the rows show; no day is proposed that is still to come. */
    private @Nullable LocalDate proposed(Brought brought, Look look) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        return look.knownUntil()
                .or(brought::latestDay)
                .map(day -> day.isAfter(today) ? today : day)
                .orElse(null);
    }

    private static List<Failure.Told> told(String json) {
        Problem[] problems = JsonMapper.shared().readValue(json, Problem[].class);
        return Failure.of(List.of(problems)).problems();
    }
}
