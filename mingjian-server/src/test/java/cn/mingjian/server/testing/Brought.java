package cn.mingjian.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people bring to a server, invented, and how they bring it. */
public final class Brought {

    public static final String DELIVERIES = "/api/v1/deliveries";

    /** A register of people in community correction. */
    public static final String CORRECTION = """
            id_no,judgment_no,cc_kind,decide_effective_date,notice_received_date,docs_received_date,report_date,cc_start,cc_end,left_date,left_kind,agency,region
            11010519491231002X,(2023)示0101刑初1号,缓刑,2023-06-01,2023-06-05,2023-06-08,2023-07-20,2023-06-01,2025-05-31,,,某区社区矫正管理局,340207
            """;

    /** A register of proposals to revoke probation or parole. */
    public static final String REVOCATION = """
            id_no,proposal_date,proposal_received_date,court,ruling_date,ruling,delivered_date,delivered_to
            440524188001010014,2024-02-01,2024-02-02,某区人民法院,2024-02-20,不予撤销,,
            """;

    /** A judgment with one defendant. */
    public static final String JUDGMENT = """
            示例省某市甲区人民法院
            刑事判决书
            （2023）示0101刑初12号
            公诉机关示例省某市甲区人民检察院。
            被告人王示，男，1990年3月7日出生于示例省某市，汉族，初中文化，无业，住示例省某市甲区。因涉嫌犯盗窃罪于2023年2月3日被刑事拘留，同年3月2日被逮捕。现羁押于某市看守所。
            示例省某市甲区人民检察院以示甲检刑诉〔2023〕9号起诉书指控被告人王示犯盗窃罪，于2023年4月10日向本院提起公诉。本院依法适用简易程序，公开开庭审理了本案。现已审理终结。
            公诉机关指控：2023年2月1日，被告人王示在某商场窃得手机一部，价值人民币3,600元。
            本院认为，被告人王示以非法占有为目的，秘密窃取他人财物，数额较大，其行为已构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条之规定，判决如下：
            一、被告人王示犯盗窃罪，判处有期徒刑九个月，并处罚金人民币五千元。
            （刑期从判决执行之日起计算。判决执行以前先行羁押的，羁押一日折抵刑期一日，即自2023年2月3日起至2023年11月2日止。）
            如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向示例省某市中级人民法院提出上诉。
            审判员钱示
            二〇二三年五月二十六日
            书记员孙例
            """;

    private static final int TRIES = 600;

    private Brought() {}

    /** Brings texts as files. */
    public static Person.Answer bring(Person person, String kind, Map<String, String> files) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
        return person.upload(DELIVERIES, Map.of("kind", kind), bytes);
    }

    /** Waits until a delivery is read, and gives its page. */
    public static JsonNode read(Person person, String id) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            JsonNode page = person.get(DELIVERIES + "/" + id).json();
            if (!page.path("state").asString().equals("READING")) {
                return page;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The delivery is not read.");
    }
}
