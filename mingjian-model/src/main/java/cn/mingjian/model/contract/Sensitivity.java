package cn.mingjian.model.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How protected the values of a column are, from least to most. Inherited by whatever is computed from them. */
public enum Sensitivity {
    PUBLIC,
    INTERNAL,
    /** Names, numbers, phones and addresses of persons. */
    PERSONAL,
    /** Minors, health, sexual offences (Personal Information Protection Law, art. 28). */
    SENSITIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sensitivity> of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Sensitivity::word).toList();
    }

    /** The stricter of two. */
    public Sensitivity with(Sensitivity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Shown masked unless opened with a reason. */
    public boolean masked() {
        return compareTo(PERSONAL) >= 0;
    }
}
