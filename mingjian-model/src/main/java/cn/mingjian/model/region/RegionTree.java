package cn.mingjian.model.region;

import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.Region.Level;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which division lies in which, on a day. Codes change: a register may carry the code of the day of the act, of the
 * delivery, or an outlived one; a table row may name a code that came later. All questions are therefore answered for a
 * day, and a code that does not hold on it is followed through its history as long as that leads to one division only.
 *
 * <p>Only years are known: in the year of a change the old and the new code both hold. A day outside the known years is
 * answered as of the first or the last known year.
 */
public final class RegionTree {

    private static final int FIRST_YEAR = 1981;

    private final String nation;
    private final int knownUntil;
    private final Map<String, List<Region>> byCode = new HashMap<>();
    private final Map<String, Set<Region>> predecessors = new HashMap<>();
    private final Map<Dated, List<String>> ancestors = new ConcurrentHashMap<>();

    /** A code in a year. */
    private record Dated(String code, int year) {}

    private RegionTree(List<Region> regions, String nation, int knownUntil) {
        this.nation = nation;
        this.knownUntil = knownUntil;
        for (Region region : regions) {
            byCode.computeIfAbsent(region.code(), any -> new ArrayList<>()).add(region);
            region.successors().forEach(code -> predecessors
                    .computeIfAbsent(code, any -> new LinkedHashSet<>())
                    .add(region));
        }
        byCode.values().forEach(same -> same.sort(Comparator.comparingInt(Region::fromYear)));
    }

    /**
     * The tree of a library.
     *
     * @param libraryFolder the folder that holds {@code regions/}
     * @throws ProblemException when its files have mistakes
     */
    public static RegionTree load(Path libraryFolder) {
        Problems problems = new Problems();
        RegionTree tree = load(libraryFolder, problems);
        problems.throwIfErrors();
        return tree;
    }

    /** The tree of a library as far as it can be read; every mistake is noted. */
    public static RegionTree load(Path libraryFolder, Problems problems) {
        Path folder = libraryFolder.resolve("regions");
        Path description = folder.resolve("regions.yaml");
        Optional<YamlMap> map = YamlFile.read(description, description.toString(), problems);
        String nation = map.map(top -> top.requireText("nation")).orElse("000000");
        String until = map.map(top -> top.requireText("known_until")).orElse("");
        if (!until.matches("\\d{4}")) {
            map.ifPresent(top -> problems.error(top.placeOf("known_until"), "region.year"));
            until = "9999";
        }
        List<Region> regions = new RegionReader(folder.resolve("regions.csv"), nation, problems).read();
        return new RegionTree(regions, nation, Integer.parseInt(until));
    }

    /** The code of the whole nation. */
    public String nation() {
        return nation;
    }

    /** The division that a code means on a day; of two in the year of a change, the later one. */
    public Optional<Region> region(String code, LocalDate on) {
        return holding(code, year(on));
    }

    /**
     * The names of a division and those above it, province first, as an address begins; empty where the code stands for
     * no one division of the day.
     */
    public List<String> names(String code, LocalDate on) {
        List<String> names = new ArrayList<>();
        Optional<Region> region = codeOn(code, on).flatMap(current -> region(current, on));
        while (region.isPresent()) {
            names.add(0, region.get().name());
            String above = region.get().parent();
            region = above.equals(nation) ? Optional.empty() : region(above, on);
        }
        return List.copyOf(names);
    }

    /**
     * The code that stands for this one on a day: itself where it holds; else the one division that its successors, or
     * its predecessors, lead to. Empty for an unknown code and where it was split or merged, so that nothing can be said.
     */
    public Optional<String> codeOn(String code, LocalDate on) {
        return codeIn(code, year(on), new HashSet<>());
    }

    /**
     * The codes under which a place is found, most specific first: the code as given, what stands for it on the day, its
     * city, its province, the nation. For a code that was split or merged, from the division that all parts share. A
     * code of a development zone that is not in the standard counts under its city by its first four digits. Empty for
     * what is no code of any province.
     */
    public List<String> ancestors(String code, LocalDate on) {
        int year = year(on);
        return byCode.containsKey(code)
                ? ancestors.computeIfAbsent(new Dated(code, year), dated -> ancestors(code, year))
                : ancestors(code, year);
    }

