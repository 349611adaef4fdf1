package cn.mingjian.model.region;

import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.region.Region.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    private final String nation;
    private final Problems problems;

    RegionReader(Path file, String nation, Problems problems) {
        this.file = file;
        this.nation = nation;
        this.problems = problems;
    }

    /** The entries in the order of the file. */
    List<Region> read() {
        List<String> lines = lines();
        if (lines.isEmpty() || !List.of(lines.get(0).split(",", -1)).equals(HEADER)) {
            problems.error(new Place(file.toString(), 1, 1), "region.header", String.join(",", HEADER));
            return List.of();
        }
        List<Region> regions = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                region(lines.get(i).split(",", -1), i + 1).ifPresent(regions::add);
            }
        }
        check(regions);
        return regions;
    }

    private List<String> lines() {
        try {
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
        boolean years = cells[4].matches("\\d{4}") && cells[5].matches("(\\d{4})?");
        boolean codes = cells[0].matches("\\d{6}") && cells[3].matches("\\d{6}");
        List<String> successors = list(cells[6]);
        if (!years || !codes || !successors.stream().allMatch(code -> code.matches("\\d{6}"))) {
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

    private void check(List<Region> regions) {
        Set<String> codes = new HashSet<>();
        Set<String> entries = new HashSet<>();
        regions.forEach(region -> codes.add(region.code()));
        codes.add(nation);
        for (Region region : regions) {
            Place place = Place.of(file + " " + region.code() + " " + region.fromYear());
            if (!entries.add(region.code() + region.fromYear())) {
                problems.error(place, "region.twice");
            }
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
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }
}
