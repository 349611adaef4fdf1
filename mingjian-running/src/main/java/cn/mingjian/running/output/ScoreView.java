package cn.mingjian.running.output;

import cn.mingjian.documents.score.ElementScore;
import cn.mingjian.documents.score.Interval;
import cn.mingjian.documents.score.Score;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A score as two tables: by value and by span. */
public final class ScoreView {

    private static final int WIDEST = 40;

    private final Language language;

    public ScoreView(Language language) {
        this.language = language;
    }

    public List<String> lines(Score score) {
        List<String> lines = new ArrayList<>();
        if (score.missing() > 0) {
            lines.add(Messages.text(language, "documents.gold-missing", score.missing(), score.documents()));
        }
        lines.add(Messages.text(language, "output.score-by-value"));
        lines.addAll(table(score.byValue()));
        lines.add("");
        lines.add(Messages.text(language, "output.score-by-span"));
        lines.addAll(table(score.bySpan()));
        lines.add(Messages.text(language, "output.score-interval"));
        return lines;
    }

    private List<String> table(List<ElementScore> scores) {
        TextTable table = new TextTable(WIDEST, List.of(1, 2, 3, 4, 6, 8));
        table.row(
                word("element"),
                word("gold"),
                word("found"),
                word("right"),
                word("precision"),
                "95 %",
                word("recall"),
                "95 %",
                "F1",
                "95 %");
        for (ElementScore one : scores) {
            table.row(
                    one.element(),
                    String.valueOf(one.gold()),
                    String.valueOf(one.found()),
                    String.valueOf(one.right()),
                    share(one.precision()),
                    interval(one.precisionInterval()),
                    share(one.recall()),
                    interval(one.recallInterval()),
                    share(one.f1()),
                    interval(one.f1Interval()));
        }
        return table.lines();
    }

    private String word(String key) {
        return Messages.text(language, "output.score-" + key);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String interval(Interval interval) {
        return share(interval.low()) + "-" + share(interval.high());
    }

    /** What disagrees by value, a line each: document, element, defendant, missed or invented, place. */
    public static void differences(Score score, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            score.differences()
                    .forEach(one -> out.printf(
                            Locale.ROOT,
                            "%s\t%s\t%d\t%s\t%d\t%d%n",
                            one.document(),
                            one.element(),
                            one.defendant(),
                            one.missed() ? "missed" : "invented",
                            one.start(),
                            one.end()));
        }
    }
}
