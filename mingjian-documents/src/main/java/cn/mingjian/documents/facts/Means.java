package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import com.google.re2j.Matcher;
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

    private final Template template;

    Means(Template template) {
        this.template = template;
    }

    /** The tools of a text. */
    List<Span> tools(String text) {
        List<Span> tools = new ArrayList<>();
        Matcher tool = template.pattern("tool").matcher(text);
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
        List<Span> offices = new ArrayList<>();
        Matcher office = template.pattern("organisation").matcher(text);
        int last = 0;
        while (office.find()) {
            int from = Math.max(last, office.start() - LONGEST_NAME);
            int start = office.start();
            while (start > from && (Characters.han(text, start - 1) || Characters.oneOf(SIGNS, text, start - 1))) {
                start--;
            }
            Matcher begins = template.pattern("organisation-begins")
                    .matcher(text.substring(start, Math.max(start, office.end() - SUFFIX)));
            start += begins.find() ? begins.end() : 0;
            last = office.end();
            if (last - start >= SHORTEST_OFFICE && !Near.after(template.pattern("no-organisation"), text, start, 2)) {
                offices.add(new Span(start, last));
            }
        }
        return offices;
    }
}
