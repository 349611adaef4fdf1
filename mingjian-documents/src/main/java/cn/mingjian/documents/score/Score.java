package cn.mingjian.documents.score;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.State;
import cn.mingjian.documents.text.Span;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds extractions against a gold file. Two counts: by value (same element, same defendant, same value; where the gold
 * file keeps positions only, words that overlap) and by span (same element, same defendant, same first and last
 * character). One entry answers one element at most. Elements that the gold file never has are not
 * scored; what an extraction leaves unsure is not found.
 */
public final class Score {

    /** What disagrees: an element of one side without its like on the other. */
    public record Difference(String document, String element, int defendant, boolean missed, int start, int end) {}

    private final Map<String, List<GoldEntry>> gold;
    private final Map<String, Set<String>> fields = new LinkedHashMap<>();
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();

    private Score(Map<String, List<GoldEntry>> gold) {
        this.gold = gold;
        gold.values()
                .forEach(entries -> entries.forEach(entry -> {
                    counts.computeIfAbsent(entry.element(), name -> new int[4]);
                    Set<String> names = fields.computeIfAbsent(entry.element(), name -> new TreeSet<>());
                    entry.value().ifPresent(value -> value.fieldNames().forEachRemaining(names::add));
                }));
    }

    /** A score against a gold file, before any document. */
    public static Score against(Path file) throws IOException {
        return new Score(GoldFile.read(file));
    }

    /** Counts one document; one that the gold file does not know is passed over. */
    public void add(Extraction extraction) {
        List<GoldEntry> entries = gold.get(extraction.id());
        if (entries == null || !seen.add(extraction.id())) {
            return;
        }
        for (String element : counts.keySet()) {
            List<GoldEntry> wanted = entries.stream()
                    .filter(entry -> entry.element().equals(element))
                    .toList();
            List<Element> found = extraction.elements().stream()
                    .filter(one -> one.rule().equals(element)
                            && one.state() == State.FOUND
                            && one.span().isPresent())
                    .toList();
            count(extraction, element, wanted, found);
        }
    }

    private void count(Extraction extraction, String element, List<GoldEntry> wanted, List<Element> found) {
        int[] count = counts.getOrDefault(element, new int[4]);
        count[0] += wanted.size();
        count[1] += found.size();
        List<Element> bySpan = new ArrayList<>(found);
        List<Element> byValue = new ArrayList<>(found);
        List<GoldEntry> missed = new ArrayList<>();
        for (GoldEntry entry : wanted) {
            count[3] += take(bySpan, one -> sameSpan(extraction, entry, one)) ? 1 : 0;
        }
        // What has the same words too is taken first, so that a value said twice is not counted crosswise.
        List<GoldEntry> left = new ArrayList<>();
        for (GoldEntry entry : wanted) {
            if (take(byValue, one -> sameValue(extraction, entry, one) && sameSpan(extraction, entry, one))) {
                count[2]++;
            } else {
                left.add(entry);
            }
        }
        for (GoldEntry entry : left) {
            if (take(byValue, one -> sameValue(extraction, entry, one))) {
                count[2]++;
            } else {
                missed.add(entry);
            }
        }
        missed.forEach(entry -> differences.add(
                new Difference(extraction.id(), element, entry.defendant(), true, entry.start(), entry.end())));
        byValue.forEach(one -> differences.add(new Difference(
                extraction.id(), element, one.defendant(), false, start(extraction, one), end(extraction, one))));
    }

    private interface Agrees {
        boolean with(Element element);
    }

    private static boolean take(List<Element> from, Agrees agrees) {
        for (Iterator<Element> each = from.iterator(); each.hasNext(); ) {
            if (agrees.with(each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    private static boolean sameSpan(Extraction extraction, GoldEntry entry, Element element) {
        return entry.defendant() == element.defendant()
                && entry.start() == start(extraction, element)
                && entry.end() == end(extraction, element);
    }

    private boolean sameValue(Extraction extraction, GoldEntry entry, Element element) {
        if (entry.defendant() != element.defendant()) {
            return false;
        }
        return entry.value()
                .map(value -> same(value, element.value(), fields.getOrDefault(entry.element(), Set.of())))
                .orElseGet(() -> entry.overlaps(start(extraction, element), end(extraction, element)));
    }

    /** Numbers by size; of objects the fields that the gold file has for this element. */
    private static boolean same(JsonNode wanted, JsonNode found, Set<String> fields) {
        if (wanted.isNumber() && found.isNumber()) {
            return wanted.decimalValue().compareTo(found.decimalValue()) == 0;
        }
        if (wanted.isObject() && found.isObject()) {
            return fields.stream().allMatch(field -> same(wanted.path(field), found.path(field), Set.of()));
        }
        return wanted.equals(found) || wanted.isMissingNode() && found.isMissingNode();
    }

    private static int start(Extraction extraction, Element element) {
        return extraction.text().delivered(element.span().map(Span::start).orElse(0));
    }

    private static int end(Extraction extraction, Element element) {
        return extraction.text().deliveredEnd(element.span().orElse(new Span(0, 0)));
    }

    /** By value, in the order of the gold file. */
    public List<ElementScore> byValue() {
        return scores(2);
    }

    /** By span. */
    public List<ElementScore> bySpan() {
        return scores(3);
    }

    private List<ElementScore> scores(int right) {
        return counts.entrySet().stream()
                .map(entry -> new ElementScore(
                        entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[right]))
                .toList();
    }

    /** What disagrees by value; positions in code points of the delivered text. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Documents of the gold file that were not among those extracted. */
    public int missing() {
        return gold.size() - seen.size();
    }

    /** Documents of the gold file. */
    public int documents() {
        return gold.size();
    }
}
