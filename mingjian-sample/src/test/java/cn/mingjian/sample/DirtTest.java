package cn.mingjian.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.functions.IdNumber;
import cn.mingjian.model.contract.Column;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirtTest {
    private static Path folder;
    private static Sample clean;
    private static Sample light;
    private static Sample heavy;

    @BeforeAll
    static void writeOnce(@TempDir Path temporary) {
        folder = temporary;
        clean = write("clean", 0);
        light = write("light", 1);
        heavy = write("heavy", 3);
    }

    private static Sample write(String name, int dirt) {
        return SampleCounty.write(County.order(1, 1, dirt), folder.resolve(name), Progress.NONE);
    }

    @Test
    void shouldWriteTheSameDirtWhenOrderedTwice() {
        assertThat(Digests.of(write("again", 3).folder())).isEqualTo(Digests.of(heavy.folder()));
    }

    @Test
    void shouldLeaveTheTruthAsItIs() throws IOException {
        assertThat(Files.readString(heavy.folder().resolve("truth.csv")))
                .isEqualTo(Files.readString(clean.folder().resolve("truth.csv")));
    }

    @Test
    void shouldWriteOnlyFormsThatCleaningUndoesWhenLight() throws IOException {
        List<String> cleanNumbers = numbers(clean);
        List<String> lightNumbers = numbers(light);

        assertThat(lightNumbers).isNotEqualTo(cleanNumbers);
        assertThat(lightNumbers.stream().map(IdNumber::normal).toList()).isEqualTo(cleanNumbers);
        assertThat(light.rows()).isEqualTo(clean.rows());
    }

    @Test
    void shouldRuinAboutThreeRowsOfAHundredWhenHeavy() throws IOException {
        List<String> numbers = numbers(heavy);
        long lost = numbers.stream()
                .filter(number -> IdNumber.normal(number) == null)
                .count();

        // One of the three columns of the register that can be ruined.
        assertThat(lost / (double) numbers.size()).isBetween(0.005, 0.015);
    }

    @Test
    void shouldDeliverSomeRowsTwiceWhenHeavy() {
        assertThat((double) heavy.totalRows() / clean.totalRows()).isBetween(1.003, 1.007);
    }

    @Test
    void shouldHeadSomeRegistersInChineseAndTheOthersByColumnName() throws IOException {
        List<String> chinese = heavy.rows().keySet().stream()
                .filter(register -> header(heavy, register)
                        .equals(County.contract(register).columns().values().stream()
                                .map(column -> column.title().zh())
                                .collect(Collectors.joining(","))))
                .toList();
        List<String> named = heavy.rows().keySet().stream()
                .filter(register -> header(heavy, register)
                        .equals(County.contract(register).columns().values().stream()
                                .map(Column::name)
                                .collect(Collectors.joining(","))))
                .toList();

        assertThat(chinese).hasSizeGreaterThan(10);
        assertThat(chinese.size() + named.size()).isEqualTo(heavy.rows().size());
    }

    @Test
    void shouldWriteOneRegisterInTheEncodingOfOldSystems() throws IOException {
        byte[] bytes = Files.readAllBytes(heavy.folder().resolve("admin_penalty.csv"));

        assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
                .isInstanceOf(CharacterCodingException.class);
        assertThat(new String(bytes, Charset.forName("GB18030")))
                .contains("示例公安分局")
                .doesNotContain("\uFFFD");
    }

    @Test
    void shouldBreakLinesInsideQuotes() throws IOException {
        assertThat(Files.readString(heavy.folder().resolve("market_entity.csv")))
                .containsPattern("\"鸠江区示\n[^\"]+\"");
    }

    private static String header(Sample sample, String register) {
        try (java.io.BufferedReader in = Files.newBufferedReader(
                sample.folder().resolve(register + ".csv"),
                register.equals("admin_penalty") ? Charset.forName("GB18030") : StandardCharsets.UTF_8)) {
            return in.readLine();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first column of the register of kin, in the order of the clean numbers. */
    private static List<String> numbers(Sample sample) throws IOException {
        return Files.readAllLines(sample.folder().resolve("kinship.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')).replace("\"", ""))
                .toList();
    }
}
