package cn.mingjian.model.region;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which division the name of an office begins with: {@code 安徽省芜湖市镜湖区}, {@code 芜湖市镜湖区}, {@code 温岭市}. The words
 * are a division's own name behind as many of the names above it as the writer chose, in their order.
 */
public final class PlaceNames {

    private final RegionTree tree;
    private final Map<Integer, Map<String, List<Region>>> byName = new ConcurrentHashMap<>();

    public PlaceNames(RegionTree tree) {
        this.tree = tree;
    }

    /** The code of the one division that the words can mean on a day; empty where there are none or several. */
    public Optional<String> code(String words, LocalDate on) {
        Map<String, List<Region>> names = byName.computeIfAbsent(
                tree.year(on), year -> tree.of(year).stream().collect(Collectors.groupingBy(Region::name)));
        Set<String> meant = new HashSet<>();
        for (int start = 0; start < words.length(); start++) {
            String above = words.substring(0, start);
            names.getOrDefault(words.substring(start), List.of()).stream()
                    .map(Region::code)
                    .filter(code -> above.isEmpty() || madeOf(above, tree.names(code, on)))
                    .forEach(meant::add);
        }
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    /** Whether words are some of these names in their order, one behind the other. */
    private static boolean madeOf(String words, List<String> names) {
        String left = words;
        for (String name : names) {
            left = left.startsWith(name) ? left.substring(name.length()) : left;
        }
        return left.isEmpty();
    }
}
