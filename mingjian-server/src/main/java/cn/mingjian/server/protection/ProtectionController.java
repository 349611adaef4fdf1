package cn.mingjian.server.protection;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.protection.PersonSearches.PersonWish;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the data-protection officer of an office reads, of that office alone. */
@RestController
@RequestMapping("/api/v1/protection")
class ProtectionController {

    private final ProcessingRegister register;
    private final NecessityCards necessity;
    private final ProtectionRecords records;
    private final ProtectionTerms terms;
    private final PersonSearches persons;

    ProtectionController(
            ProcessingRegister register,
            NecessityCards necessity,
            ProtectionRecords records,
            ProtectionTerms terms,
            PersonSearches persons) {
        this.register = register;
        this.necessity = necessity;
        this.records = records;
        this.terms = terms;
        this.persons = persons;
    }

    @GetMapping("/register")
    @Allowed(value = Allowed.To.ROLES, roles = Role.PROTECTION_OFFICER)
    List<Processing> register(Actor actor) {
        return register.of(actor);
    }

    @GetMapping("/models/{model}/necessity")
    @Allowed(value = Allowed.To.ROLES, roles = Role.PROTECTION_OFFICER)
    NecessityCard necessity(Actor actor, @PathVariable String model) {
        return necessity.of(model).orElseThrow(Refusal::notThere);
    }

    @GetMapping("/week")
    @Allowed(value = Allowed.To.ROLES, roles = Role.PROTECTION_OFFICER)
    Week week(Actor actor) {
        return records.week(actor);
    }

    @GetMapping("/openings")
    @Allowed(value = Allowed.To.ROLES, roles = Role.PROTECTION_OFFICER)
    Page<OpeningShown> openings(
            Actor actor,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return records.openings(actor, new Page.Wish(page, size));
    }

    @GetMapping("/files")
    @Allowed(value = Allowed.To.ROLES, roles = Role.PROTECTION_OFFICER)
    Page<FileTaken> files(
            Actor actor,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return records.files(actor, new Page.Wish(page, size));
    }

    @GetMapping("/terms")
    @Allowed(value = Allowed.To.ROLES, roles = Role.PROTECTION_OFFICER)
    Page<Term> terms(
            Actor actor,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return terms.page(actor, new Page.Wish(page, size));
    }

    /** Who saw a person; a POST, so that whom it is about stands in no address and no log. */
    @PostMapping("/person-searches")
    @Allowed(value = Allowed.To.ROLES, roles = Role.PROTECTION_OFFICER)
    List<OpeningShown> whoSaw(Actor actor, @RequestBody PersonWish wish) {
        return persons.search(actor, wish);
    }
}
