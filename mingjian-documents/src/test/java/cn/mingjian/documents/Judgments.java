package cn.mingjian.documents;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.judgment.JudgmentExtractor;
import cn.mingjian.documents.text.LegalText;
import java.nio.file.Path;
import java.util.List;

/** Judgments that nobody wrote: the formats are those of courts, the persons and courts are invented. */
public final class Judgments {

    public static final Path LIBRARY = Path.of("../library");

    private static final Extractor EXTRACTOR =
            DocumentTypes.open(LIBRARY, JudgmentExtractor.TYPE).extractor();

    /** One defendant, one charge, paragraphs by line. */
    public static final String THEFT = """
            示例省某市甲区人民法院
            刑事判决书
            （2023）示0101刑初12号
            公诉机关示例省某市甲区人民检察院。
            被告人王示，男，1990年3月7日出生于示例省某市，汉族，初中文化，无业，住示例省某市甲区。因犯盗窃罪于2019年5月6日被某市甲区人民法院判处有期徒刑六个月，并处罚金人民币二千元，2019年9月1日刑满释放。因涉嫌犯盗窃罪于2023年2月3日被刑事拘留，同年3月2日被逮捕。现羁押于某市看守所。
            辩护人李例、赵某，示例律师事务所律师。
            示例省某市甲区人民检察院以示甲检刑诉〔2023〕9号起诉书指控被告人王示犯盗窃罪，于2023年4月10日向本院提起公诉。本院依法适用简易程序，实行独任审判，公开开庭审理了本案。现已审理终结。
            公诉机关指控：2023年2月1日，被告人王示在某商场窃得手机一部，价值人民币3,600元。被告人王示系累犯。建议判处被告人王示有期徒刑八个月至一年，并处罚金。
            被告人王示对指控的事实和罪名没有异议。
            经审理查明的事实与指控一致，涉案物品共计价值人民币3600元。
            本院认为，被告人王示以非法占有为目的，秘密窃取他人财物，数额较大，其行为已构成盗窃罪。公诉机关指控的罪名成立。被告人王示曾因故意犯罪被判处有期徒刑，刑罚执行完毕后五年内再犯应当判处有期徒刑以上刑罚之罪，系累犯，应当从重处罚；其归案后如实供述自己的罪行，可以从轻处罚。辩护人提出被告人王示具有自首情节的意见，与查明的事实不符，不予采纳；提出被告人王示已赔偿被害人损失并取得谅解的意见，予以采纳。依照《中华人民共和国刑法》第二百六十四条、第六十五条第一款、第六十七条第三款、第五十二条，《最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释》第一条第一款、第十四条之规定，判决如下：
            一、被告人王示犯盗窃罪，判处有期徒刑九个月，并处罚金人民币五千元。
            （刑期从判决执行之日起计算。判决执行以前先行羁押的，羁押一日折抵刑期一日，即自2023年2月3日起至2023年11月2日止。罚金于本判决生效后十日内缴纳。）
            二、责令被告人王示退赔被害人经济损失人民币三千六百元。
            如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向示例省某市中级人民法院提出上诉。
            审判员钱示
            二〇二三年五月二十六日
            书记员孙例
            附：相关法律条文
            《中华人民共和国刑法》第二百六十四条盗窃公私财物，数额较大的，处三年以下有期徒刑。
            """;

    /** Two defendants, several charges, one on probation, spaces in place of lines as published texts have them. */
    public static final String JOINT = """
            周示、吴例盗窃、掩饰、隐瞒犯罪所得一审刑事判决书 示例省某市乙县人民法院 刑事判决书 （2021）示0202刑初31号 公诉机关示例省某市乙县人民检察院。 \
            被告人周示，男，1985年11月20日出生，汉族，农民。因本案于2020年12月30日被抓获，次日被刑事拘留，2021年1月28日经示例省某市乙县人民检察院批准逮捕，同日由某市乙县公安局执行逮捕。 辩护人郑某甲，示例律师事务所律师。 \
            被告人吴例，女，1992年2月29日出生，汉族，个体经营者。因涉嫌犯掩饰、隐瞒犯罪所得罪，于2021年1月5日被某市乙县公安局取保候审。 \
            示例省某市乙县人民检察院以示乙检刑诉［2021］44号起诉书指控被告人周示犯盗窃罪、故意毁坏财物罪，被告人吴例犯掩饰、隐瞒犯罪所得罪，于2021年3月15日向本院提起公诉。本院适用简易程序，因不宜适用简易程序，转为普通程序，公开开庭审理了本案。现已审理终结。 \
            经审理查明，2020年10月至12月，被告人周示多次盗窃。 \
            本院认为，被告人周示的行为已构成盗窃罪、故意毁坏财物罪；被告人吴例明知是犯罪所得而予以收购，其行为已构成掩饰、隐瞒犯罪所得罪。被告人周示犯罪后自动投案，如实供述自己的罪行，系自首，依法可以从轻处罚。二被告人自愿认罪认罚，可以从宽处理。被告人吴例退缴全部赃款，有悔罪表现，可以宣告缓刑。依照《中华人民共和国刑法》第二百六十四条、第二百七十五条、第三百一十二条第一款、第六十七条第一款、第六十九条、第七十二条第一、三款、第七十三条第二款、第三款之规定，判决如下： \
            一、被告人周示犯盗窃罪，判处有期徒刑二年，并处罚金人民币1万元；犯故意毁坏财物罪，判处有期徒刑八个月；数罪并罚，决定执行有期徒刑二年三个月，并处罚金人民币1万元。 （刑期从判决执行之日起计算。判决执行以前先行羁押的，羁押一日折抵刑期一日，即自2020年12月31日起至2023年3月30日止。） \
            二、被告人吴例犯掩饰、隐瞒犯罪所得罪，判处有期徒刑一年，缓刑一年六个月，并处罚金人民币五千元（已缴纳）。 （缓刑考验期限，从判决确定之日起计算。） \
            三、被告人周示的违法所得人民币12,000元予以追缴。 \
            如不服本判决，可在接到判决书的第二日起十日内提出上诉。 审判长冯示 人民陪审员陈例 人民陪审员褚某某 二〇二一年四月二十日 代书记员卫示""";

    private Judgments() {}

    /** What the template of the library finds in a text. */
    public static Extraction extract(String text) {
        return EXTRACTOR.extract("1", LegalText.of(text));
    }

    /** The values of an element, as text. */
    public static List<String> values(Extraction extraction, String element, int defendant) {
        return extraction.of(element, defendant).stream()
                .map(Element::value)
                .map(value -> value.isContainerNode() ? value.toString() : value.asText())
                .toList();
    }

    /** The words of an element. */
    public static List<String> words(Extraction extraction, String element, int defendant) {
        return extraction.of(element, defendant).stream()
                .map(one -> one.span().map(extraction.text()::words).orElse(""))
                .toList();
    }
}
