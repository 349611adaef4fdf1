package cn.mingjian.model.pack;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person calls the facts of a model's clues: the file {@value #FILE} beside {@code model.yaml}, with a mapping {@code
 * facts} of fact to its words. It is no part of the model's digest: other words find the same clues.
 */
public final class FactWords {

    /** Name of the file in a package's folder. */
    public static final String FILE = "words.yaml";

    private FactWords() {}

    /** The words of the facts by name; none where the package has no such file. Mistakes are noted. */
    public static Map<String, Words> read(Path folder, Problems problems) {
        Path file = folder.resolve(FILE);
        Map<String, Words> words = new LinkedHashMap<>();
        if (Files.exists(file)) {
            YamlFile.read(file, file.toString(), problems).ifPresent(map -> {
                map.allow(List.of("facts"));
                YamlMap facts = map.mapOrEmpty("facts");
                facts.keys().forEach(name -> words.put(name, Words.only(facts.mapOrEmpty(name))));
            });
        }
        return words;
    }
}
