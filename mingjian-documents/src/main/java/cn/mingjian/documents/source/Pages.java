package cn.mingjian.documents.source;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Printed pages as one text. A sentence goes on from page to page, so what stands between is left out: page numbers, and
 * a line that heads or ends most pages in the same words, but for its first or last time. What fewer repeat may be the end
 * of a sentence, and stays.
 */
final class Pages {

    private static final String NUMERAL = "[0-9０-９一二三四五六七八九十百]{1,4}";
    private static final String DASHES = "[-—–－_·. ]*";
    private static final Pattern PAGE_NUMBER =
            Pattern.compile(DASHES + "(?:[0-9０-９]{1,3}|[0-9]{1,3} ?[/／] ?[0-9]{1,3}|第 ?" + NUMERAL
                    + " ?页(?:[ ，,、/／]*共 ?" + NUMERAL + " ?页)?)" + DASHES);

    private Pages() {}

    /** The text; each page is its lines. */
    static String text(List<String> pages) {
        List<List<String>> all = new ArrayList<>();
        for (String page : pages) {
            List<String> lines = new ArrayList<>(page.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList());
            withoutNumber(lines);
            all.add(lines);
        }
        withoutRepeatedHeads(all);
        withoutRepeatedFeet(all);
        return Lines.joined(all.stream().flatMap(List::stream).toList());
    }

    private static void withoutNumber(List<String> page) {
        if (!page.isEmpty() && PAGE_NUMBER.matches(page.get(page.size() - 1))) {
            page.remove(page.size() - 1);
        } else if (!page.isEmpty() && PAGE_NUMBER.matches(page.get(0))) {
            page.remove(0);
        }
    }

    private static void withoutRepeatedHeads(List<List<String>> pages) {
        Set<String> repeated = repeated(pages, page -> page.get(0));
        Set<String> before = new HashSet<>();
        for (List<String> page : pages) {
            if (!page.isEmpty() && repeated.contains(page.get(0)) && !before.add(page.get(0))) {
                page.remove(0);
            }
        }
    }

    private static void withoutRepeatedFeet(List<List<String>> pages) {
        Set<String> repeated = repeated(pages, page -> page.get(page.size() - 1));
        Set<String> behind = new HashSet<>();
        for (int i = pages.size() - 1; i >= 0; i--) {
            List<String> page = pages.get(i);
            int last = page.size() - 1;
            if (!page.isEmpty() && repeated.contains(page.get(last)) && !behind.add(page.get(last))) {
                page.remove(last);
            }
        }
    }

    /** The lines that stand at the same place of more than half of the pages. */
    private static Set<String> repeated(List<List<String>> pages, Function<List<String>, String> line) {
        Map<String, Long> times = pages.stream()
                .filter(page -> !page.isEmpty())
                .collect(Collectors.groupingBy(line, Collectors.counting()));
        times.values().removeIf(count -> count < 2 || count * 2 <= pages.size());
        return times.keySet();
    }
}
