package cn.mingjian.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.functions.CreditCode;
import cn.mingjian.functions.IdNumber;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCountyTest {
    private static Path folder;
    private static County county;

    @BeforeAll
    static void writeOnce(@TempDir Path temporary) throws SQLException {
        folder = temporary;
        county = County.clean(folder.resolve("county"));
    }

    @AfterAll
    static void close() throws SQLException {
        county.close();
    }

    @Test
    void shouldHaveTheColumnsOfItsContractInEveryFile() throws IOException {
        for (String register : county.sample().rows().keySet()) {
            Contract contract = County.contract(register);
            String header = Files.readAllLines(county.sample().folder().resolve(register + ".csv"))
                    .get(0);
            assertThat(header)
                    .as(register)
                    .isEqualTo(String.join(",", contract.columns().keySet()));
        }
    }

    @Test
    void shouldHoldOnlyCodesOfTheContractsListsWhenClean() throws SQLException {
        List<String> strangers = new ArrayList<>();
        for (String register : county.sample().rows().keySet()) {
            for (Column column : County.contract(register).columns().values()) {
                if (column.type() == ColumnType.CODE || column.type() == ColumnType.CODES) {
                    county
                            .texts("SELECT DISTINCT unnest(string_split(\"" + column.name() + "\", ';')) FROM "
                                    + register)
                            .stream()
                            .filter(code -> !column.codes().containsKey(code))
                            .forEach(code -> strangers.add(register + "." + column.name() + "=" + code));
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void shouldHoldOnlyValidNumbersWhenClean() throws SQLException {
        for (String register : county.sample().rows().keySet()) {
            for (Column column : County.contract(register).columns().values()) {
                List<String> numbers = column.type() == ColumnType.ID_NO || column.type() == ColumnType.USCC
                        ? county.texts("SELECT DISTINCT \"" + column.name() + "\" FROM " + register + " WHERE \""
                                + column.name() + "\" IS NOT NULL")
                        : List.of();
                assertThat(numbers)
                        .as(register + "." + column.name())
                        .allMatch(column.type() == ColumnType.ID_NO ? IdNumber::isValid : CreditCode::isValid);
            }
        }
    }

    @Test
    void shouldHaveEveryKeyOnceAndCompleteWhenClean() throws SQLException {
        for (String register : county.sample().rows().keySet()) {
            Contract contract = County.contract(register);
            String key = contract.key().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
            String empty = contract.key().stream()
                    .map(name -> "\"" + name + "\" IS NULL")
                    .collect(Collectors.joining(" OR "));
            assertThat(county.texts("SELECT concat_ws('|', " + key + ") FROM " + register + " GROUP BY " + key
                            + " HAVING count(*) > 1"))
                    .as("twice in " + register)
                    .isEmpty();
            assertThat(county.count("SELECT 1 FROM " + register + " WHERE " + empty))
                    .as("no key in " + register)
                    .isZero();
        }
    }

    @Test
    void shouldLieBeforeTheCountysDayUnlessThePlanReachesFurther() throws SQLException {
        for (String register : county.sample().rows().keySet()) {
            Contract contract = County.contract(register);
            String dated = contract.datedBy().orElse(null);
            if (dated != null) {
                assertThat(county.texts(
                                "SELECT " + dated + " FROM " + register + " WHERE " + dated + " > '2024-09-30 24:00'"))
                        .as(register)
                        .isEmpty();
            }
        }
    }

    @Test
    void shouldWriteTheSameBytesWhenOrderedTwice() {
        Sample again = SampleCounty.write(County.order(1, 1, 0), folder.resolve("again"), Progress.NONE);

        assertThat(Digests.of(again.folder()))
                .isEqualTo(Digests.of(county.sample().folder()));
    }

    @Test
    void shouldWriteAnotherCountyWhenTheSeedDiffers() {
        Sample other = SampleCounty.write(County.order(1, 2, 0), folder.resolve("other"), Progress.NONE);

        assertThat(Digests.of(other.folder()).get("benefit_payment.csv"))
                .isNotEqualTo(Digests.of(county.sample().folder()).get("benefit_payment.csv"));
    }

    @Test
    void shouldGrowInProportionWhenTheScaleGrows() {
        Sample three = SampleCounty.write(County.order(3, 1, 0), folder.resolve("three"), Progress.NONE);

        assertThat((double) three.totalRows() / county.sample().totalRows()).isBetween(2.9, 3.1);
    }

    @Test
    void shouldStateCoverageOfEveryRegister() throws IOException {
        List<String> lines = Files.readAllLines(county.sample().folder().resolve("datasets.yaml"));

        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyElementsOf(county.sample().rows().keySet());
        assertThat(lines)
                .contains("cc_revocation: {from: \"2019-01-01\", known_until: \"2024-09-30\", regions: [\"340207\"],"
                        + " complete: yes, stated_by: 合成样例}");
    }

    @Test
    void shouldRefuseAFolderThatHoldsFiles() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> SampleCounty.write(County.order(1, 1, 0), full, Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("already holds files");
        assertThat(full).isDirectoryContaining(file -> file.endsWith("mine.txt"));
    }

    @Test
    void shouldNameTheContractThatTheLibraryLacks() {
        SampleOrder order = new SampleOrder(1, 1, 0, SampleOrder.DEFAULT_AS_OF, new Contracts(List.of(folder)));

        assertThatThrownBy(() -> SampleCounty.write(order, folder.resolve("poor"), Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("abnormal_list");
    }

    @Test
    void shouldTellOfEveryRegisterAsItIsWritten() {
        List<String> told = new ArrayList<>();

        Sample sample = SampleCounty.write(
                County.order(1, 1, 0),
                folder.resolve("told"),
                (contract, rows, done, total) -> told.add(contract + " " + rows + " " + (total - done)));

        assertThat(told).hasSize(sample.rows().size());
        assertThat(told.get(told.size() - 1))
                .isEqualTo("traffic_event " + sample.rows().get("traffic_event") + " 0");
    }

    @Test
    void shouldRefuseAScaleThatCannotBeMade() {
        assertThatThrownBy(() -> County.order(0, 1, 0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> County.order(SampleOrder.MAX_SCALE + 1, 1, 0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> County.order(1, -1, 0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> County.order(1, 1, 4)).isInstanceOf(ProblemException.class);
    }
}
