package cn.mingjian.documents.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSourcesTest {

    private final Path folder;

    DocumentSourcesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<Delivered> all(Path path, String textField, String idField) throws IOException {
        List<Delivered> documents = new ArrayList<>();
        Optional<String> text = Optional.of(textField).filter(name -> !name.isEmpty());
        Optional<String> id = Optional.of(idField).filter(name -> !name.isEmpty());
        try (DocumentSource source = DocumentSources.open(path, text, id)) {
            for (Optional<Delivered> next = source.next(); next.isPresent(); next = source.next()) {
                documents.add(next.get());
            }
            assertThat(source.bytesRead()).isEqualTo(source.bytes());
        }
        return documents;
    }

    private static String code(Delivered document) {
        return document.problem().map(Problem::code).orElse("");
    }

    @Test
    void shouldReadLinesOfJson() throws IOException {
        Path file = Files.writeString(
                folder.resolve("in.jsonl"),
                "{\"fd\":\"甲\",\"no\":7}\n\n{\"no\":\"b\",\"fd\":\"乙\\n丙\"}\r\n{\"fd\":\"丁\"}");

        assertThat(all(file, "fd", "no"))
                .containsExactly(Delivered.read("7", "甲"), Delivered.read("b", "乙\n丙"), Delivered.read("4", "丁"));
    }

    @Test
    void shouldGoOnBehindALineThatCannotBeRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("in.jsonl"),
                "{\"fd\":\"甲\"\n[1]\n{\"fb\":\"x\"}\n{\"fd\":3}\n{\"fd\":\"乙\"}\n{\"fd\":\"丙\"} tail\n");
        List<Delivered> documents = all(file, "fd", "");

        assertThat(documents)
                .extracting(DocumentSourcesTest::code)
                .containsExactly(
                        "source.not-json",
                        "source.not-json",
                        "source.no-text-field",
                        "source.not-a-text",
                        "",
                        "source.not-json");
        assertThat(documents.get(2).problem().orElseThrow().place().line()).isEqualTo(3);
    }

    @Test
    void shouldRefuseALineBeyondTheBoundAndReadTheNext() throws IOException {
        Path file = folder.resolve("in.jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"fd\":\"");
            String block = "x".repeat(1 << 16);
            for (int written = 0; written <= Limits.TEXT_BYTES; written += block.length()) {
                out.write(block);
            }
            out.write("\"}\n{\"fd\":\"甲\"}\n");
        }

        assertThat(all(file, "fd", ""))
                .extracting(DocumentSourcesTest::code)
                .containsExactly("source.line-too-long", "");
    }

    @Test
    void shouldRefuseATextBeyondTheBound() throws IOException {
        Path file = Files.writeString(
                folder.resolve("in.jsonl"), "{\"fd\":\"" + "x".repeat(Limits.CHARACTERS + 1) + "\"}\n");

        assertThat(all(file, "fd", "")).extracting(DocumentSourcesTest::code).containsExactly("source.too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void shouldFindHowAPlainTextIsWritten(String charset) throws IOException {
        Path file = Files.write(folder.resolve("判决书.txt"), "本院认为，被告人的行为".getBytes(Charset.forName(charset)));

        assertThat(all(file, "", "")).containsExactly(Delivered.read("判决书.txt", "本院认为，被告人的行为"));
    }

    @Test
    void shouldSayWhenBytesAreNoText() throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), new byte[] {(byte) 0xE6, (byte) 0xFF, (byte) 0xFF, 0x20});
        Path zeros = Files.write(folder.resolve("b.txt"), new byte[100]);

        assertThat(all(file, "", "")).extracting(DocumentSourcesTest::code).containsExactly("source.unknown-encoding");
        assertThat(all(zeros, "", "")).extracting(DocumentSourcesTest::code).containsExactly("source.unknown-encoding");
    }

    @Test
    void shouldReadTheFilesOfAFolderByName() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/sub"));
        Files.writeString(in.resolve("c.txt"), "丙", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("in/b.txt"), "乙", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("in/.hidden"), "丁", StandardCharsets.UTF_8);

        assertThat(all(folder.resolve("in"), "", ""))
                .containsExactly(Delivered.read("b.txt", "乙"), Delivered.read("sub/c.txt", "丙"));
    }

    @Test
    void shouldAskForTheFieldOfLinesOfJson() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), "{}\n");

        assertThatThrownBy(() -> DocumentSources.open(file, Optional.empty(), Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--text-field");
        assertThatThrownBy(
                        () -> DocumentSources.open(folder.resolve("none.jsonl"), Optional.of("fd"), Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no file");
    }
}
