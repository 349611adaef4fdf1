package cn.mingjian.documents.judgment;

import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.Search;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.DayText;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Earlier convictions and measures for acts under eighteen are sealed (刑事诉讼法 art. 286; 未成年人保护法 art. 103): here
 * they are found, so that the document is read as if they did not stand in it. A record is taken for sealed when it says
 * so itself, or when it is dated before the nineteenth birthday: the text tells the day of the judgment, not of the act,
 * and an act of one judged at eighteen may lie before. Where all records of a defendant are sealed, what rests on them
 * (前科, 劣迹, evidence of a judgment) goes with them.
 */
final class SealedRecords {

    private static final int ADULT_FOR_SURE = 19;
    private static final String ENDS = "。；\n";
    private static final String PIECES = "、，；。\n";

    private final Pattern birth;
    private final Pattern record;
    private final Pattern present;
    private final Pattern minor;
    private final Pattern date;
    private final Pattern rests;

    SealedRecords(Template template) {
        this.birth = template.pattern("birth");
        this.record = template.pattern("record");
        this.present = template.pattern("present-case");
        this.minor = template.pattern("under-eighteen");
        this.date = template.pattern("record-date");
        this.rests = template.pattern("rests-on-record");
    }

    /** The stretches that must never leave the product. */
    List<Span> in(String text, List<Defendant> defendants, Stretches parts) {
        List<Span> sealed = new ArrayList<>();
        for (Defendant defendant : defendants) {
            defendant.told().ifPresent(told -> sealed.addAll(of(text, told, parts, defendants.size() == 1)));
        }
        return sealed;
    }

    /** Sentences that tell a record and that it was a minor's, in whatever part and of whomever. */
    List<Span> anywhere(String text) {
        return cut(text, new Span(0, text.length()), ENDS).stream()
                .filter(sentence -> {
                    String words = text.substring(sentence.start(), sentence.end());
                    return minor.matcher(words).find() && record.matcher(words).find();
                })
                .toList();
    }

    private List<Span> of(String text, Span told, Stretches parts, boolean alone) {
        Optional<LocalDate> born = born(text, told);
        List<Span> sealed = new ArrayList<>();
        Set<String> dates = new HashSet<>();
        boolean others = false;
        for (Span whole : cut(text, told, ENDS)) {
            Span clause = recordIn(text, whole);
            String words = text.substring(clause.start(), clause.end());
            if (!record.matcher(words).find()) {
                continue;
            }
            if (isSealed(words, born)) {
                sealed.add(clause);
                Matcher matcher = date.matcher(words);
                while (matcher.find()) {
                    dates.add(matcher.group());
                }
            } else {
                others = true;
            }
        }
        if (!sealed.isEmpty()) {
            sealed.addAll(elsewhere(text, told, parts, dates, !others && alone));
        }
        return sealed;
    }

    /**
     * The part of a sentence that may tell a record: behind the day of birth, where it tells that first, and before the
     * present case, where it goes on with that.
     */
    private Span recordIn(String text, Span sentence) {
        int start = sentence.start();
        Matcher born = birth.matcher(text.substring(0, sentence.end()));
        if (born.find(start)) {
            Matcher dated = date.matcher(text.substring(0, sentence.end()));
            // The comma before the record goes with it; the mark at the end of the sentence stays.
            start = dated.find(born.end()) ? text.lastIndexOf('，', dated.start()) : sentence.end();
            start = Math.max(start, born.end());
        }
        Matcher now = present.matcher(text.substring(0, sentence.end()));
        int end = now.find(start) ? now.start() : sentence.end();
        boolean inside = start > sentence.start() && end == sentence.end() && end > start;
        return new Span(start, inside ? end - 1 : end);
    }

    private boolean isSealed(String words, Optional<LocalDate> born) {
        if (minor.matcher(words).find()) {
            return true;
        }
        Matcher matcher = date.matcher(words);
        return born.isPresent()
                && matcher.find()
                && earliest(matcher.group())
                        .filter(day -> day.isBefore(born.get().plusYears(ADULT_FOR_SURE)))
                        .isPresent();
    }

    /** The first day that a date can mean that may lack its day or month. */
    private static Optional<LocalDate> earliest(String written) {
        return DayText.parse(written).or(() -> DayText.parse(written + "1日")).or(() -> DayText.parse(written + "1月1日"));
    }

    private Optional<LocalDate> born(String text, Span told) {
        Matcher matcher = birth.matcher(text.substring(0, told.end()));
        return matcher.find(told.start())
                ? DayText.at(
                        text,
                        told.start(),
                        new Span(matcher.start(Search.wordsGroup(matcher)), matcher.end(Search.wordsGroup(matcher))))
                : Optional.empty();
    }

    /** Where the same records are told again: by their dates, or, where there are no others, by what rests on any. */
    private List<Span> elsewhere(String text, Span told, Stretches parts, Set<String> dates, boolean all) {
        List<Span> again = new ArrayList<>();
        for (String part : List.of("procedure", "accusation", "findings", "reasoning", "judgment")) {
            Optional<Span> span = parts.first(part);
            if (span.isEmpty()) {
                continue;
            }
            String cuts = part.equals("reasoning") ? ENDS : PIECES;
            for (Span piece : cut(text, span.get(), cuts)) {
                String words = text.substring(piece.start(), piece.end());
                boolean dated = dates.stream().anyMatch(words::contains)
                        && (record.matcher(words).find() || rests.matcher(words).find());
                if (!piece.overlaps(told)
                        && (dated || all && rests.matcher(words).find())) {
                    again.add(piece);
                }
            }
        }
        return again;
    }

    private static List<Span> cut(String text, Span whole, String ends) {
        List<Span> pieces = new ArrayList<>();
        int start = whole.start();
        for (int i = whole.start(); i < whole.end(); i++) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                pieces.add(new Span(start, i + 1));
                start = i + 1;
            }
        }
        if (start < whole.end()) {
            pieces.add(new Span(start, whole.end()));
        }
        return pieces;
    }
}
