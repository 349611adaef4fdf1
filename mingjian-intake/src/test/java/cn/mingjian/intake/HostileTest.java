package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.importAll;
import static cn.mingjian.intake.Fixtures.places;
import static cn.mingjian.intake.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileTest {

    @Test
    void shouldRejectOneRowWhenALineHasNoEnd(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("in")).resolve("payment.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("payment_no,id_no,name\nP1,a,x\n");
            String block = "某".repeat(1 << 16);
            for (int i = 0; i < 500; i++) {
                out.write(block);
            }
            out.write("\nP3,c,z\n");
        }

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "payment_no")).containsExactly(List.of("P1"), List.of("P3"));
        assertThat(places(result.version())).containsExactly(2L, 4L);
        assertThat(result.quality().sources().get(0).rejected()).containsEntry("too-long", 1L);
    }

    @Test
    void shouldSpoilOneLineWhenAQuoteIsNeverClosed(@TempDir Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("payment_no,id_no,name\nP1,a,\"x\nP2,b,y\n");
        for (int i = 3; i < 200_000; i++) {
            csv.append('P').append(i).append(",c,某某某某某某某某某某\n");
        }
        Fixtures.write(folder.resolve("in/payment.csv"), csv.toString());

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(result.version().manifest().rows()).isEqualTo(199_998);
        assertThat(result.quality().sources().get(0).rejected()).containsEntry("quote", 1L);
    }

    @Test
    void shouldStopWhenAWorkbookUnpacksToFarMoreThanItWeighs(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("in")).resolve("payment.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] block = "<row><c/></row>".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                zip.write(block);
            }
        }

        Delivery delivery = Delivery.open(folder.resolve("in"), List.of(PAYMENT));

        assertThat(delivery.problems()).extracting(Problem::code).containsExactly("intake.bomb");
    }

    @Test
    void shouldFindTheDelimiterWhenAnotherOneWouldCutTooOften(@TempDir Path folder) throws IOException {
        Fixtures.write(
                folder.resolve("in/payment.csv"), "payment_no;id_no;name\nP1;a;" + "x,".repeat(20_000) + "\nP2;b;y\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "payment_no")).containsExactly(List.of("P1"), List.of("P2"));
    }
}
