package cn.mingjian.server.identity;

import cn.mingjian.server.problem.Refusal;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: kept as Argon2id hashes, at least ten characters of three kinds (GB/T 22239-2019, 8.1.4.1, asks for
 * complexity without figures; the figures are ours).
 */
@Component
public class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int KINDS = 3;
    private static final List<Pattern> ALL_KINDS = List.of(
            Pattern.compile("[a-z]"),
            Pattern.compile("[A-Z]"),
            Pattern.compile("[0-9]"),
            Pattern.compile("[^a-zA-Z0-9]"));

    /** Without letters and digits that look like others. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 5;

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final SecureRandom random = new SecureRandom();
    private final String nobodys = encoded(made());

    /** The hash of a password that keeps the rules. */
    public String hash(String login, String password) {
        long kinds =
                ALL_KINDS.stream().filter(kind -> kind.matcher(password).find()).count();
        if (password.length() < SHORTEST || password.length() > LONGEST || kinds < KINDS) {
            throw Refusal.bad("server.password-weak", SHORTEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(login)) {
            throw Refusal.bad("server.password-holds-login");
        }
        return encoded(password);
    }

    private String encoded(String password) {
        return Objects.requireNonNull(encoder.encode(password), "only no password has no hash");
    }

    /** Whether a password is the one; takes as long where there is no account. */
    boolean matches(String password, Optional<String> hash) {
        return encoder.matches(password, hash.orElse(nobodys)) && hash.isPresent();
    }

    /** A password to hand over once. */
    public String made() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                made.append('-');
            }
            made.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return made.toString();
    }
}
