package cn.mingjian.server.administration;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.page.Page;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles lent for a term. */
@RestController
@RequestMapping("/api/v1/delegations")
class DelegationController {

    private final Delegations delegations;

    DelegationController(Delegations delegations) {
        this.delegations = delegations;
    }

    /**
     * What is left out is wrong as such.
     *
     * @param to the account
     * @param until the last day
     */
    record DelegationWish(
            @Nullable Integer to,
            @Nullable Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        DelegationWish {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DEPARTMENT_HEAD, Role.CHIEF, Role.SECURITY_ADMIN})
    Page<DelegationRow> list(
            Actor actor,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return delegations.list(actor, new Page.Wish(page, size));
    }

    @GetMapping("/offer")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DEPARTMENT_HEAD, Role.CHIEF})
    Delegations.DelegationOffer offer(Actor actor) {
        return delegations.offer(actor);
    }

    @PostMapping
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DEPARTMENT_HEAD, Role.CHIEF})
    @ResponseStatus(HttpStatus.CREATED)
    DelegationRow begin(Actor actor, @RequestBody DelegationWish wish) {
        return delegations.begin(actor, wish);
    }

    @PostMapping("/{id}/end")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DEPARTMENT_HEAD, Role.CHIEF, Role.SECURITY_ADMIN})
    DelegationRow end(Actor actor, @PathVariable int id) {
        return delegations.end(actor, id);
    }
}