    private List<String> ancestors(String code, int year) {
        if (code.equals(nation)) {
            return List.of(nation);
        }
        Set<String> found = new LinkedHashSet<>();
        found.add(code);
        Optional<String> current = codeIn(code, year, new HashSet<>());
        current.ifPresent(found::add);
        holding(code, year)
                .filter(region -> region.toYear() == year && region.successors().size() == 1)
                .ifPresent(region -> found.add(region.successors().get(0)));
        Optional<String> parent = current.isPresent()
                ? holding(current.get(), year).map(Region::parent)
                : sharedParent(code, year).or(() -> parentByDigits(code, year));
        while (parent.isPresent() && found.add(parent.get())) {
            String above = parent.get();
            parent = above.equals(nation)
                    ? Optional.empty()
                    : holding(above, year).map(Region::parent).or(() -> parentByDigits(above, year));
        }
        return found.contains(nation) ? List.copyOf(found) : List.of();
    }

    /** Whether a place lies in a region on a day, or is it; both codes are followed through their history. */
    public boolean contains(String region, String place, LocalDate on) {
        return rank(region, place, on).isPresent();
    }

    /** How many steps a region lies above a place on a day, 0 for the place itself; empty when it does not hold it. */
    public OptionalInt rank(String region, String place, LocalDate on) {
        List<String> above = ancestors(place, on);
        int direct = above.indexOf(region);
        if (direct >= 0) {
            return OptionalInt.of(direct);
        }
        int followed = codeOn(region, on).map(above::indexOf).orElse(-1);
        return followed >= 0 ? OptionalInt.of(followed) : OptionalInt.empty();
    }

    /** The divisions right below one on a day, by their codes. */
    public List<Region> below(String code, LocalDate on) {
        return of(year(on)).stream()
                .filter(region -> region.parent().equals(code))
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    /** The divisions of a year, in no particular order; those that ended or began in it too. */
    List<Region> of(int year) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(region -> region.holdsIn(year))
                .toList();
    }

    /** The year by which a day is answered. */
    int year(LocalDate on) {
        return Math.max(FIRST_YEAR, Math.min(knownUntil, on.getYear()));
    }

    private List<Region> entries(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    private Optional<Region> holding(String code, int year) {
        return entries(code).stream().filter(region -> region.holdsIn(year)).reduce((earlier, later) -> later);
    }

    private Optional<String> codeIn(String code, int year, Set<String> seen) {
        if (code.equals(nation) || holding(code, year).isPresent()) {
            return Optional.of(code);
        }
        if (!seen.add(code)) {
            return Optional.empty();
        }
        Set<Optional<String>> leads = new HashSet<>();
        relatives(code, year).forEach(next -> leads.add(codeIn(next, year, new HashSet<>(seen))));
        return leads.size() == 1 ? leads.iterator().next() : Optional.empty();
    }

    /** The codes next to this one on the way to the year: its successors, or those that it took over from. */
    private List<String> relatives(String code, int year) {
        Optional<Region> ended =
                entries(code).stream().filter(region -> region.toYear() < year).reduce((earlier, later) -> later);
        if (ended.isPresent()) {
            return ended.get().successors();
        }
        return predecessors.getOrDefault(code, Set.of()).stream()
                .map(Region::code)
                .distinct()
                .filter(other -> !other.equals(code))
                .toList();
    }

    /** The one division of the year above all parts of a split or merged one; else above the division as it was. */
    private Optional<String> sharedParent(String code, int year) {
        Set<Optional<String>> parents = new HashSet<>();
        for (String part : relatives(code, year)) {
            parents.add(codeIn(part, year, new HashSet<>())
                    .flatMap(current -> holding(current, year))
                    .map(Region::parent));
        }
        if (parents.size() == 1) {
            return parents.iterator().next();
        }
        return entries(code).stream()
                .map(region -> region.level() == Level.PROVINCE ? nation : region.parent())
                .reduce((earlier, later) -> later)
                .filter(parent -> parent.equals(nation) || holding(parent, year).isPresent());
    }

    private Optional<String> parentByDigits(String code, int year) {
        if (!code.matches("\\d{6}")) {
            return Optional.empty();
        }
        String city = code.substring(0, 4) + "00";
        String province = code.substring(0, 2) + "0000";
        return List.of(city, province).stream()
                .filter(above -> !above.equals(code) && holding(above, year).isPresent())
                .findFirst();
    }
}
