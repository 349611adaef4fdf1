package cn.mingjian.documents.judgment;

import cn.mingjian.documents.part.Stretches;
import cn.mingjian.documents.template.Search;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.DayText;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
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

    private final Wording birth;
    private final Wording record;
    private final Wording present;
    private final Wording minor;
    private final Wording date;
    private final Wording rests;

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
                    return minor.in(words).find() && record.in(words).find();
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
            if (!record.in(words).find()) {
                continue;
            }
            if (isSealed(words, born)) {
                sealed.add(clause);
                Finding finding = date.in(words);
                while (finding.find()) {
                    dates.add(finding.group());
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
        Finding born = birth.in(text, sentence);
        if (born.find()) {
            Finding dated = date.in(text, new Span(born.end(), sentence.end()));
            // The comma before the record goes with it; the mark at the end of the sentence stays.
            start = dated.find() ? text.lastIndexOf('，', dated.start()) : sentence.end();
            start = Math.max(start, born.end());
        }
        Finding now = present.in(text, new Span(start, sentence.end()));
        int end = now.find() ? now.start() : sentence.end();
        boolean inside = start > sentence.start() && end == sentence.end() && end > start;
        return new Span(start, inside ? end - 1 : end);
    }

    private boolean isSealed(String words, Optional<LocalDate> born) {
        if (minor.in(words).find()) {
            return true;
        }
        Finding finding = date.in(words);
        return born.isPresent()
                && finding.find()
                && earliest(finding.group())
                        .filter(day -> day.isBefore(born.get().plusYears(ADULT_FOR_SURE)))
                        .isPresent();
    }

    /** The first day that a date can mean that may lack its day or month. */
    private static Optional<LocalDate> earliest(String written) {
        return DayText.parse(written).or(() -> DayText.parse(written + "1日")).or(() -> DayText.parse(written + "1月1日"));
    }

    private Optional<LocalDate> born(String text, Span told) {
        Finding finding = birth.in(text, told);
        return finding.find()
                ? DayText.at(
                        text,
                        told.start(),
                        new Span(finding.start(Search.wordsGroup(finding)), finding.end(Search.wordsGroup(finding))))
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
                        && (record.in(words).find() || rests.in(words).find());
                if (!piece.overlaps(told) && (dated || all && rests.in(words).find())) {
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
