package cn.mingjian.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What truth.csv tells can be read in the registers, and nobody else has such a story. */
class PlantedTruthTest {
    private static County county;

    @BeforeAll
    static void writeOnce(@TempDir Path folder) throws SQLException {
        county = County.clean(folder.resolve("county"));
    }

    @AfterAll
    static void close() throws SQLException {
        county.close();
    }

    @Test
    void shouldPlantEveryStoryInEveryBlock() throws SQLException {
        assertThat(county.texts("SELECT words FROM truth GROUP BY words HAVING count(*) % 4 <> 0"))
                .isEmpty();
        assertThat(county.count("SELECT DISTINCT words FROM truth WHERE finding = 'true'"))
                .isGreaterThan(50);
        assertThat(county.count("SELECT DISTINCT words FROM truth WHERE finding = 'false'"))
                .isGreaterThan(35);
    }

    @Test
    void shouldPayOnAfterDeathOnlyWhereTheTruthSaysSo() throws SQLException {
        List<String> paidOn = county.texts("SELECT DISTINCT p.id_no || ' ' || sum(CAST(amount AS DECIMAL(16,2)))"
                + " FROM benefit_payment p JOIN death_record d USING (id_no)"
                + " WHERE source = 'POLICE_CANCEL' AND month > substr(death_date, 1, 7)"
                + " AND kind NOT IN ('SURVIVOR', 'FUNERAL') AND status = '正常'"
                + " AND id_no NOT IN (SELECT id_no FROM benefit_recovery) GROUP BY p.id_no ORDER BY ALL");

        assertThat(paidOn)
                .isEqualTo(county.texts("SELECT subject || ' ' || yuan FROM truth"
                        + " WHERE words IN ('死亡后养老金继续发放', '死亡后高龄津贴继续发放') ORDER BY ALL"))
                .hasSize(20);
    }

    @Test
    void shouldRaisePensionsOfProbationersOnlyWhereTheTruthSaysSo() throws SQLException {
        List<String> raised =
                county.texts("SELECT DISTINCT a.id_no FROM benefit_adjust a JOIN cc_person c USING (id_no)"
                        + " WHERE adjust_date BETWEEN cc_start AND cc_end ORDER BY ALL");

        assertThat(raised)
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE words = '缓刑考验期内养老金照常调增' ORDER BY ALL"));
        assertThat(county.texts("SELECT sum(CAST(adjust_amount AS DECIMAL(16,2))) FROM benefit_payment"
                        + " WHERE id_no = '" + raised.get(0) + "' AND month >= '2023-07'"))
                .isEqualTo(county.texts("SELECT yuan FROM truth WHERE subject = '" + raised.get(0) + "'"));
    }

