package cn.mingjian.server.audit;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.AuditChain.Finding;
import cn.mingjian.server.page.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The room of the audit administrator. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final AuditEntries entries;
    private final AuditChain chain;
    private final Acts acts;

    AuditController(AuditEntries entries, AuditChain chain, Acts acts) {
        this.entries = entries;
        this.chain = chain;
        this.acts = acts;
    }

    /**
     * A head that the auditor noted at an earlier verification, or nothing.
     *
     * @param number its entry, null where none was noted
     */
    record HeadWish(@Nullable Long number, @Nullable String sha256) {}

    @GetMapping("/entries")
    @Allowed(value = Allowed.To.ROLES, roles = Role.AUDIT_ADMIN)
    Page<EntryRow> list(
            Actor actor,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return entries.list(
                actor, new AuditEntries.Filter(from, until, act, object, person), new Page.Wish(page, size));
    }

    @GetMapping("/choices")
    @Allowed(value = Allowed.To.ROLES, roles = Role.AUDIT_ADMIN)
    AuditEntries.AuditChoices choices() {
        return entries.choices();
    }

    @GetMapping("/people")
    @Allowed(value = Allowed.To.ROLES, roles = Role.AUDIT_ADMIN)
    List<String> people(Actor actor, @RequestParam(defaultValue = "") String beginning) {
        return entries.people(actor, beginning);
    }

    /** Verifies the whole chain, which is an act itself. */
    @PostMapping("/verification")
    @Allowed(value = Allowed.To.ROLES, roles = Role.AUDIT_ADMIN)
    Finding verify(Actor actor, @RequestBody HeadWish wish) {
        Finding found = wish.number() == null || wish.sha256() == null
                ? chain.verify()
                : chain.verify(new ChainHead(wish.number(), wish.sha256().strip()));
        acts.write(
                actor,
                Act.of("audit.verify", "audit", found.entries())
                        .with(
                                "result",
                                found.flaw() == null ? "WHOLE" : found.flaw().name()),
                () -> {});
        return found;
    }
}
