import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.element.State;
import cn.mingjian.documents.facts.FactsExtractor;
import cn.mingjian.documents.score.ElementScore;
import cn.mingjian.documents.score.Interval;
import cn.mingjian.documents.score.Score;
import cn.mingjian.documents.template.Search;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.wording.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds {@code extract criminal-facts} against three public sets, each turned into our gold format (bench/documents/gold)
 * in a temporary file. See README.md for what the sets count otherwise than we do.
 *
 * <pre>FactsBench LIBRARY theft|drugs|amounts|speed FILE seen|unseen|all</pre>
 *
 * {@code seen} are the texts that the rules were written on: the SHA-256 of the id ends in an even digit.
 */
public final class FactsBench {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> THEFT = Map.of(
            "NHCS", "suspect", "NHVI", "victim", "NCSM", "money_stolen", "NCGV", "goods_value", "NCSP", "proceeds",
            "NASI", "goods", "NATS", "tool", "NT", "time", "NS", "place", "NO", "organisation");
    private static final Map<String, String> DRUGS =
            Map.of("Nh", "person", "Ns", "place", "NT", "time", "NDR", "drug", "NW", "weight");
    private static final Map<String, List<String>> RELATIONS = Map.of(
            "sell_drugs_to", List.of("sells_to", "seller", "buyer"),
            "traffic_in", List.of("deals_in", "person", "drug"),
            "posess", List.of("possesses", "person", "drug"),
            "provide_shelter_for", List.of("shelters", "host", "guest"));
    private static final Map<String, String> AS_PERSON_AND_TIME =
            Map.of("suspect", "person", "victim", "person", "procedure_time", "time");
    private static final Pattern ABOUT = Pattern.compile("^(?:许|左右|期间|之间|间|以来|起|前后)+");

    private record Item(String id, String text, ObjectNode gold) {}

    private final Template template;
    private final Extractor extractor;

    private FactsBench(Path library) {
        extractor = DocumentTypes.open(library, FactsExtractor.TYPE).extractor();
        template = extractor.template();
    }

    public static void main(String[] arguments) throws Exception {
        FactsBench bench = new FactsBench(Path.of(arguments[0]));
        Path file = Path.of(arguments[2]);
        String part = arguments.length > 3 ? arguments[3] : "all";
        switch (arguments[1]) {
            case "theft" -> bench.score(theft(file), part, Map.of());
            case "drugs" -> bench.score(bench.drugs(file), part, AS_PERSON_AND_TIME);
            case "amounts" -> bench.amounts(file, part);
            case "speed" -> bench.speed(theft(file));
            default -> throw new IllegalArgumentException("theft, drugs, amounts or speed");
        }
    }

    private void score(List<Item> items, String part, Map<String, String> renamed) throws Exception {
        Path gold = Files.createTempFile("gold", ".jsonl");
        try {
            List<Item> chosen =
                    items.stream().filter(item -> isChosen(item.id(), part)).toList();
            Files.write(gold, chosen.stream().map(item -> item.gold().toString()).toList());
            Score score = Score.against(gold);
            for (Item item : chosen) {
                Extraction found = extractor.extract(item.id(), LegalText.of(item.text()));
                score.add(found.with(found.elements().stream()
                        .map(element -> renamed(element, renamed))
                        .toList()));
            }
            System.out.printf("%s: %d texts%n", part, chosen.size());
            print("overlap (relations: value)", score.byValue());
            print("exact span", score.bySpan().stream().filter(one -> !isRelation(one)).toList());
            if (System.getProperty("differences") != null) {
                differences(score, chosen, System.getProperty("differences"));
            }
        } finally {
            Files.delete(gold);
        }
    }

    /** A relation has no span of its own. */
    private static boolean isRelation(ElementScore one) {
        return RELATIONS.values().stream().anyMatch(names -> names.get(0).equals(one.element()));
    }

