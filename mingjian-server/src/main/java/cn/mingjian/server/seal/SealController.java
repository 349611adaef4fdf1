package cn.mingjian.server.seal;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.seal.Seal.SealState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the seal of the installation stands, and unlocking it: by somebody who does not keep the machine. */
@RestController
@RequestMapping("/api/v1/seal")
class SealController {

    private static final int MOST_WRONG = 5;
    private static final Duration WAIT = Duration.ofMinutes(15);

    private final Seal seal;
    private final Unlocking unlocking;
    private final Clock clock;
    private Instant begun = Instant.MIN;
    private int wrong;

    SealController(Seal seal, Unlocking unlocking, Clock clock) {
        this.seal = seal;
        this.unlocking = unlocking;
        this.clock = clock;
    }

    record SealShown(SealState state) {}

    /** @param word the passphrase, or the PIN of the device; what is left out is wrong */
    record UnlockWish(String word) {
        UnlockWish {
            word = Objects.requireNonNullElse(word, "");
        }
    }

    @GetMapping
    @Allowed(Allowed.To.SIGNED_IN)
    SealShown shown() {
        return new SealShown(seal.state());
    }

    /** Tries a word; so few in a quarter of an hour that neither it is guessed nor the device locks itself for long. */
    @PostMapping("/unlocking")
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.SECURITY_ADMIN, Role.PROTECTION_OFFICER})
    synchronized SealShown unlock(Actor actor, @RequestBody UnlockWish wish) {
        if (seal.state() != SealState.LOCKED) {
            throw Refusal.conflict("server.seal-not-locked");
        }
        if (begun.isBefore(clock.instant().minus(WAIT))) {
            begun = clock.instant();
            wrong = 0;
        }
        if (wrong >= MOST_WRONG) {
            throw Refusal.of(429, "server.too-many-tries", WAIT.toMinutes());
        }
        if (!unlocking.attempt(actor, wish.word())) {
            wrong++;
            throw Refusal.of(403, "server.seal-word-wrong");
        }
        return shown();
    }
}
