package cn.mingjian.server.identity;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first office and the three separated administrators of an empty installation. */
@RestController
@RequestMapping("/api/v1/setup")
class SetupController {

    private static final Actor NOBODY = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());

    private final Accounts accounts;
    private final Offices offices;
    private final SetupCode code;
    private final Acts acts;

    SetupController(Accounts accounts, Offices offices, SetupCode code, Acts acts) {
        this.accounts = accounts;
        this.offices = offices;
        this.code = code;
        this.acts = acts;
    }

    record Setup(boolean needed) {}

    /** What is left out counts as empty, and is wrong as such. */
    record SetupWish(String code, String region, String officeName, String account, String name, String password) {
        SetupWish {
            code = Objects.requireNonNullElse(code, "");
            region = Objects.requireNonNullElse(region, "");
            officeName = Objects.requireNonNullElse(officeName, "");
            account = Objects.requireNonNullElse(account, "");
            name = Objects.requireNonNullElse(name, "");
            password = Objects.requireNonNullElse(password, "");
        }
    }

    /** @param accounts the three administrators; the passwords of the second and third are shown this once */
    record SetupDone(List<Offices.Made> accounts) {}

    @GetMapping
    @Allowed(Allowed.To.EVERYBODY)
    Setup needed() {
        return new Setup(!accounts.any());
    }

    @PostMapping
    @Allowed(Allowed.To.EVERYBODY)
    @ResponseStatus(HttpStatus.CREATED)
    SetupDone setUp(@RequestBody SetupWish wish) {
        if (accounts.any()) {
            throw Refusal.conflict("server.set-up-already");
        }
        if (!MessageDigest.isEqual(bytes(wish.code()), bytes(code.text()))) {
            throw Refusal.of(403, "server.setup-code-wrong");
        }
        return acts.write(NOBODY, Act.of("installation.set-up", "office", wish.region()), () -> {
            int office = offices.addOffice(null, wish.officeName(), wish.region());
            int department = offices.addDepartment(office, Offices.TECHNOLOGY);
            return new SetupDone(List.of(
                    offices.addAccount(
                            department, wish.account(), wish.name(), Set.of(Role.SYSTEM_ADMIN), wish.password()),
                    offices.addAccount(department, "security", "安全保密管理员", Set.of(Role.SECURITY_ADMIN), null),
                    offices.addAccount(department, "audit", "安全审计员", Set.of(Role.AUDIT_ADMIN), null)));
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
