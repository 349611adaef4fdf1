package cn.mingjian.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.functions.CreditCode;
import cn.mingjian.functions.IdNumber;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.sample.RegisterOrder.Format;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeRegisterTest {
    private static final long ROWS = 40_000;

    private static Path folder;

    @BeforeAll
    static void remember(@TempDir Path temporary) {
        folder = temporary;
    }

    private static RegisterOrder order(LargeRegister register, int dirt, Format format) {
        return new RegisterOrder(register, ROWS, 7, dirt, format, SampleOrder.DEFAULT_AS_OF, County.CONTRACTS);
    }

    private static Sample write(LargeRegister register, int dirt, Format format, String name) {
        return SampleCounty.writeRegister(
                order(register, dirt, format), folder.resolve(register.contract() + name), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteAboutTheRowsOrderedAndTheSameBytesTwice(LargeRegister register) {
        Sample once = write(register, 0, Format.CSV, "-once");
        Sample twice = write(register, 0, Format.CSV, "-twice");

        assertThat(once.rows().get(register.contract())).isBetween(ROWS, ROWS + ROWS / 20);
        assertThat(Digests.of(twice.folder())).isEqualTo(Digests.of(once.folder()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveEveryKeyOnceWithValidNumbers(LargeRegister register) throws SQLException {
        Sample sample = write(register, 0, Format.PARQUET, "-typed");
        try (County county = County.typed(sample)) {
            for (String name : sample.rows().keySet()) {
                String key = String.join(", ", County.contract(name).key());
                assertThat(county.count("SELECT 1 FROM " + name + " GROUP BY " + key + " HAVING count(*) > 1"))
                        .as("twice in " + name)
                        .isZero();
            }
            assertThat(county.texts(numbers(register)))
                    .allMatch(register == LargeRegister.MARKET_ENTITY ? CreditCode::isValid : IdNumber::isValid);
        }
    }

    private static String numbers(LargeRegister register) {
        return "SELECT DISTINCT "
                + switch (register) {
                    case BENEFIT_PAYMENT -> "id_no";
                    case ADMIN_PENALTY -> "party_id";
                    case CHECK_IN -> "guest_id";
                    case MARKET_ENTITY -> "uscc";
                }
                + " FROM " + register.contract();
    }

    @Test
    void shouldStoreTheTypesOfThePlatformInParquet() throws SQLException {
        try (County county = County.typed(write(LargeRegister.BENEFIT_PAYMENT, 0, Format.PARQUET, "-types"))) {
            assertThat(county.texts("SELECT column_name || ' ' || data_type FROM duckdb_columns()"
                            + " WHERE table_name = 'benefit_payment' AND column_name IN ('amount', 'month', 'id_no')"
                            + " ORDER BY ALL"))
                    .containsExactly("amount DECIMAL(16,2)", "id_no VARCHAR", "month DATE");
        }
    }

    @Test
    void shouldTellWhoWasPaidAfterDeathAndInPrison() throws SQLException {
        try (County county = County.typed(write(LargeRegister.BENEFIT_PAYMENT, 0, Format.PARQUET, "-told"))) {
            List<String> paid = county.texts("SELECT id_no || ' ' || sum(amount) FROM benefit_payment p"
                    + " JOIN death_record d USING (id_no) WHERE source = 'CREMATION' AND month > death_date"
                    + " GROUP BY id_no UNION ALL SELECT id_no || ' ' || sum(amount) FROM benefit_payment"
                    + " JOIN inmate USING (id_no) WHERE status = '正常' AND month > intake_date"
                    + " AND last_day(month) <= term_end GROUP BY id_no ORDER BY ALL");

            assertThat(paid)
                    .isEqualTo(county.texts("SELECT subject || ' ' || yuan FROM truth ORDER BY ALL"))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void shouldTellWhoWasDetainedAndNeverProposed() throws SQLException {
        try (County county = County.typed(write(LargeRegister.ADMIN_PENALTY, 0, Format.PARQUET, "-told"))) {
            List<String> left = county.texts("SELECT DISTINCT c.id_no FROM cc_person c JOIN admin_penalty p"
                    + " ON party_id = c.id_no AND act_date BETWEEN cc_start AND cc_end AND detention_days > 0"
                    + " LEFT JOIN cc_revocation r ON r.id_no = c.id_no AND proposal_date >= act_date"
                    + " WHERE r.id_no IS NULL AND decision_date < DATE '2024-08-31' ORDER BY ALL");

            assertThat(left)
                    .isEqualTo(county.texts("SELECT subject FROM truth ORDER BY ALL"))
                    .isNotEmpty();
        }
    }

    @Test
    void shouldWriteDirtInText() throws SQLException {
        Sample sample = write(LargeRegister.BENEFIT_PAYMENT, 3, Format.CSV, "-dirty");

        assertThat(sample.rows().get("benefit_payment")).isGreaterThan(ROWS);
        assertThat(Digests.of(sample.folder()).get("benefit_payment.csv"))
                .isNotEqualTo(Digests.of(write(LargeRegister.BENEFIT_PAYMENT, 0, Format.CSV, "-plain")
                                .folder())
                        .get("benefit_payment.csv"));
    }

    @Test
    void shouldWriteTheEncodingOfOldSystemsWhenOrdered() throws IOException {
        Path file = Path.of("admin_penalty.csv");
        Path old = write(LargeRegister.ADMIN_PENALTY, 0, Format.CSV_GB18030, "-old")
                .folder();
        Path utf8 = write(LargeRegister.ADMIN_PENALTY, 0, Format.CSV, "-utf8").folder();

        assertThat(Files.readString(old.resolve(file), Charset.forName("GB18030")))
                .isEqualTo(Files.readString(utf8.resolve(file)));
        assertThat(Files.size(old.resolve(file))).isLessThan(Files.size(utf8.resolve(file)));
    }

    @Test
    void shouldRefuseDirtInParquetAndRowsThatCannotBeMade() {
        assertThatThrownBy(() -> order(LargeRegister.CHECK_IN, 1, Format.PARQUET))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("write CSV");
        assertThatThrownBy(() -> new RegisterOrder(
                        LargeRegister.CHECK_IN,
                        LargeRegister.CHECK_IN.maxRows() + 1,
                        1,
                        0,
                        Format.CSV,
                        SampleOrder.DEFAULT_AS_OF,
                        County.CONTRACTS))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void shouldFindARegisterByItsContract() {
        assertThat(LargeRegister.of("check_in")).contains(LargeRegister.CHECK_IN);
        assertThat(LargeRegister.of("hotel")).isEmpty();
        assertThat(LargeRegister.contracts())
                .containsExactly("benefit_payment", "admin_penalty", "check_in", "market_entity");
    }
}
