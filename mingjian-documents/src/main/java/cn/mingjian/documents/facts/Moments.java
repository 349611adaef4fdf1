package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds times. What stands behind a time, up to the next one or the end of the sentence, says what happened then: the
 * offence, or its investigation (抓获, 鉴定, 发还) when that is named first.
 */
final class Moments {

    private static final int SHORTEST = 2;
    private static final int BEFORE = 6;
    private static final int LONGEST_ACCOUNT = 400;

    private final Wording time;
    private final Wording noTime;
    private final Wording goesOn;
    private final Wording act;
    private final Wording procedure;
    private final Wording earlier;

    Moments(Template template) {
        time = template.pattern("time");
        noTime = template.pattern("no-time");
        goesOn = template.pattern("time-goes-on");
        act = template.pattern("act");
        procedure = template.pattern("procedure");
        earlier = template.pattern("earlier");
    }

    /** The times of a text. */
    List<Moment> find(String text) {
        List<Span> spans = spans(text);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            moments.add(new Moment(spans.get(i), ofOffence(text, spans, i)));
        }
        return moments;
    }

    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Finding finding = time.in(text);
        while (finding.find()) {
            int end = finding.end(1);
            while (end > finding.start(1) && text.charAt(end - 1) == '的') {
                end--;
            }
            boolean whole = end - finding.start(1) >= SHORTEST && !Near.after(noTime, text, end, 3);
            if (whole) {
                spans.add(new Span(finding.start(1), end));
            }
        }
        return spans;
    }

    private boolean ofOffence(String text, List<Span> spans, int i) {
        Span span = spans.get(i);
        int next = i + 1;
        boolean row = next < spans.size()
                && Near.within(goesOn, text, span.end(), spans.get(next).start());
        next += row || next < spans.size() && spans.get(next).start() == span.end() ? 1 : 0;
        int limit = Math.min(text.length(), span.end() + LONGEST_ACCOUNT);
        int end = Math.min(limit, next < spans.size() ? spans.get(next).start() : limit);
        end = Math.max(span.end(), Math.min(end, Sentences.end(text, span.end())));
        String account = text.substring(span.end(), end);
        Finding acts = act.in(account);
        Finding proceeds = procedure.in(account);
        boolean acted = acts.find();
        if (proceeds.find() && (!acted || proceeds.start() < acts.start())) {
            return false;
        }
        return acted || !Near.before(earlier, text, span.start(), BEFORE);
    }
}