    private static void print(String title, List<ElementScore> scores) {
        System.out.println(title);
        int gold = 0;
        int found = 0;
        int right = 0;
        for (ElementScore one : scores) {
            Interval interval = one.f1Interval();
            System.out.printf(
                    Locale.ROOT,
                    "  %-14s gold %5d  P %.3f  R %.3f  F1 %.3f (%.3f-%.3f)%n",
                    one.element(), one.gold(), one.precision(), one.recall(), one.f1(), interval.low(), interval.high());
            gold += one.gold();
            found += one.found();
            right += one.right();
        }
        System.out.printf(Locale.ROOT, "  %-14s gold %5d  F1 %.3f%n", "all", gold, 2.0 * right / (gold + found));
    }

    private static void differences(Score score, List<Item> items, String element) {
        score.differences().stream()
                .filter(one -> one.element().equals(element))
                .forEach(one -> items.stream()
                        .filter(item -> item.id().equals(one.document()))
                        .forEach(item -> System.out.printf(
                                "%s %s%n    %s%n",
                                one.missed() ? "missed" : "extra",
                                item.text().substring(one.start(), one.end()),
                                item.text())));
    }

    /** An element of the set's name; one found without a figure (现金) counts too, as the sets mark words. */
    private static Element renamed(Element element, Map<String, String> names) {
        return new Element(
                names.getOrDefault(element.rule(), element.rule()),
                element.defendant(),
                element.value().isNull() ? TextNode.valueOf("") : element.value(),
                element.span(),
                element.confidence(),
                State.FOUND,
                Optional.empty(),
                element.correction());
    }

    private static boolean isChosen(String id, String part) {
        return part.equals("all") || part.equals(isSeen(id) ? "seen" : "unseen");
    }

    private static boolean isSeen(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return (digest[digest.length - 1] & 1) == 0;
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Item> theft(Path file) throws Exception {
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = MAPPER.readTree(line);
            String text = node.get("context").asText();
            ObjectNode gold = gold(node.get("id").asText());
            Set<List<Integer>> victims = new LinkedHashSet<>();
            for (JsonNode entity : node.get("entities")) {
                if (entity.get("label").asText().equals("NHVI")) {
                    entity.get("span").forEach(span -> victims.add(span(span)));
                }
            }
            for (JsonNode entity : node.get("entities")) {
                String label = entity.get("label").asText();
                entity.get("span").forEach(span -> {
                    int start = span(span).get(0);
                    int end = span(span).get(1);
                    if (label.startsWith("NH") && end - start > 2 && "“\"".indexOf(text.charAt(start)) >= 0) {
                        start++;
                        end--;
                    }
                    if (label.equals("NCSM")) {
                        start = behindOwner(text, start, end, victims);
                    }
                    add(gold, THEFT.get(label), start, end);
                });
            }
            items.add(new Item(node.get("id").asText(), text, gold));
        }
        return items;
    }

    private static int behindOwner(String text, int start, int end, Set<List<Integer>> victims) {
        for (List<Integer> victim : victims) {
            if (victim.get(0) == start && victim.get(1) < end) {
                int behind = victim.get(1);
                return text.charAt(behind) == '的' ? behind + 1 : behind;
            }
        }
        return start;
    }

