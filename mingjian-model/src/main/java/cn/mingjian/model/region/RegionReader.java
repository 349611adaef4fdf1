package cn.mingjian.model.region;

import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.Region.Level;
import cn.mingjian.model.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code regions/regions.csv}; the file has no quoted cells. */
final class RegionReader {

    private static final List<String> HEADER =
            List.of("code", "name", "level", "parent", "from_year", "to_year", "successors", "partly_to");
    private static final List<String> LEVELS = Arrays.stream(Level.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Path file;
    private final Problems problems;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> entries = new HashSet<>();

    RegionReader(Path file, String nation, Problems problems) {
        this.file = file;
        this.codes.add(nation);
        this.problems = problems;
    }

    /** The entries in the order of the file. */
    List<Region> read() {
        List<String> lines = lines();
        if (lines.isEmpty() || !List.of(lines.get(0).split(",", -1)).equals(HEADER)) {
            problems.error(new Place(file.toString(), 1, 1), "region.header", String.join(",", HEADER));
            return List.of();
        }
        Map<Region, Integer> regions = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            if (!lines.get(i).isBlank()) {
                region(lines.get(i).split(",", -1), line).ifPresent(region -> add(region, line, regions));
            }
        }
        regions.forEach((region, line) -> check(region, new Place(file.toString(), line, 1)));
        return List.copyOf(regions.keySet());
    }

    private List<String> lines() {
        try {
            if (YamlFile.leadsOutside(file)) {
                problems.error(Place.of(file.toString()), "yaml.link");
                return List.of(String.join(",", HEADER));
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            problems.error(Place.of(file.toString()), "region.no-file");
        } catch (CharacterCodingException e) {
            problems.error(Place.of(file.toString()), "yaml.not-utf8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(String.join(",", HEADER));
    }

    private Optional<Region> region(String[] cells, int line) {
        Place place = new Place(file.toString(), line, 1);
        if (cells.length != HEADER.size()) {
            problems.error(place, "region.ragged", cells.length, HEADER.size());
            return Optional.empty();
        }
        if (!LEVELS.contains(cells[2])) {
            problems.error(place, "region.level", cells[2], Nearest.advice(cells[2], LEVELS));
            return Optional.empty();
        }
        boolean years = isDigits(cells[4], 4) && (cells[5].isEmpty() || isDigits(cells[5], 4));
        boolean codes = isDigits(cells[0], 6) && isDigits(cells[3], 6);
        List<String> successors = list(cells[6]);
        if (!years || !codes || !successors.stream().allMatch(code -> isDigits(code, 6))) {
            problems.error(place, years ? "region.code" : "region.year");
            return Optional.empty();
        }
        return Optional.of(new Region(
                cells[0],
                cells[1],
                Level.values()[LEVELS.indexOf(cells[2])],
                cells[3],
                Integer.parseInt(cells[4]),
                cells[5].isEmpty() ? Region.IN_USE : Integer.parseInt(cells[5]),
                successors,
                list(cells[7])));
    }

    private void add(Region region, int line, Map<Region, Integer> regions) {
        codes.add(region.code());
        if (!entries.add(region.code() + region.fromYear())) {
            problems.error(new Place(file.toString(), line, 1), "region.twice");
        }
        regions.put(region, line);
    }

    private void check(Region region, Place place) {
        if (region.toYear() < region.fromYear()) {
            problems.error(place, "region.ends-before-it-begins");
        }
        if (!codes.contains(region.parent())) {
            problems.error(place, "region.unknown-code", region.parent());
        }
        region.successors().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> problems.error(place, "region.unknown-code", code));
    }

    private static boolean isDigits(String cell, int count) {
        return cell.length() == count && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }
}
