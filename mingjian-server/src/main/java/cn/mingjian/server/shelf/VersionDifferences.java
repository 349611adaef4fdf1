package cn.mingjian.server.shelf;

import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.version.Difference;
import cn.mingjian.model.version.VersionChange;
import cn.mingjian.model.version.VersionStep;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.run.KeptPackages;
import cn.mingjian.server.shelf.VersionDifference.Change;
import cn.mingjian.server.shelf.VersionDifference.Part;
import cn.mingjian.server.shelf.VersionDifference.PartChanged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares two kept versions of a model, thing by thing, by the same rules as {@code check --against}. */
@Component
class VersionDifferences {

    private static final int LONGEST = 400;
    private static final Map<String, Part> PARTS = Map.of(
            "inputs", Part.INPUT,
            "parameters", Part.PARAMETER,
            "tables", Part.TABLE,
            "steps", Part.STEP,
            "rules", Part.RULE,
            "signals", Part.SIGNAL,
            "exclusions", Part.EXCLUSION);

    private final KeptPackages kept;
    private final Library library;

    VersionDifferences(KeptPackages kept, Library library) {
        this.kept = kept;
        this.library = library;
    }

    /** The texts of both versions, and what they say as packages. */
    private record Texts(YamlMap old, YamlMap now, ModelPackage packOld, ModelPackage packNow) {}

    /** What one thing is: a part of the model and its name there. */
    private record Thing(Part part, String id) {}

    /** What changed from one known version to another. */
    VersionDifference between(KnownVersion from, KnownVersion to) {
        Texts texts = new Texts(text(from), text(to), kept.anew(from.digest()), kept.anew(to.digest()));
        VersionChange change = VersionChange.ofModel(texts.old(), texts.now())
                .orElseThrow(() -> Refusal.conflict("shelf.version-text-gone", from.version()));
        Map<Thing, List<Change>> things = new LinkedHashMap<>();
        change.differences().forEach((difference, step) -> things.computeIfAbsent(
                        thing(difference.path()), first -> new ArrayList<>())
                .add(change(difference, step, texts)));
        return new VersionDifference(
                change.from(),
                change.to(),
                change.needed(),
                change.stated(),
                change.stated().compareTo(change.needed()) >= 0,
                things.entrySet().stream()
                        .map(entry -> new PartChanged(
                                entry.getKey().part(),
                                entry.getKey().id(),
                                title(entry.getKey(), texts.packNow())
                                        .or(() -> title(entry.getKey(), texts.packOld()))
                                        .orElse(Words.same(entry.getKey().id())),
                                entry.getValue()))
                        .toList());
    }

    private YamlMap text(KnownVersion version) {
        Path file = kept.folder(version.digest()).resolve(ModelPackage.FILE);
        return Optional.of(file)
                .filter(Files::isRegularFile)
                .flatMap(there -> YamlFile.read(there, version.version(), new Problems()))
                .orElseThrow(() -> Refusal.conflict("shelf.version-text-gone", version.version()));
    }

    private static Thing thing(List<String> path) {
        Part part = PARTS.getOrDefault(path.get(0), Part.MODEL);
        return part == Part.MODEL || path.size() == 1 ? new Thing(Part.MODEL, "") : new Thing(part, path.get(1));
    }

    private static Change change(Difference difference, VersionStep step, Texts texts) {
        List<String> path = difference.path();
        int head = thing(path).part() == Part.MODEL ? 0 : 2;
        return new Change(
                path.subList(head, path.size()),
                difference.kind(),
                step,
                at(texts.old(), path).map(VersionDifferences::shown).orElse(null),
                at(texts.now(), path).map(VersionDifferences::shown).orElse(null));
    }

    /** An input may be written as its contract alone. */
    private static Optional<YamlNode> at(YamlMap top, List<String> path) {
        @Nullable YamlNode node = top;
        for (String key : path) {
            if (node instanceof YamlMap map) {
                node = map.node(key).orElse(null);
            } else if (!key.equals("contract")) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(node);
    }

    private static String shown(YamlNode node) {
        String text = written(node);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String written(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar.text().strip();
        }
        if (node instanceof YamlList list) {
            return list.items().stream().map(VersionDifferences::written).collect(Collectors.joining(", "));
        }
        return ((YamlMap) node)
                .entries().stream()
                        .map(entry -> entry.key() + ": " + written(entry.value()))
                        .collect(Collectors.joining("; "));
    }

    private Optional<Words> title(Thing thing, ModelPackage pack) {
        return switch (thing.part()) {
            case MODEL -> Optional.of(pack.title());
            case INPUT ->
                Optional.ofNullable(pack.inputs().get(thing.id()))
                        .flatMap(input -> library.contracts().find(input.contractId()))
                        .map(contract -> contract.title());
            case PARAMETER ->
                Optional.ofNullable(pack.parameters().get(thing.id())).map(ModelPackage.Parameter::title);
            case TABLE -> Optional.empty();
            case STEP -> titled(pack.steps(), thing);
            case RULE -> titled(pack.rules(), thing);
            case SIGNAL -> titled(pack.signals(), thing);
            case EXCLUSION -> titled(pack.exclusions(), thing);
        };
    }

    private static Optional<Words> titled(Map<String, YamlMap> things, Thing thing) {
        return Optional.ofNullable(things.get(thing.id()))
                .flatMap(map -> map.map("title"))
                .map(Words::of);
    }
}
