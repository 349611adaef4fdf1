package cn.mingjian.server.opening;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many things a person may open in a day, by role; a setting of the installation ({@code application.yaml}).
 *
 * @param source where the numbers come from
 * @param hours how long a request for more waits for its answer and its use
 * @param sealedOnly whether files with values in clear leave under a passphrase alone
 */
@ConfigurationProperties("mingjian.openings")
public record OpeningLimits(Map<Role, Integer> daily, Words source, int hours, int mostMore, boolean sealedOnly) {

    public OpeningLimits {
        daily = Map.copyOf(daily);
    }

    /** The highest of an actor's roles. */
    int of(Actor actor) {
        return actor.roles().stream()
                .mapToInt(role -> daily.getOrDefault(role, 0))
                .max()
                .orElse(0);
    }
}
