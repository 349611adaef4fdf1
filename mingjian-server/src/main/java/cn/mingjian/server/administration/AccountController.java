package cn.mingjian.server.administration;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.administration.AccountKeeping.Handed;
import cn.mingjian.server.identity.AccountState;
import cn.mingjian.server.identity.AccountTerms;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Accounts: made and closed by the system administrator, who gives no role; roles given by the security administrator. */
@RestController
@RequestMapping("/api/v1/administration/accounts")
class AccountController {

    private final AccountList list;
    private final AccountKeeping keeping;
    private final RoleGrants grants;
    private final AccountTerms terms;

    AccountController(AccountList list, AccountKeeping keeping, RoleGrants grants, AccountTerms terms) {
        this.list = list;
        this.keeping = keeping;
        this.grants = grants;
        this.terms = terms;
    }

    /** What is left out counts as empty, and is wrong as such. */
    record AccountWish(@Nullable Integer department, String login, String name) {
        AccountWish {
            login = Objects.requireNonNullElse(login, "");
            name = Objects.requireNonNullElse(name, "");
        }
    }

    record MoveWish(@Nullable Integer department) {}

    @GetMapping
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    Page<AccountRow> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer office,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable AccountState state,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return list.list(actor, new AccountRow.Filter(office, role, state, query), new Page.Wish(page, size));
    }

    /** How long pledge, lapse and delegation hold here, and where each figure comes from. */
    @GetMapping("/terms")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    AccountTerms terms() {
        return terms;
    }

    @PostMapping
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    Handed make(Actor actor, @RequestBody AccountWish wish) {
        return keeping.make(actor, chosen(wish.department()), wish.login(), wish.name());
    }

    @PostMapping("/{id}/password")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    Handed newPassword(Actor actor, @PathVariable int id) {
        return keeping.newPassword(actor, id);
    }

    @PostMapping("/{id}/close")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    AccountRow close(Actor actor, @PathVariable int id) {
        return keeping.close(actor, id);
    }

    @PostMapping("/{id}/reopen")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    AccountRow reopen(Actor actor, @PathVariable int id) {
        return keeping.reopen(actor, id);
    }

    @PostMapping("/{id}/unlock")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    AccountRow unlock(Actor actor, @PathVariable int id) {
        return keeping.unlock(actor, id);
    }

    /** Moves it to another department; its roles and whatever runs in its name end. */
    @PutMapping("/{id}/department")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    AccountRow move(Actor actor, @PathVariable int id, @RequestBody MoveWish wish) {
        return keeping.move(actor, id, chosen(wish.department()));
    }

    private static int chosen(@Nullable Integer department) {
        if (department == null) {
            throw Refusal.bad("server.department-missing");
        }
        return department;
    }

    @DeleteMapping("/{id}/codes")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    AccountRow resetCodes(Actor actor, @PathVariable int id) {
        return keeping.resetCodes(actor, id);
    }

    @PutMapping("/{id}/roles/{role}")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SECURITY_ADMIN)
    AccountRow grant(Actor actor, @PathVariable int id, @PathVariable Role role) {
        return grants.grant(actor, id, role);
    }

    @DeleteMapping("/{id}/roles/{role}")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SECURITY_ADMIN)
    AccountRow withdraw(Actor actor, @PathVariable int id, @PathVariable Role role) {
        return grants.withdraw(actor, id, role);
    }
}
