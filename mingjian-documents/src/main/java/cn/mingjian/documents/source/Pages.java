package cn.mingjian.documents.source;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Printed pages as one text. A sentence goes on from page to page, so what stands between is left out: page numbers, and
 * a line that heads or ends several pages in the same words but for its first or last time. What nobody repeats stays.
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
        Set<String> before = new HashSet<>();
        for (List<String> page : pages) {
            if (!page.isEmpty() && !before.add(page.get(0))) {
                page.remove(0);
            }
        }
    }

    private static void withoutRepeatedFeet(List<List<String>> pages) {
        Set<String> behind = new HashSet<>();
        for (int i = pages.size() - 1; i >= 0; i--) {
            List<String> page = pages.get(i);
            if (!page.isEmpty() && !behind.add(page.get(page.size() - 1))) {
                page.remove(page.size() - 1);
            }
        }
    }
}
