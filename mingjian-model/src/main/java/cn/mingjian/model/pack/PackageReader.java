package cn.mingjian.model.pack;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.pack.ModelPackage.Input;
import cn.mingjian.model.pack.ModelPackage.Parameter;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code model.yaml} of a package, noting every mistake of form. */
public final class PackageReader {

    private static final List<String> KEYS = List.of(
            "format",
            "id",
            "version",
            "title",
            "line",
            "point",
            "purpose",
            "question",
            "inputs",
            "parameters",
            "tables",
            "steps",
            "rules",
            "signals",
            "exclusions",
            "forked_from",
            "note");
    private static final List<String> SOURCES = List.of("law", "practice", "proposal");

    private final YamlMap map;
    private final Problems problems;

    private PackageReader(YamlMap map) {
        this.map = map;
        this.problems = map.problems();
    }

    /** The package in a folder; empty when its file is missing or no mapping, which is noted. */
    public static Optional<ModelPackage> read(Path folder, Problems problems) {
        Path file = folder.resolve(ModelPackage.FILE);
        if (!Files.isRegularFile(file)) {
            problems.error(cn.mingjian.model.problem.Place.of(folder.toString()), "package.no-file", ModelPackage.FILE);
            return Optional.empty();
        }
        return YamlFile.read(file, file.toString(), problems).map(map -> new PackageReader(map).read(folder, file));
    }

    private ModelPackage read(Path folder, Path file) {
        map.allow(KEYS);
        if (!map.requireText("format").equals("1")) {
            problems.error(map.placeOf("format"), "package.format");
        }
        String id = map.requireText("id");
        if (!id.matches("[a-z][a-z0-9-]*")) {
            problems.error(map.placeOf("id"), "package.id", id);
        }
        String version = map.requireText("version");
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            problems.error(map.placeOf("version"), "contract.version", version);
        }
        YamlMap purpose = map.requireMap("purpose").orElseGet(() -> map.mapOrEmpty("purpose"));
        purpose.allow(List.of("duty", "necessity"));
        return new ModelPackage(
                folder,
                map.place(),
                id,
                version,
                words(map, "title"),
                word(map, "line", ModelPackage.LINES),
                map.requireText("point"),
                map.has("purpose") ? words(purpose, "duty") : Words.same(""),
                map.has("purpose") ? words(purpose, "necessity") : Words.same(""),
                map.map("question").map(Words::only),
                inputs(),
                parameters(),
                map.mapOrEmpty("tables").scalarMap(),
                maps("steps"),
                maps("rules"),
                maps("signals"),
                maps("exclusions"),
                problems,
                digest(file));
    }

    private static Words words(YamlMap in, String key) {
        return in.requireMap(key).map(Words::only).orElse(Words.same(""));
    }

    private String word(YamlMap in, String key, List<String> known) {
        String word = in.requireText(key);
        if (!word.isEmpty() && !known.contains(word)) {
            problems.error(in.placeOf(key), "contract.unknown-word", word, Nearest.advice(word, known));
        }
        return word;
    }

    private Map<String, YamlMap> maps(String key) {
        Map<String, YamlMap> maps = new LinkedHashMap<>();
        YamlMap all = map.mapOrEmpty(key);
        all.keys().forEach(name -> all.map(name).ifPresent(one -> maps.put(name, one)));
        return maps;
    }

    private Map<String, Input> inputs() {
        Map<String, Input> inputs = new LinkedHashMap<>();
        YamlMap all = map.requireMap("inputs").orElseGet(() -> map.mapOrEmpty("inputs"));
        for (String name : all.keys()) {
            Optional<YamlNode> node = all.node(name);
            if (node.isPresent() && node.get() instanceof YamlScalar contract) {
                inputs.put(name, new Input(name, contract, Optional.empty(), Optional.empty()));
            } else {
                all.map(name).flatMap(one -> input(name, one)).ifPresent(input -> inputs.put(name, input));
            }
        }
        return inputs;
    }

    private static Optional<Input> input(String name, YamlMap one) {
        one.allow(List.of("contract", "admit"));
        Optional<YamlNode> admit = one.node("admit");
        return one.requireScalar("contract")
                .map(contract -> new Input(
                        name,
                        contract,
                        admit.filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast),
                        admit.filter(YamlMap.class::isInstance).map(YamlMap.class::cast)));
    }

    private Map<String, Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        YamlMap all = map.mapOrEmpty("parameters");
        for (String name : all.keys()) {
            all.map(name).ifPresent(one -> {
                one.allow(List.of("type", "unit", "default", "source", "law", "note", "zh", "en"));
                one.requireScalar("default")
                        .ifPresent(value -> parameters.put(
                                name,
                                new Parameter(
                                        name,
                                        word(one, "type", ColumnType.words()),
                                        one.text("unit").orElse(""),
                                        value,
                                        word(one, "source", SOURCES),
                                        one.scalar("law"),
                                        one.has("zh") ? Words.of(one) : Words.same(name),
                                        one.place())));
            });
        }
        return parameters;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
