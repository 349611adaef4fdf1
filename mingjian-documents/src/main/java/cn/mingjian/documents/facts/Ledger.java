package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The sums of an offence as they are told, one after the other: parts, subtotals that take the place of their parts, and
 * totals of the whole. No sum is counted twice.
 */
final class Ledger {

    private static final BigDecimal ROUNDING = BigDecimal.ONE;
    private static final BigDecimal MORE_THAN_HALF = new BigDecimal(2);
    private static final BigDecimal SHARE = new BigDecimal("0.005");

    /**
     * A sum that counts.
     *
     * @param item number of the item or paragraph that tells it
     * @param sentence where the sentence begins that tells it
     * @param summing whether it may be a total of others told elsewhere
     */
    record Part(BigDecimal yuan, Span span, int item, int sentence, boolean summing) {}

    /** A subtotal of more parts than this is not recognised. */
    private static final int MOST_PARTS = 300;

    private final List<Part> parts = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private final List<Part> totals = new ArrayList<>();
    private final Map<Integer, Part> proceeds = new LinkedHashMap<>();

    void add(Part part) {
        parts.add(part);
        sum = sum.add(part.yuan());
    }

    void addTotal(Part part) {
        totals.add(part);
    }

    /** Notes what an item's goods were sold for; it counts where nothing else of the item does. */
    void addProceeds(Part part) {
        proceeds.putIfAbsent(part.item(), part);
    }

    /** Puts a rounded value in the place of the last part. */
    void replaceLast(Part part) {
        if (!parts.isEmpty()) {
            subtotal(part, 1);
        }
    }

    /** Whether a sum says again what was told: all parts together, or (where the words point back) one of them. */
    boolean isTold(BigDecimal yuan, boolean pointsBack) {
        boolean whole = parts.size() > 1 && same(sum, yuan);
        boolean one = pointsBack && lately().stream().anyMatch(part -> same(part.yuan(), yuan));
        boolean total = parts.isEmpty()
                && !totals.isEmpty()
                && same(totals.get(totals.size() - 1).yuan(), yuan);
        return whole || one || total;
    }

    private List<Part> lately() {
        return parts.subList(Math.max(0, parts.size() - MOST_PARTS), parts.size());
    }

    /** How many of the last parts come to a subtotal; 0 for none. */
    int partsOf(Part subtotal, boolean acrossItems) {
        List<Part> lately = lately();
        BigDecimal together = BigDecimal.ZERO;
        int most = 0;
        for (int i = lately.size() - 1; i >= 0; i--) {
            if (lately.get(i).item() != subtotal.item() && !acrossItems) {
                break;
            }
            together = together.add(lately.get(i).yuan());
            most = near(together, subtotal.yuan()) ? lately.size() - i : most;
        }
        return most;
    }

    /** Puts a subtotal in the place of the last parts. */
    void subtotal(Part subtotal, int count) {
        List<Part> last = parts.subList(parts.size() - count, parts.size());
        sum = sum.subtract(together(last));
        last.clear();
        add(subtotal);
    }

    /** Puts a subtotal in the place of smaller sums of its sentence, which it holds beside what has no figure. */
    void sentenceTotal(Part subtotal) {
        List<Part> lately = lately();
        int count = 0;
        while (count < lately.size() && sameSentence(lately.get(lately.size() - 1 - count), subtotal)) {
            count++;
        }
        BigDecimal told = together(lately.subList(lately.size() - count, lately.size()));
        subtotal(subtotal, told.compareTo(subtotal.yuan()) < 0 ? count : 0);
    }

    private static boolean sameSentence(Part one, Part other) {
        return one.sentence() == other.sentence() && one.item() == other.item();
    }

    /**
     * The amount of the whole, if anything counts.
     *
     * @param numbered whether an item of this number is one in a numbered list
     */
    Optional<Total> total(IntPredicate numbered) {
        addProceedsThatCount(numbered);
        if (!totals.isEmpty()) {
            return Optional.of(stated());
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parts.stream()
                .filter(Part::summing)
                .filter(part -> holdsTheOthers(part.yuan(), sum.subtract(part.yuan())))
                .findFirst()
                .map(part -> new Total(part.yuan(), true, yuan(without(part)), part.span(), false))
                .orElseGet(() -> new Total(sum, false, yuan(parts), whole(), false)));
    }

    /** Whether a sum is rather the total of the others, of which some have no figure, than one beside them. */
    private static boolean holdsTheOthers(BigDecimal yuan, BigDecimal others) {
        return near(others, yuan)
                || others.compareTo(yuan) < 0 && others.multiply(MORE_THAN_HALF).compareTo(yuan) > 0;
    }

    private void addProceedsThatCount(IntPredicate numbered) {
        if (!totals.isEmpty()) {
            return;
        }
        Set<Integer> told = parts.stream().map(Part::item).collect(Collectors.toSet());
        proceeds.forEach((item, part) -> {
            if (!told.contains(item) && (numbered.test(item) || parts.isEmpty())) {
                add(part);
            }
        });
    }

    private Total stated() {
        Part total = totals.stream()
                .filter(one -> near(one.yuan(), sum))
                .findFirst()
                .orElseGet(() -> totals.stream()
                        .reduce((one, other) -> other.yuan().compareTo(one.yuan()) > 0 ? other : one)
                        .orElseThrow());
        boolean agreed = near(sum, total.yuan());
        boolean more = sum.compareTo(total.yuan()) > 0 && !agreed;
        boolean differ = !agreed && totals.stream().anyMatch(one -> !near(one.yuan(), total.yuan()));
        return new Total(total.yuan(), true, yuan(parts), total.span(), more || differ);
    }

    private List<Part> without(Part part) {
        return parts.stream().filter(other -> other != part).toList();
    }

    private Span whole() {
        return new Span(
                parts.stream().mapToInt(part -> part.span().start()).min().orElseThrow(),
                parts.stream().mapToInt(part -> part.span().end()).max().orElseThrow());
    }

    private static BigDecimal together(List<Part> some) {
        return some.stream().map(Part::yuan).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(ROUNDING) < 0;
    }

    private static List<BigDecimal> yuan(List<Part> parts) {
        return parts.stream().map(Part::yuan).toList();
    }

    private static boolean near(BigDecimal one, BigDecimal other) {
        BigDecimal allowed = ROUNDING.max(SHARE.multiply(other));
        return one.subtract(other).abs().compareTo(allowed) <= 0;
    }
}
