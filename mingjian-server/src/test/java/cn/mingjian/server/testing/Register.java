package cn.mingjian.server.testing;

import cn.mingjian.functions.IdNumber;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A register of benefit payments, invented, and how a data steward brings it. */
public final class Register {

    /** The contract. */
    public static final String CONTRACT = "benefit_payment";

    /** The model that needs it. */
    public static final String MODEL = "benefits-after-death-or-sentence";

    private static final String HEAD = "身份证号,待遇名称,发放月份,实发金额,发放日期,发放状态,备注\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private Register() {}

    /** Rows of a month, some of which cannot be taken because the number is missing. */
    public static String month(String month, int rows, int bad) {
        StringBuilder csv = new StringBuilder(HEAD);
        for (int i = 0; i < rows; i++) {
            csv.append(i < bad ? "" : idNumber(i))
                    .append(",城乡居民养老保险,")
                    .append(month)
                    .append(',')
                    .append(100 + i)
                    .append(".50,")
                    .append(month)
                    .append("-15,正常,某某\n");
        }
        return csv.toString();
    }

    /** As old systems write it. */
    public static byte[] gb18030(String text) {
        return text.getBytes(GB18030);
    }

    private static String idNumber(int i) {
        String front = "34020719600101" + String.format("%03d", i % 1000);
        return front + IdNumber.check(front + "0");
    }

    /** Brings a file; the number of its delivery. */
    public static String bring(Person steward, String name, byte[] content) {
        return steward.upload(Brought.DELIVERIES, Map.of("kind", "registers"), Map.of(name, content))
                .json()
                .at("/id")
                .asString();
    }

    /** The mapping that is proposed for the one table of a delivery. */
    public static JsonNode mapping(Person steward, String delivery, String dataset) {
        return mapping(steward, delivery, dataset, CONTRACT, MODEL);
    }

    private static JsonNode mapping(Person steward, String delivery, String dataset, String contract, String model) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("signature", signature(steward, delivery));
        wish.put("contract", contract);
        wish.put("purposes", List.of(model));
        if (!dataset.isEmpty()) {
            wish.put("dataset", dataset);
        }
        return steward.post("/api/v1/intake/" + delivery + "/mapping", wish).json();
    }

    /** What tells the one table of a delivery from others. */
    public static String signature(Person steward, String delivery) {
        return steward.get("/api/v1/intake/" + delivery)
                .json()
                .at("/tables/0/signature")
                .asString();
    }

    /** Orders that the table be taken in as it is proposed. */
    public static Person.Answer take(Person steward, String delivery, String dataset, String load) {
        return steward.post("/api/v1/intake/" + delivery + "/import", wish(steward, delivery, dataset, load));
    }

    /** That order, for a test to change. */
    public static Map<String, Object> wish(Person steward, String delivery, String dataset, String load) {
        Map<String, Object> wish = wish(mapping(steward, delivery, dataset), load);
        wish.put("coverage", coverage("2024-03-31"));
        if (dataset.isEmpty()) {
            wish.put("about", about());
        } else {
            wish.put("dataset", dataset);
        }
        return wish;
    }

    /** The order for a table of another contract, for a test to complete. */
    public static Map<String, Object> wishFor(Person steward, String delivery, String contract, String model) {
        return wish(mapping(steward, delivery, "", contract, model), "FULL");
    }

    private static Map<String, Object> wish(JsonNode mapping, String load) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("signature", mapping.at("/signature").asString());
        wish.put("contract", mapping.at("/contract").asString());
        wish.put("recipe", mapping.at("/recipe"));
        wish.put("load", load);
        return wish;
    }

    /** A complete register until a day. */
    public static Map<String, Object> coverage(String until) {
        return Map.of(
                "from",
                "2024-01-01",
                "knownUntil",
                until,
                "regions",
                List.of("340207"),
                "complete",
                "YES",
                "statedBy",
                "某区人社局");
    }

    /** What is said of it. */
    public static Map<String, Object> about() {
        return Map.of(
                "title",
                "某区居民养老待遇发放",
                "origin",
                "某区人社局",
                "regions",
                List.of("340207"),
                "authority",
                Map.of(
                        "title",
                        "关于数据共享的协议",
                        "number",
                        "示检协〔2024〕1号",
                        "purposes",
                        List.of(MODEL),
                        "until",
                        "2099-12-31"),
                "sharedWith",
                "OFFICE",
                "destroyBy",
                "2099-06-30");
    }

    /** The same, for the department alone. */
    public static Map<String, Object> unshared() {
        Map<String, Object> about = new HashMap<>(about());
        about.put("sharedWith", "DEPARTMENT");
        return about;
    }

    /** A dataset of the steward's department that is shared with nobody else, with one version. */
    public static String dataset(Person steward) throws InterruptedException {
        String delivery = bring(steward, "a.csv", gb18030(month("2024-03", 20, 1)));
        Map<String, Object> wish = wish(steward, delivery, "", "FULL");
        wish.put("about", unshared());
        JsonNode version =
                steward.post("/api/v1/intake/" + delivery + "/import", wish).json();
        return ended(steward, version).at("/dataset/id").asString();
    }

    /** A version once its taking in has ended. */
    public static JsonNode ended(Person steward, JsonNode ordered) throws InterruptedException {
        String path = "/api/v1/datasets/" + ordered.at("/dataset/id").asString() + "/versions/"
                + ordered.at("/version/number").asInt();
        for (int i = 0; i < 600; i++) {
            JsonNode page = steward.get(path).json();
            if (!page.at("/version/state").asString().equals("READING")) {
                return page;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The version is not taken in.");
    }
}
