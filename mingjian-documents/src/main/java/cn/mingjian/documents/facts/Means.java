package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds tools and vehicles that somebody used or had with him, and offices and companies. */
final class Means {

    private static final int BEFORE = 6;
    private static final int NEXT = 26;
    private static final int SHORTEST_OFFICE = 4;
    private static final int SUFFIX = 3;
    private static final int LONGEST_NAME = 18;
    /** What stands in names of offices beside Chinese characters. */
    private static final String SIGNS = "*X×（）ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final String POLICE = "公安局";

    private final Template template;
    private final Lexicon<Boolean> offices = new Lexicon<>();

    Means(Template template) {
        this.template = template;
        offices.add(template.pattern("organisation"), true);
    }

    /** The tools of a text. */
    List<Span> tools(String text) {
        List<Span> tools = new ArrayList<>();
        Finding tool = template.pattern("tool").in(text);
        int at = 0;
        while (at < text.length() && tool.find(at)) {
            Span span = new Span(tool.start(1), tool.end(1));
            at = Math.max(span.end(), at + 1);
            boolean used = !Near.before(template.pattern("no-tool-before"), text, tool.start(), BEFORE)
                    && !Near.within(template.pattern("no-tool"), text, span.start(), span.end())
                    && span.end() - span.start() > 1;
            if (used) {
                tools.add(span);
                at = Math.max(at, row(text, span.end(), tools));
            }
        }
        return tools;
    }

    private int row(String text, int first, List<Span> tools) {
        int end = first;
        while (true) {
            Optional<Span> next = Near.match(template.pattern("next-tool"), text, end, NEXT);
            boolean behindComma = Characters.oneOf("，", text, end);
            boolean goesOn = next.isPresent()
                    && (!behindComma
                            || Near.before(
                                    template.pattern("tool-counted"),
                                    text,
                                    next.get().end(),
                                    1));
            if (!goesOn) {
                return end;
            }
            tools.add(next.get());
            end = next.get().end();
        }
    }

    /** The offices and companies of a text, by how their names end. */
    List<Span> organisations(String text) {
        List<Span> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Lexicon.Entry<Boolean>> office = offices.at(text, at);
            if (office.isPresent()) {
                int end = officeEnd(text, at + office.get().word().length());
                int last = found.isEmpty() ? 0 : found.get(found.size() - 1).end();
                int start = officeStart(text, Math.max(last, at - LONGEST_NAME), at, end);
                boolean whole = end - start >= SHORTEST_OFFICE
                        && !Near.after(template.pattern("no-organisation"), text, start, 2);
                if (whole) {
                    found.add(new Span(start, end));
                }
                at = end;
            } else {
                at++;
            }
        }
        return found;
    }

    /** A police office may go on with its branch. */
    private int officeEnd(String text, int end) {
        return text.startsWith(POLICE, end - POLICE.length())
                ? Near.match(template.pattern("organisation-goes-on"), text, end, LONGEST_NAME)
                        .map(Span::end)
                        .orElse(end)
                : end;
    }

    private int officeStart(String text, int from, int place, int end) {
        int start = place;
        while (start > from && (Characters.han(text, start - 1) || Characters.oneOf(SIGNS, text, start - 1))) {
            start--;
        }
        Finding begins =
                template.pattern("organisation-begins").in(text.substring(start, Math.max(start, end - SUFFIX)));
        return begins.find() ? start + begins.end() : start;
    }
}
