package cn.mingjian.server.administration;

import cn.mingjian.model.region.RegionTree;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.problem.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offices and departments, kept by the system administrator, read by the security administrator too. */
@RestController
@RequestMapping("/api/v1/administration")
class OfficeController {

    private final OfficeTree tree;
    private final RegionTree regions;
    private final Accounts accounts;

    OfficeController(OfficeTree tree, RegionTree regions, Accounts accounts) {
        this.tree = tree;
        this.regions = regions;
        this.accounts = accounts;
    }

    /** What is left out counts as empty, and is wrong as such. */
    record OfficeWish(@Nullable Integer parent, String name, String region) {
        OfficeWish {
            name = Objects.requireNonNullElse(name, "");
            region = Objects.requireNonNullElse(region, "");
        }
    }

    /** What is left out counts as empty, and is wrong as such. */
    record NameWish(String name) {
        NameWish {
            name = Objects.requireNonNullElse(name, "");
        }
    }

    record ClosedWish(boolean closed) {}

    /** @param kind one of {@link OfficePage#kinds} */
    record DepartmentWish(String kind) {
        DepartmentWish {
            kind = Objects.requireNonNullElse(kind, "");
        }
    }

    /** A division for which there may be an office. */
    record RegionRow(String code, String name, String level) {}

    @GetMapping("/offices")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    List<OfficeRow> all(Actor actor) {
        return tree.all(actor);
    }

    @GetMapping("/offices/{id}")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    OfficePage one(Actor actor, @PathVariable int id) {
        return tree.page(actor, id);
    }

    @PostMapping("/offices")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    OfficePage add(Actor actor, @RequestBody OfficeWish wish) {
        if (wish.parent() == null) {
            throw Refusal.bad("server.office-missing");
        }
        return tree.add(actor, wish.parent(), wish.name(), wish.region());
    }

    @PutMapping("/offices/{id}/name")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    OfficePage rename(Actor actor, @PathVariable int id, @RequestBody NameWish wish) {
        return tree.rename(actor, id, wish.name());
    }

    @PutMapping("/offices/{id}/closed")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    OfficePage close(Actor actor, @PathVariable int id, @RequestBody ClosedWish wish) {
        return tree.close(actor, id, wish.closed());
    }

    @PostMapping("/offices/{id}/departments")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    OfficePage addDepartment(Actor actor, @PathVariable int id, @RequestBody DepartmentWish wish) {
        return tree.addDepartment(actor, id, wish.kind());
    }

    /** The divisions right below one, from the region table; who may choose is asked when an office is added. */
    @GetMapping("/regions")
    @Allowed(value = Allowed.To.ROLES, roles = Role.SYSTEM_ADMIN)
    List<RegionRow> regions(@RequestParam String above) {
        return regions.below(above, accounts.today()).stream()
                .map(region -> new RegionRow(
                        region.code(), region.name(), region.level().name()))
                .toList();
    }
}
