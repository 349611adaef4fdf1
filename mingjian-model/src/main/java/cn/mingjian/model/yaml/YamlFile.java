package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads one YAML document. Anchors, aliases, tags, duplicate keys, several documents, more than 1 MiB, 40 levels or
 * 200,000 nodes are refused, each with its place.
 */
public final class YamlFile {

    private static final long MAX_BYTES = 1 << 20;

    private YamlFile() {}

    /**
     * The mapping at the top of a file.
     *
     * @param shownAs the name of the file in messages
     * @return empty when the file is not one readable mapping; then at least one error is noted
     */
    public static Optional<YamlMap> read(Path file, String shownAs, Problems problems) {
        try {
            if (leadsOutside(file)) {
                problems.error(Place.of(shownAs), "yaml.link");
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                problems.error(Place.of(shownAs), "yaml.too-large", MAX_BYTES);
                return Optional.empty();
            }
            return parse(decode(Files.readAllBytes(file)), shownAs, problems);
        } catch (CharacterCodingException e) {
            problems.error(Place.of(shownAs), "yaml.not-utf8");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a link stands in place of the file and leads out of its folder: then another's file would be read. */
    public static boolean leadsOutside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isSymbolicLink(file)
                && folder != null
                && !file.toRealPath().startsWith(folder.toRealPath());
    }

    /** The mapping at the top of a text. */
    public static Optional<YamlMap> parse(String text, String shownAs, Problems problems) {
        Optional<YamlNode> root = new YamlTree(text, shownAs, problems).root();
        if (root.isPresent() && !(root.get() instanceof YamlMap)) {
            problems.error(root.get().place(), "yaml.not-a-map", "");
        }
        return root.filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
