package cn.mingjian.documents.source;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.Judgments;
import cn.mingjian.documents.clause.HousingContractExtractor;
import cn.mingjian.documents.text.LegalText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordNumbersTest {

    private static final FileText TEXTS = new FileText();

    private final Path folder;

    WordNumbersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterAll
    static void close() {
        TEXTS.close();
    }

    private String text(NumberedWord word) throws IOException {
        return TEXTS.read(word.write(folder.resolve("合同.docx")), "x").text().orElseThrow();
    }

    private List<String> lines(NumberedWord word) throws IOException {
        return text(word)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void shouldWriteTheNumbersOfTheLevelsOfAList() throws IOException {
        NumberedWord word = new NumberedWord()
                .definition(1, "chineseCountingThousand", "第%1条", "legal", "%1.%2", "chineseCounting", "（%3）");

        assertThat(lines(word.item(1, 0, "用途")
                        .item(1, 1, "住宅。")
                        .plain("说明")
                        .item(1, 0, "价款")
                        .item(1, 2, "单价。")
                        .item(1, 2, "总价。")
                        .item(1, 0, "交付")))
                .containsExactly("第一条 用途", "1.1 住宅。", "说明", "第二条 价款", "（一） 单价。", "（二） 总价。", "第三条 交付");
    }

    @Test
    void shouldWriteTheNumberThatAStyleGives() throws IOException {
        NumberedWord word = new NumberedWord()
                .definition(1, "chineseCounting", "第%1章", "japaneseCounting", "第%2条")
                .style("Level10", "", 1)
                .style("Level11", "", 1)
                .style("Mine", "Level10", 0);

        assertThat(lines(word.styled("Level10", "总则")
                        .styled("Level11", "目的")
                        .styled("Level11", "依据")
                        .styled("Mine", "附则")
                        .styled("Level11", "生效")))
                .containsExactly("第一章 总则", "第一条 目的", "第二条 依据", "第二章 附则", "第一条 生效");
    }

    @Test
    void shouldBeginAnewWhereAListSaysSo() throws IOException {
        NumberedWord word =
                new NumberedWord().definition(1, "chineseCounting", "%1、").anew(2, 1);

        assertThat(lines(word.item(1, 0, "甲。").item(1, 0, "乙。").item(2, 0, "丙。").item(2, 0, "丁。")))
                .containsExactly("一、 甲。", "二、 乙。", "一、 丙。", "二、 丁。");
    }

    @Test
    void shouldLeaveOutBulletsAndNumeralsThatItDoesNotKnow() throws IOException {
        NumberedWord word = new NumberedWord().definition(1, "bullet", "•").definition(2, "hebrew1", "%1.");

        assertThat(lines(word.item(1, 0, "点").item(2, 0, "他文").item(0, 0, "无号")))
                .containsExactly("点", "他文", "无号");
    }

    @ParameterizedTest
    @CsvSource({
        "chineseCounting, 1, 一",
        "chineseCounting, 10, 十",
        "chineseCounting, 11, 十一",
        "chineseCounting, 20, 二十",
        "chineseCounting, 99, 九十九",
        "chineseCountingThousand, 100, 一百",
        "chineseCountingThousand, 101, 一百零一",
        "chineseCountingThousand, 110, 一百一十",
        "chineseCountingThousand, 999, 九百九十九",
        "ideographDigital, 20, 二〇",
        "decimalEnclosedCircle, 20, ⑳",
        "decimalZero, 7, 07",
        "decimalEnclosedParen, 3, （3）",
        "decimalEnclosedFullstop, 3, 3.",
        "decimalFullWidth, 12, 12",
        "upperRoman, 4, IV",
        "lowerLetter, 2, b"
    })
    void shouldWriteACountInItsFormat(String format, int count, String words) {
        assertThat(WordNumerals.of(format, count)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"chineseCounting, 0", "chineseCounting, 1000", "decimalEnclosedCircle, 21", "hebrew1, 1"})
    void shouldWriteNoCountThatAFormatDoesNotHave(String format, int count) {
        assertThat(WordNumerals.of(format, count)).isEmpty();
    }

    @Test
    void shouldFindTheClausesOfAContractAsIfItsNumbersWereTyped() throws IOException {
        NumberedWord word = new NumberedWord()
                .definition(1, "chineseCountingThousand", "第%1条", "chineseCounting", "（%2）", "decimal", "%3.")
                .definition(2, "chineseCounting", "%1、", "decimal", "%2、")
                .style("Level10", "", 1)
                .plain("商品房买卖合同（预售）")
                .styled("Level10", "价款")
                .item(1, 1, "总价款为人民币1280000元。")
                .item(1, 1, "付款方式")
                .item(1, 2, "一次性付款。")
                .item(1, 2, "贷款。")
                .styled("Level10", "交付")
                .plain("补充协议")
                .item(2, 0, "面积")
                .item(2, 1, "据实结算。")
                .item(2, 1, "不得退房。")
                .item(2, 0, "本协议的最终解释权归出卖人。");
        String typed = """
                商品房买卖合同（预售）
                第一条 价款
                （一）总价款为人民币1280000元。
                （二）付款方式
                1.一次性付款。
                2.贷款。
                第二条 交付
                补充协议
                一、面积
                1、据实结算。
                2、不得退房。
                二、本协议的最终解释权归出卖人。
                """;

        assertThat(clauses(text(word))).hasSize(10).containsExactlyElementsOf(clauses(typed));
    }

    private static List<String> clauses(String contract) {
        LegalText text = LegalText.of(contract);
        return DocumentTypes.open(Judgments.LIBRARY, HousingContractExtractor.TYPE)
                .extractor()
                .extract("x", text)
                .of(HousingContractExtractor.CLAUSE, 0)
                .stream()
                .map(clause -> clause.value() + " " + text.words(clause.span().orElseThrow()))
                .toList();
    }
}
