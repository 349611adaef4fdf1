package cn.mingjian.documents.source;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeReaderTest {

    private static final FileText TEXTS = new FileText();

    private final Path folder;

    OfficeReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterAll
    static void close() {
        TEXTS.close();
    }

    private static String code(Path file) throws IOException {
        return TEXTS.read(file, "x").problem().map(Problem::code).orElse("");
    }

    private Path word(List<String> paragraphs) throws IOException {
        Path file = folder.resolve("判决书.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            paragraphs.forEach(words -> document.createParagraph().createRun().setText(words));
            document.write(out);
        }
        return file;
    }

    private Path pdf(List<String> lines) throws IOException {
        Path file = folder.resolve("letter.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.setLeading(14);
                content.newLineAtOffset(40, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(file.toFile());
        }
        return file;
    }

    @Test
    void shouldReadAJudgmentInWord() throws IOException {
        Delivered word = TEXTS.read(word(Judgments.THEFT.lines().toList()), "x");

        assertThat(word.problem()).isEmpty();
        assertThat(Judgments.values(Judgments.extract(word.text().orElseThrow()), "months", 1))
                .containsExactly("9");
        assertThat(Judgments.values(Judgments.extract(word.text().orElseThrow()), "clerk", 0))
                .containsExactly("孙例");
    }

    @Test
    void shouldReadAPdf() throws IOException {
        Delivered pdf =
                TEXTS.read(pdf(List.of("Letter 7", "A line that is long enough to go on in", "the next one")), "x");

        assertThat(pdf.text().orElseThrow()).contains("Letter 7\n").contains("go on in the next one");
    }

    @Test
    void shouldReadAChineseJudgmentInPdfAsItsPlainText() throws IOException {
        Path file = Files.write(folder.resolve("判决书.pdf"), ChinesePdf.of(Judgments.THEFT, 25));

        Delivered pdf = TEXTS.read(file, "x");

        assertThat(pdf.problem()).isEmpty();
        Extraction found = Judgments.extract(pdf.text().orElseThrow());
        assertThat(Judgments.values(found, "case_number", 0)).containsExactly("(2023)示0101刑初12号");
        assertThat(Judgments.values(found, "name", 1)).containsExactly("王示");
        assertThat(Judgments.values(found, "charge_found", 1)).containsExactly("盗窃罪");
        assertThat(Judgments.values(found, "months", 1)).containsExactly("9");
        assertThat(Judgments.values(found, "fine_yuan", 1)).containsExactly("5000");
        assertThat(Judgments.values(found, "cited_article", 0))
                .hasSize(6)
                .first()
                .asString()
                .contains("264");
        assertThat(found.elements().stream().map(OfficeReaderTest::told))
                .containsExactlyElementsOf(Judgments.extract(Judgments.THEFT).elements().stream()
                        .map(OfficeReaderTest::told)
                        .toList());
    }

    /** What an element says, wherever its words stand. */
    private static String told(Element element) {
        return element.rule() + " " + element.defendant() + " " + element.state() + " " + element.value();
    }

    @Test
    void shouldReadTheWordsOfAChinesePdfWithoutTheBreaksOfItsPages() throws IOException {
        Path file = Files.write(folder.resolve("判决书.pdf"), ChinesePdf.of(Judgments.THEFT, 25));

        String text = TEXTS.read(file, "x").text().orElseThrow();

        assertThat(text.replace("\n", "")).isEqualTo(Judgments.THEFT.replace("\n", ""));
        assertThat(text.lines().filter(line -> !line.matches(".*[。；：！？）]")))
                .containsExactlyElementsOf(Judgments.THEFT
                        .lines()
                        .filter(line -> !line.matches(".*[。；：！？）]"))
                        .toList());
    }

    @Test
    void shouldLeaveLongParagraphsOfWordApart() throws IOException {
        String heading = "第十二条 出卖人关于基础设施和公共配套设施交付使用条件的承诺及其责任";

        assertThat(TEXTS.read(word(List.of(heading, "（一）供水、排水")), "x").text().orElseThrow())
                .contains(heading + "\n（一）");
    }

    @Test
    void shouldSayThatAPdfHoldsNoWords() throws IOException {
        assertThat(code(pdf(List.of()))).isEqualTo("source.no-words");
    }

    @Test
    void shouldSayThatAFileIsDamagedAndReadTheNext() throws IOException {
        byte[] whole = Files.readAllBytes(pdf(List.of("Letter 7")));
        Path half = Files.write(folder.resolve("half.pdf"), java.util.Arrays.copyOf(whole, 60));
        Path zip = folder.resolve("a.docx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("no document".getBytes(StandardCharsets.UTF_8));
        }
        Path old = Files.write(
                folder.resolve("a.doc"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4});

        assertThat(code(half)).isEqualTo("source.damaged");
        assertThat(code(zip)).isEqualTo("source.damaged");
        assertThat(code(old)).isEqualTo("source.damaged");
        assertThat(code(word(List.of("正文")))).isEmpty();
    }

    @Test
    void shouldRefuseAWordFileThatUnpacksToFarMore() throws IOException {
        Path bomb = folder.resolve("bomb.docx");
        Path honest = word(List.of("正文"));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb));
                java.util.zip.ZipFile in = new java.util.zip.ZipFile(honest.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    int at = text.indexOf("正文");
                    out.write(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
                    byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 60; i++) {
                        out.write(block);
                    }
                    out.write(text.substring(at).getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(bytes);
                }
            }
        }

        assertThat(Files.size(bomb)).isLessThan(2_000_000);
        assertThat(code(bomb)).isIn("source.damaged", "source.bomb", "source.too-long");
        assertThat(code(honest)).isEmpty();
    }
}
