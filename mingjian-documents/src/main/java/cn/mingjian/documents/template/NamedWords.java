package cn.mingjian.documents.template;

import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pieces of patterns with a name; {@code <day>} in a pattern stands for the piece of that name. */
final class NamedWords {

    private static final Wording NAME = Wording.of("<([a-z][a-z-]*)>");

    private final Map<String, String> byName = new LinkedHashMap<>();

    /** Reads the pieces; a later one may name earlier ones. */
    static NamedWords of(YamlMap words) {
        NamedWords named = new NamedWords();
        words.scalarMap().forEach((name, piece) -> {
            named.compile(piece, words)
                    .filter(pattern -> pattern.groupCount() > 0)
                    .ifPresent(pattern -> words.problems().error(piece.place(), "template.group-in-word", name));
            named.byName.put(name, named.expand(piece, words));
        });
        return named;
    }

    /** The pattern that is written; a mistake in it is noted. */
    Optional<Wording> compile(YamlScalar written, YamlMap file) {
        try {
            return Optional.of(Wording.of(expand(written, file)));
        } catch (PatternSyntaxException e) {
            file.problems().error(written.place(), "template.not-a-pattern", written.text(), e.getDescription());
            return Optional.empty();
        }
    }

    private String expand(YamlScalar written, YamlMap file) {
        StringBuilder whole = new StringBuilder();
        Finding named = NAME.in(written.text());
        int at = 0;
        while (named.find()) {
            String piece = byName.get(named.group(1));
            if (piece == null) {
                file.problems()
                        .error(
                                written.placeOf(named.start()),
                                "template.unknown-word",
                                named.group(1),
                                Nearest.advice(named.group(1), byName.keySet()));
                piece = "";
            }
            whole.append(written.text(), at, named.start())
                    .append("(?:")
                    .append(piece)
                    .append(')');
            at = named.end();
        }
        return whole.append(written.text().substring(at)).toString();
    }
}
