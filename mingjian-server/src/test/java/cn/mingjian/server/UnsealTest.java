package cn.mingjian.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealedOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsealTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final int SIZE = 600_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // filled by JUnit
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final byte[] content = new byte[SIZE];
    private Path sealed = Path.of("");
    private Path known = Path.of("");

    @BeforeEach
    void seal() throws IOException {
        new Random(1).nextBytes(content);
        sealed = folder.resolve("线索.xlsx.sealed");
        known = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        try (OutputStream to = SealedOutput.begin(Files.newOutputStream(sealed), new Passphrase(PASSPHRASE))) {
            to.write(content);
        }
    }

    private int unseal(Path file, String... more) {
        Stream<String> fixed = Stream.of("unseal", file.toString(), "--passphrase-file", known.toString());
        return Main.line(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(Stream.concat(fixed, Arrays.stream(more)).toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void shouldOpenByteForByteForItsOwnerAlone() throws IOException {
        assertThat(unseal(sealed)).as(err.toString()).isZero();

        Path opened = folder.resolve("线索.xlsx");
        assertThat(Files.readAllBytes(opened)).isEqualTo(content);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened)))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly("passphrase", "线索.xlsx", "线索.xlsx.sealed");
        assertThat(out.toString()).contains(opened.toString());
    }

    @Test
    void shouldWriteWhereItIsTold() throws IOException {
        Path renamed = Files.move(sealed, folder.resolve("a"));
        assertThat(unseal(renamed)).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("--out");

        assertThat(unseal(renamed, "--out", folder.resolve("b").toString())).isZero();

        assertThat(Files.readAllBytes(folder.resolve("b"))).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({"60, 口令", "300000, 改", "600000, 末尾"})
    void shouldSayWhatIsWrongAndWriteNothingWhenAByteWasChanged(int at, String said) throws IOException {
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[at] ^= 1;
        Files.write(sealed, bytes);

        assertNothingIsWritten(said);
    }

    @ParameterizedTest
    @CsvSource({"50", "120", "300000", "600000"})
    void shouldSayThatItWasCutOffAndWriteNothing(int length) throws IOException {
        Files.write(sealed, Arrays.copyOf(Files.readAllBytes(sealed), length));

        assertNothingIsWritten("末尾");
    }

    @Test
    void shouldRefuseAnotherPassphrase() throws IOException {
        Files.writeString(known, "correct horse battery stable");

        assertNothingIsWritten("口令");
    }

    private void assertNothingIsWritten(String said) throws IOException {
        assertThat(unseal(sealed)).isEqualTo(Main.BAD_INPUT);

        assertThat(err.toString())
                .contains(said)
                .contains("nothing was written")
                .doesNotContain("Exception");
        assertThat(files()).containsExactly("passphrase", "线索.xlsx.sealed");
    }

    @Test
    void shouldOverwriteNothingAndMissNothing() throws IOException {
        Path there = Files.writeString(folder.resolve("线索.xlsx"), "mine");

        assertThat(unseal(sealed)).isEqualTo(Main.BAD_INPUT);
        assertThat(there).hasContent("mine");
        assertThat(unseal(folder.resolve("none.sealed"))).isEqualTo(Main.BAD_INPUT);
        assertThat(unseal(sealed, "--out", folder.resolve("no/folder").toString()))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString())
                .contains("exists already", "no such file", "nothing is left")
                .doesNotContain("Exception:");
        assertThat(files()).containsExactly("passphrase", "线索.xlsx", "线索.xlsx.sealed");
    }
}
