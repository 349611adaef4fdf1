package cn.mingjian.documents.judgment;

import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who the defendants are: by the part that tells the parties (pattern {@code party}: first group from the title on,
 * second the name); in documents without it by the names behind 指控被告人 or in the operative part (pattern {@code
 * named}); there only what looks like a name is taken (pattern {@code plausible-name}).
 */
final class Parties {

    /** A judgment with more is read, but only its first defendants. */
    static final int MOST = 2_000;

    private static final String UNIT = "被告单位";

    private final Wording party;
    private final Wording named;
    private final Wording plausible;

    Parties(Template template) {
        this.party = template.pattern("party");
        this.named = template.pattern("named");
        this.plausible = template.pattern("plausible-name");
    }

    List<Defendant> of(String text, Stretches parts) {
        Optional<Span> told = parts.first("parties");
        List<Defendant> defendants = told.map(span -> told(text, span)).orElse(List.of());
        return defendants.isEmpty() ? named(text, parts) : defendants;
    }

    private List<Defendant> told(String text, Span part) {
        Finding finding = party.in(text, part);
        List<Span> begins = new ArrayList<>();
        List<Span> names = new ArrayList<>();
        int at = part.start();
        while (at < part.end() && names.size() < MOST && finding.find(at)) {
            begins.add(new Span(finding.start(1), finding.end(1)));
            names.add(new Span(finding.start(2), finding.end(2)));
            at = finding.end(2);
        }
        List<Defendant> defendants = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int end = i + 1 < begins.size() ? begins.get(i + 1).start() : part.end();
            Span name = names.get(i);
            boolean unit = text.startsWith(UNIT, begins.get(i).start());
            defendants.add(new Defendant(
                    i + 1,
                    words(text, name),
                    name,
                    Optional.of(new Span(begins.get(i).start(), end)),
                    unit));
        }
        return defendants;
    }

    private List<Defendant> named(String text, Stretches parts) {
        Map<String, Span> names = new LinkedHashMap<>();
        for (String part : List.of("procedure", "head", "accusation", "judgment")) {
            parts.first(part).ifPresent(span -> collect(text, span, names));
            if (!names.isEmpty()) {
                break;
            }
        }
        List<Defendant> defendants = new ArrayList<>();
        names.forEach((name, span) ->
                defendants.add(new Defendant(defendants.size() + 1, name, span, Optional.empty(), false)));
        return defendants;
    }

    private void collect(String text, Span part, Map<String, Span> names) {
        Finding finding = named.in(text, part);
        int at = part.start();
        while (at < part.end() && names.size() < MOST && finding.find(at)) {
            int from = finding.start(1);
            for (int i = from; i <= finding.end(1); i++) {
                boolean between = i == finding.end(1) || "、和与及".indexOf(text.charAt(i)) >= 0;
                String name = between ? words(text, new Span(from, i)) : "";
                if (plausible.matches(name)) {
                    names.putIfAbsent(name, new Span(from, i));
                }
                from = between ? i + 1 : from;
            }
            at = finding.end();
        }
    }

    private static String words(String text, Span name) {
        return text.substring(name.start(), name.end()).replaceAll("\\s", "");
    }
}
