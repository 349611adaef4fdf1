package cn.mingjian.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.intake.trial.Trial;
import cn.mingjian.intake.trial.Trying;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trying a mapping before the import, and importing onto an earlier version. */
class TrialTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final Set<String> WANTED = Set.of("payment_no", "id_no", "pay_date", "amount", "status");
    private static final String MARCH = """
            发放编号,身份证号,发放日期,金额,状态,备注
            1,11010519491231002X,2024-03-05,100.5,正常,a
            2,110105194912310021,2024-03-06,一百,作废,b
            3,,2024-03-07,5,正常,c
            4,440524188001010014,2030-01-01,5,暂停,d
            """;

    @Test
    void shouldCountWhatAMappingWouldMakeOfTheRows(@TempDir Path folder) throws IOException {
        Trial trial = trial(folder, 100);

        assertThat(trial.rows()).isEqualTo(4);
        assertThat(trial.whole()).isTrue();
        assertThat(trial.rejected()).isEqualTo(1);
        assertThat(trial.firstDay()).contains(LocalDate.of(2024, 3, 5));
        assertThat(trial.lastDay()).contains(LocalDate.of(2024, 3, 7));
        Trial.ColumnTrial status = column(trial, "status");
        assertThat(status.unreadable()).isEqualTo(Map.of(Reason.CODE, 1L));
        assertThat(status.unknownTexts()).isEqualTo(Map.of("作废", 1L));
        assertThat(column(trial, "id_no").invalid()).isEqualTo(1);
        assertThat(column(trial, "amount").unreadable()).isEqualTo(Map.of(Reason.NUMBER, 1L));
    }

    @Test
    void shouldShowTheFirstRowsBeforeAndAfterCleaning(@TempDir Path folder) throws IOException {
        Trial trial = trial(folder, 100);

        Trial.SampleRow third = trial.sample().get(2);
        assertThat(third.number()).isEqualTo(4);
        assertThat(third.cells().get(1).reason()).isEqualTo(Reason.REQUIRED_MISSING);
        assertThat(third.cells().get(1).rejects()).isTrue();
        assertThat(trial.sample().get(0).cells())
                .extracting(Trial.SampleCell::value)
                .contains(LocalDate.of(2024, 3, 5), "NORMAL");
    }

    @Test
    void shouldStopAtTheRowsThatItMayTry(@TempDir Path folder) throws IOException {
        Trial trial = trial(folder, 2);

        assertThat(trial.rows()).isEqualTo(2);
        assertThat(trial.whole()).isFalse();
    }

    @Test
    void shouldAppendToAVersionWithoutCopyingItsParts(@TempDir Path folder) throws IOException {
        Path march = Fixtures.write(folder.resolve("march/payment.csv"), MARCH);
        Path april = Fixtures.write(folder.resolve("april/payment.csv"), MARCH.replace("2024-03", "2024-04"));
        DatasetVersion first = Fixtures.INTAKE
                .importTable(
                        Fixtures.table(march, Fixtures.PAYMENT),
                        Wanted.columns(WANTED),
                        folder.resolve("data/1"),
                        Progress.NONE)
                .version();

        ImportResult second = Fixtures.INTAKE.appendTable(
                Fixtures.table(april, Fixtures.PAYMENT),
                Wanted.columns(WANTED),
                first,
                folder.resolve("data/2"),
                Progress.NONE);

        DatasetVersion version = second.version();
        assertThat(version.manifest().rows()).isEqualTo(6);
        assertThat(version.manifest().rejected()).isEqualTo(1);
        assertThat(version.manifest().parts())
                .extracting(Part::sourceFile)
                .containsExactly("payment.csv", "payment.csv");
        assertThat(Fixtures.rows(version, "pay_date"))
                .hasSize(6)
                .startsWith(List.of("2024-03-05"))
                .contains(List.of("2024-04-05"));
        assertThat(Files.isSameFile(
                        first.path("part-1.parquet"),
                        version.path(version.manifest().parts().get(0).file())))
                .isTrue();
    }

    private static Trial trial(Path folder, long most) throws IOException {
        Path delivery = Fixtures.write(folder.resolve("payment.csv"), MARCH);
        return Trying.of(Fixtures.table(delivery, Fixtures.PAYMENT), WANTED, most, TODAY);
    }

    private static Trial.ColumnTrial column(Trial trial, String name) {
        return trial.columns().stream()
                .filter(column -> column.column().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
