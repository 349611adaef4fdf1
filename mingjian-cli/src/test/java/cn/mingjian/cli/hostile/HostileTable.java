package cn.mingjian.cli.hostile;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of attacks by places: one file an attack ({@code hostile/attacks}), in it one key a place. */
final class HostileTable {

    /** Where a hostile text can stand. */
    static final List<String> PLACES =
            List.of("sql", "where", "add", "title", "parameter", "set", "table", "contract", "mapping");

    static final Path FOLDER = Path.of("src/test/resources/hostile");

    private HostileTable() {}

    /** A cell: cases, or the reason why there can be none. */
    record Cell(String attack, String place, List<HostileCase> cases, String cannot) {}

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("attacks"))) {
            for (Path file : files.sorted().toList()) {
                Problems problems = new Problems();
                YamlMap map = YamlFile.read(file, file.toString(), problems)
                        .orElse(YamlMap.empty(Place.of(file.toString()), problems));
                String attack = file.getFileName().toString().replace(".yaml", "");
                List<String> keys = new ArrayList<>(PLACES);
                keys.add("wish");
                map.allow(keys);
                PLACES.forEach(place -> cells.add(cell(attack, place, map)));
                problems.throwIfErrors();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    private static Cell cell(String attack, String place, YamlMap map) {
        List<HostileCase> cases = new ArrayList<>();
        if (map.node(place).orElse(null) instanceof YamlList list) {
            for (var item : list.items()) {
                YamlMap one = (YamlMap) item;
                one.allow(List.of("in", "type", "text", "literal", "file", "says"));
                cases.add(HostileCase.of(attack, place, one));
            }
            return new Cell(attack, place, cases, "");
        }
        return new Cell(
                attack,
                place,
                cases,
                map.map(place).flatMap(one -> one.text("cannot")).orElse(""));
    }
}