    private static List<Integer> span(JsonNode written) {
        String[] ends = written.asText().split(";");
        return List.of(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    private List<Item> drugs(Path file) throws Exception {
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = MAPPER.readTree(line);
            String id = node.get("articleId").asText() + "-" + node.get("sentId").asText();
            String text = node.get("sentText").asText();
            ObjectNode gold = gold(id);
            for (JsonNode entity : node.get("entityMentions")) {
                String label = entity.get("label").asText();
                int start = entity.get("start").asInt();
                int end = entity.get("end").asInt();
                if (label.equals("NT")) {
                    java.util.regex.Matcher about = ABOUT.matcher(text.substring(end));
                    end += about.find() ? about.end() : 0;
                    boolean same = text.startsWith("同年", start - 2) || text.startsWith("同月", start - 2);
                    start -= same ? 2 : 0;
                }
                add(gold, DRUGS.get(label), start, end);
            }
            Set<ObjectNode> relations = new LinkedHashSet<>();
            for (JsonNode relation : node.get("relationMentions")) {
                List<String> names = RELATIONS.get(relation.get("label").asText());
                if (names != null) {
                    ObjectNode value = MAPPER.createObjectNode();
                    value.put(names.get(1), relation.get("em1Text").asText());
                    String second = relation.get("em2Text").asText();
                    value.put(names.get(2), names.get(2).equals("drug") ? code(second) : second);
                    ObjectNode entry = MAPPER.createObjectNode().put("element", names.get(0)).put("start", 0).put("end", 0);
                    entry.set("value", value);
                    relations.add(entry);
                }
            }
            relations.forEach(((ArrayNode) gold.get("elements"))::add);
            items.add(new Item(id, text, gold));
        }
        return items;
    }

    /** The code of a drug by its name, as the extractor gives it. */
    private String code(String name) {
        String best = name;
        int longest = 0;
        for (Search search : template.elements().get("drug").searches()) {
            Finding finding = search.pattern().in(name);
            if (finding.find() && finding.end() - finding.start() > longest) {
                longest = finding.end() - finding.start();
                best = search.code().orElse(name);
            }
        }
        return best;
    }

    private static ObjectNode gold(String id) {
        ObjectNode gold = MAPPER.createObjectNode().put("id", id);
        gold.putArray("elements");
        return gold;
    }

    private static void add(ObjectNode gold, String element, int start, int end) {
        ((ArrayNode) gold.get("elements"))
                .addObject()
                .put("element", element)
                .put("start", start)
                .put("end", end);
    }

    private void amounts(Path file, String part) throws Exception {
        Pattern answer = Pattern.compile("([0-9.]+)元");
        int all = 0;
        int right = 0;
        int unsure = 0;
        int unsureRight = 0;
        Iterator<JsonNode> nodes = MAPPER.readTree(file.toFile()).elements();
        for (int i = 0; nodes.hasNext(); i++) {
            JsonNode node = nodes.next();
            if (!isChosen("amount-" + i, part)) {
                continue;
            }
            java.util.regex.Matcher wanted = answer.matcher(node.get("answer").asText());
            wanted.find();
            BigDecimal total = new BigDecimal(wanted.group(1));
            String text = unescaped(node.get("question").asText());
            List<Element> found = extractor.extract("" + i, LegalText.of(text)).of("total", 0);
            boolean same = !found.isEmpty()
                    && found.get(0).value().get("yuan").decimalValue().compareTo(total) == 0;
            boolean doubted = !found.isEmpty() && found.get(0).why().isPresent();
            all++;
            right += same ? 1 : 0;
            unsure += doubted ? 1 : 0;
            unsureRight += doubted && same ? 1 : 0;
            if (!same && System.getProperty("differences") != null) {
                System.out.println(i + " wanted " + total + " found "
                        + found.stream().map(one -> one.value().toString()).toList());
            }
        }
        System.out.printf(
                Locale.ROOT, "%s: %d of %d totals right (%.3f); said to be unsure %d, of these right %d%n",
                part, right, all, (double) right / all, unsure, unsureRight);
    }

    /** The set writes quotes as HTML, at times twice. */
    private static String unescaped(String text) {
        String plain = text;
        for (int i = 0; i < 2; i++) {
            plain = plain.replace("&ldquo;", "“").replace("&rdquo;", "”").replace("&quot;", "\"").replace("&amp;", "&");
        }
        return plain.replaceFirst("^文书[:：]", "");
    }

    private void speed(List<Item> items) {
        long characters = items.stream().mapToLong(item -> item.text().length()).sum();
        for (int round = 1; round <= 5; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            items.forEach(item -> extractor.extract(item.id(), LegalText.of(item.text())));
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "round %d: %.0f sentences, %.0f characters a second of the processor%n",
                    round, items.size() / seconds, characters / seconds);
        }
    }
}
