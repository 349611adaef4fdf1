package cn.mingjian.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Whatever way a file comes in: with the mark of a secret it is refused, and nothing of it is kept. */
class SecrecyTest {

    private static final String MARK = "server.secrecy-mark";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldBeAskedOfEveryWayInWhenFilesComeIn() {
        Set<String> ways = server.part(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry -> Arrays.stream(entry.getValue().getMethod().getGenericParameterTypes())
                        .map(Object::toString)
                        .anyMatch(type -> type.contains(MultipartFile.class.getName())
                                || type.contains(MultipartRequest.class.getName())
                                || type.contains("InputStream")
                                || type.contains("HttpServletRequest")))
                .filter(entry ->
                        !entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.DELETE))
                .filter(entry -> Arrays.stream(entry.getValue().getMethodParameters())
                        .noneMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)))
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("cn.mingjian."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(way -> !way.startsWith("/api/v1/session")) // signing in brings no file
                .collect(Collectors.toSet());

        // Whoever adds a way in adds its marked files below.
        assertThat(ways).containsExactly(Brought.DELIVERIES);
    }

    @Test
    void shouldRefuseANameThatCarriesTheMarkWhateverItIsSaidToHold() throws IOException {
        for (String kind : List.of("registers", "criminal-judgment", "housing-contract")) {
            assertThat(Brought.bring(prosecutor, kind, Map.of("机密★20年 名单.txt", "x"))
                            .problem())
                    .as(kind)
                    .isEqualTo(MARK);
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void shouldRefuseAMarkedSheetOrTitle() throws IOException {
        for (byte[] workbook : List.of(workbook("【秘密】", "标题"), workbook("名单", "绝密★长期"))) {
            assertThat(prosecutor
                            .upload(Brought.DELIVERIES, Map.of("kind", "registers"), Map.of("名单.xlsx", workbook))
                            .problem())
                    .isEqualTo(MARK);
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void shouldFailAndKeepNothingWhenADocumentCarriesTheMark() throws IOException, InterruptedException {
        Map<String, byte[]> marked = Map.of(
                "文书.txt", ("秘密★10年\n" + Brought.JUDGMENT).getBytes(UTF_8),
                "文书.docx", word("机密"),
                "文书.zip", zip("【绝密】通报.txt", Brought.JUDGMENT.getBytes(UTF_8)),
                "另一包.zip", zip("通报.txt", ("机密\n" + Brought.JUDGMENT).getBytes(UTF_8)));
        for (Map.Entry<String, byte[]> file : marked.entrySet()) {
            Answer answer = prosecutor.upload(
                    Brought.DELIVERIES, Map.of("kind", "criminal-judgment"), Map.of(file.getKey(), file.getValue()));
            JsonNode page = Brought.read(prosecutor, answer.json().at("/id").asString());
            assertThat(page.at("/state").asString()).as(file.getKey()).isEqualTo("FAILED");
            assertThat(page.at("/problems/0/code").asString()).isEqualTo(MARK);
            awaitNothingKept();
        }
    }

    /** The delivery says that it failed before its files are gone. */
    private void awaitNothingKept() throws IOException, InterruptedException {
        for (int i = 0; i < 50 && !kept().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(kept()).isEmpty();
    }

    private List<Path> kept() throws IOException {
        Path deliveries = server.data().resolve("offices/" + place.office() + "/deliveries");
        if (!Files.isDirectory(deliveries)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(deliveries)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] workbook(String sheet, String title) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var rows = workbook.createSheet(sheet);
            rows.createRow(0).createCell(0).setCellValue(title);
            rows.createRow(1).createCell(0).setCellValue("身份证号");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] word(String firstLine) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(firstLine);
            Brought.JUDGMENT
                    .lines()
                    .forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
