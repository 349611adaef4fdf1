package cn.mingjian.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The registers that can be written alone in any size, with the small ones beside them that a comparison needs. */
public enum LargeRegister {
    /** With {@code death_record} and {@code inmate}. */
    BENEFIT_PAYMENT(1_000_000_000L),
    /** With {@code cc_person} and {@code cc_revocation}. */
    ADMIN_PENALTY(150_000_000L),
    /** With {@code hotel}, {@code hotel_room} and {@code student_roll}. */
    CHECK_IN(110_000_000L),
    /** Alone. */
    MARKET_ENTITY(75_000_000L);

    private final long maxRows;

    LargeRegister(long maxRows) {
        this.maxRows = maxRows;
    }

    /** The register of a contract, if it can be written alone. */
    public static Optional<LargeRegister> of(String contract) {
        return Arrays.stream(values())
                .filter(register -> register.contract().equals(contract))
                .findFirst();
    }

    /** The contracts that can be asked for. */
    public static List<String> contracts() {
        return Arrays.stream(values()).map(LargeRegister::contract).toList();
    }

    /** Id of the register's contract. */
    public String contract() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Beyond this the register runs out of numbers. */
    public long maxRows() {
        return maxRows;
    }
}