    @Test
    void shouldPayPrisonersAFullMonthOnlyWhereTheTruthSaysSo() throws SQLException {
        assertThat(county.texts("SELECT DISTINCT id_no FROM benefit_payment JOIN inmate USING (id_no)"
                        + " WHERE status = '正常' AND month > substr(intake_date, 1, 7)"
                        + " AND month < substr(term_end, 1, 7) ORDER BY ALL"))
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE words IN"
                        + " ('服刑期间养老金继续发放', '服刑期间最低生活保障金继续发放') ORDER BY ALL"))
                .hasSize(12);
    }

    @Test
    void shouldLeaveOnlyPlantedProbationersDetainedAndNotProposed() throws SQLException {
        List<String> left = county.texts("SELECT DISTINCT id_no FROM cc_person JOIN admin_penalty ON party_id = id_no"
                + " WHERE cc_kind IN ('缓刑', '假释') AND CAST(detention_days AS INTEGER) > 0 AND status = '有效'"
                + " AND act_date BETWEEN cc_start AND coalesce(left_date, cc_end) AND decision_date < '2024-08-31'"
                + " AND id_no NOT IN (SELECT id_no FROM cc_revocation) ORDER BY ALL");

        assertThat(left)
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE words LIKE '假释期间赌博%'"
                        + " OR words LIKE '%社矫未提请撤销' OR words LIKE '缓刑期间两次%' ORDER BY ALL"))
                .hasSize(12);
    }

    @Test
    void shouldHaveHalfAYearOfSilenceOnlyInShellsAndTheirLookalikes() throws SQLException {
        List<String> silent = county.texts("SELECT uscc FROM market_entity WHERE status = 'EXISTING'"
                + " AND establish_date < '2024-03-01'"
                + " AND uscc NOT IN (SELECT uscc FROM tax_declaration WHERE sales <> '0.00' AND period >= '2024-03')"
                + " AND uscc NOT IN (SELECT uscc FROM si_employer_month WHERE insured_count <> '0' AND month >= '2024-03')"
                + " ORDER BY ALL");

        assertThat(silent)
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE words IN ('长期零申报、无发票、无参保，现场查无',"
                        + " '六个月以上未申报、无发票、无参保，现场失联', '涉案企业判决生效后仍存续', '与涉案企业同一法定代表人、同一电话，停业六个月以上',"
                        + " '以已死亡人员为法定代表人登记设立', '以在押人员为法定代表人登记设立') ORDER BY ALL"))
                .hasSize(24);
    }

    @Test
    void shouldOweTheTaxThatTheTruthTellsOfPollutersWhoNeverDeclared() throws SQLException {
        List<String> owed =
                county.texts("SELECT d.uscc || ' ' || sum(round(CAST(round(CAST(amount_kg AS DOUBLE) / CASE pollutant"
                        + " WHEN 'COD' THEN 1.0 WHEN 'NH3-N' THEN 0.8 ELSE 0.25 END, 6) AS DECIMAL(16,6)) * 1.4, 2))"
                        + " FROM discharge_month d JOIN (SELECT DISTINCT uscc, outlet_kind FROM pollution_permit) USING (uscc)"
                        + " WHERE outlet_kind = 'WATER_DIRECT' AND month < '2024-07'"
                        + " AND uscc NOT IN (SELECT uscc FROM ept_declaration) GROUP BY d.uscc ORDER BY ALL");

        assertThat(owed)
                .isEqualTo(county.texts(
                        "SELECT subject || ' ' || yuan FROM truth WHERE words LIKE '%从未申报环境保护税' ORDER BY ALL"))
                .hasSize(4);
    }

    @Test
    void shouldLodgeMinorsInEsportsRoomsOnlyWhereTheTruthSaysSo() throws SQLException {
        assertThat(county.texts("SELECT DISTINCT hotel_id FROM check_in JOIN hotel_room USING (hotel_id, room_no)"
                        + " WHERE is_esport = 'true' AND in_time >= '2023-08-10'"
                        + " AND CAST(birth_date AS DATE) + INTERVAL 18 YEAR > CAST(in_time AS TIMESTAMP) ORDER BY ALL"))
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE words = '电竞房接待未成年人' ORDER BY ALL"))
                .hasSize(12);
    }

    @Test
    void shouldLeaveOutTheFineOnlyWhereTheTruthSaysSo() throws SQLException {
        assertThat(county.texts("SELECT DISTINCT id_no FROM judgment_charge WHERE fine IS NULL AND verdict = '有罪'"
                        + " AND main_type = '有期徒刑' AND charge_code NOT IN ('133', '234') AND act_start >= '2021-03-01'"
                        + " ORDER BY ALL"))
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE words = '职务侵占罪遗漏罚金' ORDER BY ALL"))
                .hasSize(4);
    }

    @Test
    void shouldConvictOfWhatWasNotChargedOnlyWhereTheTruthSaysSo() throws SQLException {
        assertThat(county.texts("SELECT DISTINCT c.id_no FROM judgment_charge c JOIN judgment USING (judgment_no)"
                        + " WHERE pros_case_no IN (SELECT pros_case_no FROM pros_case)"
                        + " AND NOT EXISTS (SELECT 1 FROM pros_charge p WHERE p.pros_case_no = judgment.pros_case_no"
                        + " AND p.charge_code = c.charge_code) ORDER BY ALL"))
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE words = '起诉抢劫，判决抢夺' ORDER BY ALL"))
                .hasSize(4);
    }

    @Test
    void shouldUseATermInThreeContractsOrTheFormOnlyWhereTheTruthSaysSo() throws SQLException {
        assertThat(county.texts("SELECT developer_uscc FROM contract_text JOIN housing_contract USING (contract_no)"
                        + " WHERE status = 'EFFECTIVE'"
                        + " AND regexp_matches(text, '最终解释权|不论差异大小|零点五|没收定金|仅供参考|总价款的30')"
                        + " GROUP BY developer_uscc HAVING count(*) >= 3 AND bool_and(is_template = 'false')"
                        + " OR bool_or(is_template = 'true') ORDER BY ALL"))
                .isEqualTo(county.texts("SELECT subject FROM truth WHERE finding = 'true' AND subject IN"
                        + " (SELECT developer_uscc FROM housing_contract) AND (words LIKE '%合同%' OR words LIKE '%面积%'"
                        + " OR words LIKE '%违约金%' OR words LIKE '贷款%') ORDER BY ALL"))
                .hasSize(24);
    }

    @Test
    void shouldReferOnlyToWhatExists() throws SQLException {
        assertNoStranger("cc_person", "judgment_no", "judgment", "judgment_no");
        assertNoStranger("inmate", "judgment_no", "judgment_exec", "judgment_no");
        assertNoStranger("judgment_charge", "judgment_no", "judgment", "judgment_no");
        assertNoStranger("pros_charge", "pros_case_no", "pros_case", "pros_case_no");
        assertNoStranger("sentence_rec", "pros_case_no", "pros_case", "pros_case_no");
        assertNoStranger("check_in", "hotel_id", "hotel", "hotel_id");
        assertNoStranger("hotel", "uscc", "market_entity", "uscc");
        assertNoStranger("guardian_contact", "stay_id", "check_in", "stay_id");
        assertNoStranger("ept_declaration", "uscc", "market_entity", "uscc");
        assertNoStranger("discharge_month", "uscc", "pollution_permit", "uscc");
        assertNoStranger("construction_project", "contractor_uscc", "market_entity", "uscc");
        assertNoStranger("housing_contract", "developer_uscc", "market_entity", "uscc");
        assertNoStranger("contract_text", "contract_no", "housing_contract", "contract_no");
        assertNoStranger("consumer_complaint", "uscc", "market_entity", "uscc");
        assertNoStranger("market_penalty", "uscc", "market_entity", "uscc");
        assertNoStranger("benefit_adjust", "id_no", "benefit_payment", "id_no");
        assertThat(county.count("SELECT 1 FROM check_in WHERE replace(birth_date, '-', '') <> substr(guest_id, 7, 8)"))
                .isZero();
        assertThat(
                        county.count(
                                "SELECT 1 FROM kinship WHERE relation = '父母'"
                                        + " AND CAST(substr(id_no, 7, 4) AS INTEGER) - CAST(substr(related_id_no, 7, 4) AS INTEGER) < 18"))
                .isZero();
    }

    private static void assertNoStranger(String register, String column, String other, String key) throws SQLException {
        assertThat(county.texts("SELECT " + column + " FROM " + register + " WHERE " + column + " NOT IN (SELECT " + key
                        + " FROM " + other + ")"))
                .as(register + "." + column)
                .isEmpty();
    }
}
