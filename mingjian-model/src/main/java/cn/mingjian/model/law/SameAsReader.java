package cn.mingjian.model.law;

import cn.mingjian.model.Words;
import cn.mingjian.model.law.SameAs.AllExcept;
import cn.mingjian.model.law.SameAs.Articles;
import cn.mingjian.model.law.SameAs.Kind;
import cn.mingjian.model.law.SameAs.Run;
import cn.mingjian.model.law.SameAs.Single;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line of {@code same_as}. */
final class SameAsReader {

    private static final List<String> KEYS = List.of("from", "to", "kind", "except", "note");
    private static final Pattern RUN = Pattern.compile("([1-9]\\d{0,3})\\.\\.([1-9]\\d{0,3})");

    private final YamlMap line;
    private final List<String> texts;

    /** @param texts ids of the texts that the law has */
    SameAsReader(YamlMap line, List<String> texts) {
        this.line = line;
        this.texts = texts;
    }

    /** The line; empty when it cannot be read, which is noted. */
    Optional<SameAs> read() {
        line.allow(KEYS);
        Optional<YamlScalar> from = line.requireScalar("from");
        Optional<YamlScalar> to = line.requireScalar("to");
        Optional<Kind> kind = LawIndexReader.word(line, "kind", Kind.words()).flatMap(Kind::of);
        if (from.isEmpty() || to.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<Articles> articles = line.has("except") ? allExcept() : articles(from.get(), to.get());
        boolean known = knownText(from.get()) & knownText(to.get());
        return known
                ? articles.map(found -> new SameAs(
                        textOf(from.get()),
                        textOf(to.get()),
                        kind.get(),
                        found,
                        line.map("note").map(Words::only),
                        line.place()))
                : Optional.empty();
    }

    private Optional<Articles> allExcept() {
        Set<ArticleNumber> exceptions = new HashSet<>();
        Optional<YamlScalar> except = line.requireScalar("except");
        if (except.isEmpty()) {
            return Optional.empty();
        }
        YamlScalar written = except.get();
        for (String number : written.text().split(",", -1)) {
            Optional<ArticleNumber> article = ArticleNumber.parse(number.strip());
            if (article.isEmpty()) {
                line.problems().error(written.place(), "law.not-an-article", number.strip());
            }
            article.ifPresent(exceptions::add);
        }
        return Optional.of(new AllExcept(Set.copyOf(exceptions)));
    }

    private Optional<Articles> articles(YamlScalar from, YamlScalar to) {
        String left = articleOf(from);
        String right = articleOf(to);
        Matcher leftRun = RUN.matcher(left);
        Matcher rightRun = RUN.matcher(right);
        if (leftRun.matches() && rightRun.matches()) {
            int count = size(leftRun);
            if (count > 0 && count == size(rightRun)) {
                return Optional.of(
                        new Run(Integer.parseInt(leftRun.group(1)), Integer.parseInt(rightRun.group(1)), count));
            }
            line.problems().error(to.place(), "law.unequal-runs", left, right);
            return Optional.empty();
        }
        Optional<ArticleNumber> one = ArticleNumber.parse(left);
        Optional<ArticleNumber> other = ArticleNumber.parse(right);
        if (one.isEmpty()) {
            line.problems().error(from.place(), "law.not-an-article", left);
        }
        if (other.isEmpty()) {
            line.problems().error(to.place(), "law.not-an-article", right);
        }
        return one.isPresent() && other.isPresent()
                ? Optional.of(new Single(one.get(), other.get()))
                : Optional.empty();
    }

    private boolean knownText(YamlScalar written) {
        boolean known = texts.contains(textOf(written));
        if (!known) {
            line.problems()
                    .error(
                            written.place(),
                            "law.same-as-text",
                            textOf(written),
                            Nearest.advice(textOf(written), texts));
        }
        return known;
    }

    private static int size(Matcher run) {
        return Integer.parseInt(run.group(2)) - Integer.parseInt(run.group(1)) + 1;
    }

    private static String textOf(YamlScalar written) {
        int hash = written.text().indexOf('#');
        return hash < 0 ? written.text() : written.text().substring(0, hash);
    }

    private static String articleOf(YamlScalar written) {
        return written.text().substring(written.text().indexOf('#') + 1);
    }
}
