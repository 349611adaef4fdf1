package cn.mingjian.running.output;

import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.clue.SourceRow.Nearest;
import cn.mingjian.model.clue.SourceRow.Search;
import cn.mingjian.model.clue.SourceRow.Version;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search that found nothing, in words: what was searched, for which keys and days, and how good the register is. */
final class SearchWords {

    private final ReportWords words;
    private final Language language;

    SearchWords(ReportWords words, Language language) {
        this.words = words;
        this.language = language;
    }

    String of(SourceRow row) {
        Search search = row.search();
        if (search == null) {
            return say("output.absent", row.count());
        }
        if (search.versions().isEmpty()) {
            return say("output.search-missing", search.register().in(language));
        }
        List<String> parts = new ArrayList<>();
        parts.add(search.register().in(language) + ": " + say("output.absent", row.count()));
        long notStored =
                search.versions().stream().mapToLong(Version::notStored).sum();
        if (notStored > 0) {
            parts.add(say("output.search-not-stored", notStored));
        }
        parts.add(say("output.search-keys", keys(row.input(), search)));
        if (search.to() != null) {
            parts.add(
                    search.from() == null
                            ? say("output.search-until", search.to())
                            : say("output.search-period", search.from(), search.to()));
        }
        parts.add(
                row.knownUntil() == null
                        ? say("output.search-not-stated")
                        : say("output.search-known", row.knownUntil()));
        if (search.validKeys() != null) {
            parts.add(say(
                    "output.search-valid",
                    search.validKeys()
                            .multiply(BigDecimal.valueOf(100))
                            .stripTrailingZeros()
                            .toPlainString()));
        }
        parts.add(nearest(row.input(), search.nearest()));
        return String.join(language == Language.ZH ? "；" : "; ", parts);
    }

    private String keys(String input, Search search) {
        List<String> keys =
                search.keys().stream().map(key -> words.values(input, key)).toList();
        String shown = String.join(" | ", keys);
        long left = search.keysInAll() - keys.size();
        return left > 0 ? shown + " " + say("output.search-more-keys", left) : shown;
    }

    private String nearest(String input, @Nullable Nearest nearest) {
        if (nearest == null) {
            return say("output.search-no-nearest");
        }
        return nearest.source() == null
                ? say("output.search-nearest", words.values(input, nearest.row()), "", "")
                : say(
                        "output.search-nearest",
                        words.values(input, nearest.row()),
                        nearest.source().file(),
                        String.valueOf(nearest.source().row()));
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }
}
