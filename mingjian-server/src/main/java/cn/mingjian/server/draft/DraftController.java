package cn.mingjian.server.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.page.Zipped;
import cn.mingjian.server.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of models: begin, list, write, check as it is typed, take away as a package, throw away. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftController {

    private final Drafts drafts;
    private final Checking checking;
    private final Trials trials;
    private final Packages packages;
    private final Acts acts;

    DraftController(Drafts drafts, Checking checking, Trials trials, Packages packages, Acts acts) {
        this.drafts = drafts;
        this.checking = checking;
        this.trials = trials;
        this.packages = packages;
        this.acts = acts;
    }

    @GetMapping
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    Page<DraftRow> list(
            Actor actor,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return drafts.list(actor, new Page.Wish(page, size));
    }

    /** The models of the library of which a draft can begin as a copy. */
    @GetMapping("/origins")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    List<DraftOrigin> origins() {
        return packages.all().stream().map(DraftController::origin).toList();
    }

    private static DraftOrigin origin(ModelPackage pack) {
        return new DraftOrigin(pack.id(), pack.version(), pack.title());
    }

    /** Begins a draft: as a copy of a model, with files that are sent, or with what every package must have. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    DraftPage begin(Actor actor, @RequestBody DraftWish wish) {
        String name = wish.title();
        @Nullable
        ModelPackage copied = wish.origin() == null
                ? null
                : packages.find(wish.origin()).orElseThrow(() -> Refusal.bad("draft.origin"));
        DraftText text = wish.files() != null
                ? DraftText.of(wish.files())
                : copied == null ? Skeleton.text() : DraftText.copy(copied.folder());
        @Nullable DraftOrigin origin = copied == null ? null : origin(copied);
        UUID id = acts.write(
                actor, () -> drafts.add(actor, name, origin, text), made -> Act.of("draft.begin", "draft", made)
                        .with("origin", origin == null ? "" : origin.model() + "@" + origin.version()));
        return drafts.find(actor, id);
    }

    @GetMapping("/{draft}")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    DraftPage one(Actor actor, @PathVariable UUID draft) {
        return drafts.find(actor, draft);
    }

    /** Saves a draft wholly, unless somebody else has saved it meanwhile. */
    @PutMapping("/{draft}")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    DraftPage save(Actor actor, @PathVariable UUID draft, @RequestBody DraftWish wish) {
        drafts.find(actor, draft);
        String name = wish.title();
        DraftText text = DraftText.of(wish.files());
        if (wish.revision() == null) {
            throw Refusal.bad("server.not-understood");
        }
        int revision = wish.revision();
        Act act = Act.of("draft.save", "draft", draft).with("revision", revision + 1);
        acts.write(actor, act, () -> {
            if (!drafts.save(actor, draft, revision, name, text)) {
                throw Refusal.conflict("draft.saved-meanwhile");
            }
        });
        return drafts.find(actor, draft);
    }

    @DeleteMapping("/{draft}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    void remove(Actor actor, @PathVariable UUID draft) {
        drafts.find(actor, draft);
        acts.write(actor, Act.of("draft.remove", "draft", draft), () -> drafts.remove(actor, draft));
        trials.forget(draft);
    }

    /** What is wrong with the text as it stands in the editor; nothing is kept of it. */
    @PostMapping("/{draft}/check")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    List<DraftProblem> check(Actor actor, @PathVariable UUID draft, @RequestBody TypedText typed) {
        drafts.find(actor, draft);
        return checking.check(actor, DraftText.of(typed.files()));
    }

    /** The files of a draft as they stand in an editor. */
    record TypedText(@Nullable List<DraftFile> files) {}

    /** The draft as a folder that the command {@code mingjian check} takes. */
    @GetMapping("/{draft}/package.zip")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DATA_STEWARD})
    ResponseEntity<byte[]> take(Actor actor, @PathVariable UUID draft) {
        DraftPage page = drafts.find(actor, draft);
        String name = "draft-" + draft.toString().substring(0, 8);
        Map<String, byte[]> files = new LinkedHashMap<>();
        page.files()
                .forEach(file -> files.put(name + "/" + file.path(), file.text().getBytes(UTF_8)));
        acts.write(
                actor,
                Act.of("draft.take", "draft", draft)
                        .with("revision", page.row().revision())
                        .taking("zip", 0),
                () -> {});
        return Zipped.answer(name, files);
    }
}
