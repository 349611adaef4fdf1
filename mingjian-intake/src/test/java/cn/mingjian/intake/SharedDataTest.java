package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.contract;
import static cn.mingjian.intake.Fixtures.importAll;
import static cn.mingjian.intake.Fixtures.rows;
import static cn.mingjian.intake.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.mingjian.intake.map.Layout;
import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.read.RowReader;
import cn.mingjian.intake.read.TableSource;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports files that nobody of the project wrote, where they are at hand. */
class SharedDataTest {

    private static final Path SHARED = Path.of(System.getProperty("mingjian.shared", "../../shared"));

    private static final Contract COMPANY = contract("""
            id: company
            version: 1.0.0
            title: {zh: 企业, en: companies}
            owner: market-regulation
            key: [uscc]
            columns:
              uscc: {type: uscc, zh: 统一社会信用代码, synonyms: [code]}
              name: {type: text, zh: 企业名称}
              established: {type: date, zh: 注册日期, synonyms: [registrationDay]}
              kind: {type: text, zh: 企业类型, synonyms: [character]}
              representative: {type: text, zh: 法人代表, synonyms: [legalRepresentative]}
              capital: {type: money, zh: 注册资金}
              scope: {type: text, zh: 经营范围, synonyms: [businessScope]}
              province: {type: text, zh: 所在省份}
              city: {type: text, zh: 地区}
              address: {type: text, zh: 注册地址}
            """);

    private static final String[] COLUMNS = COMPANY.columns().keySet().toArray(String[]::new);

    @BeforeEach
    void shared() {
        assumeTrue(Files.isDirectory(SHARED.resolve("data")), "shared data are not at hand");
    }

    private static DatasetVersion register(Path folder, String format) throws IOException {
        Path in = folder.resolve("in-" + format);
        Path company = Files.createDirectories(in.resolve("company"));
        try (Stream<Path> files = Files.list(SHARED.resolve("data/enterprises-anhui/" + format))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, company.resolve(file.getFileName().toString()));
            }
        }
        ImportResult result = importAll(in, COMPANY, folder.resolve("out/" + format));
        assertThat(result.version().manifest().rows()).isEqualTo(14_452);
        assertThat(result.version().manifest().rejected()).isZero();
        // Four fail as delivered; one of them is right but for a small x, which cleaning mends.
        assertThat(result.quality().columns())
                .filteredOn(column -> column.column().equals("uscc"))
                .extracting(QualityReport.ColumnQuality::invalid, QualityReport.ColumnQuality::changed)
                .containsExactly(tuple(3L, 1L));
        return result.version();
    }

    @Test
    void shouldAgreeCellForCellWhenOneRegisterComesInThreeFormats(@TempDir Path folder) throws IOException {
        List<List<String>> csv = rows(register(folder, "csv"), COLUMNS);

        assertThat(rows(register(folder, "xls"), COLUMNS)).isEqualTo(csv);
        assertThat(rows(register(folder, "json"), COLUMNS)).isEqualTo(csv);
    }

    @Test
    void shouldAgreeWhenAYearIsTranscoded(@TempDir Path folder) throws IOException {
        Path year = SHARED.resolve("data/enterprises-anhui/csv/anhui_1997.csv");
        String text = Files.readString(year, StandardCharsets.UTF_8);
        List<List<List<String>>> read = new ArrayList<>();
        for (String encoding : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
            Path file = write(folder.resolve(encoding + "/company.csv"), text, Charset.forName(encoding));
            read.add(rows(
                    importAll(file, COMPANY, folder.resolve("out/" + encoding)).version(), COLUMNS));
        }

        assertThat(read.get(0)).hasSizeGreaterThan(1000);
        assertThat(read).allMatch(read.get(0)::equals);
    }

    @Test
    void shouldFindEveryTableOfTheRuleLists() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(SHARED.resolve("data/medical-insurance-rules"))) {
            for (Path file : files.sorted().toList()) {
                for (TableSource source : DeliveredFile.open(file)) {
                    Layout.guess(Peek.first(source)).ifPresent(layout -> found.add(summary(file, source, layout)));
                }
            }
        }

        assertThat(found)
                .containsExactly(
                        "1.1 row 7, 10 headings, 0 rows",
                        "2.1 row 12, 26 headings, 0 rows",
                        "2.2 row 14, 35 headings, 0 rows",
                        "2.3 row 11, 26 headings, 0 rows",
                        "2.4 row 12, 21 headings, 0 rows",
                        "2.5 row 9, 19 headings, 0 rows",
                        "3.1 row 12, 28 headings, 0 rows",
                        "3.2 row 14, 35 headings, 0 rows",
                        "3.3 row 11, 27 headings, 0 rows",
                        "3.4 row 12, 22 headings, 0 rows",
                        "3.5 row 9, 21 headings, 0 rows",
                        "fee row 1, 82 headings, 0 rows",
                        "set row 1, 100 headings, 0 rows",
                        "【第一 row 1, 4 headings, 282 rows",
                        "【第一 row 1, 4 headings, 4398 rows",
                        "【第一 row 1, 4 headings, 481 rows",
                        "【第一 row 1, 4 headings, 6472 rows",
                        "【第一 row 1, 4 headings, 30 rows",
                        "【第一 row 1, 5 headings, 390 rows",
                        "【第七 row 1, 7 headings, 900 rows",
                        "【第三 row 1, 4 headings, 12 rows",
                        "【第三 row 1, 4 headings, 112 rows",
                        "【第二 row 1, 5 headings, 378 rows",
                        "【第四 row 1, 4 headings, 35 rows",
                        "【第四 row 1, 4 headings, 736 rows");
    }

    private static String summary(Path file, TableSource source, Layout layout) {
        long rows = 0;
        Row row = new Row();
        try (RowReader reader = source.open()) {
            while (reader.next(row)) {
                rows += row.number() > layout.headerRow() && !row.blank() ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "%s row %d, %d headings, %d rows"
                .formatted(
                        file.getFileName().toString().substring(0, 3),
                        layout.headerRow(),
                        layout.headings().size(),
                        rows);
    }
}
