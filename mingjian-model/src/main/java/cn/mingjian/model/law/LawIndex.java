package cn.mingjian.model.law;

import cn.mingjian.model.law.SameAs.Kind;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The law library: which texts of which laws are held, from when each is in force, and how provisions are carried
 * between them. The words of a text are read when first asked for. Safe for several threads.
 */
public final class LawIndex {

    private final Map<String, Law> laws;
    private final Map<String, String> names = new HashMap<>();
    private final Map<Path, Map<ArticleNumber, Article>> words = new ConcurrentHashMap<>();

    private LawIndex(Map<String, Law> laws, Problems problems) {
        this.laws = laws;
        laws.values().forEach(law -> names.put(law.name(), law.name()));
        for (Law law : laws.values()) {
            for (String alias : law.aliases()) {
                String other = names.putIfAbsent(alias, law.name());
                if (other != null) {
                    problems.error(law.place(), "law.alias-twice", alias, other);
                }
            }
        }
    }

    /**
     * The index of a library.
     *
     * @param libraryFolder the folder that holds {@code laws/}
     * @throws ProblemException when {@code laws/index.yaml} has mistakes
     */
    public static LawIndex load(Path libraryFolder) {
        Problems problems = new Problems();
        LawIndex index = load(libraryFolder, problems);
        problems.throwIfErrors();
        return index;
    }

    /** The index of a library as far as it can be read; every mistake is noted. */
    public static LawIndex load(Path libraryFolder, Problems problems) {
        Path folder = libraryFolder.resolve("laws");
        Path file = folder.resolve("index.yaml");
        return new LawIndex(
                YamlFile.read(file, file.toString(), problems)
                        .map(index -> new LawIndexReader(folder, index).laws())
                        .orElse(Map.of()),
                problems);
    }

    /** All laws, in the order of the index. */
    public Collection<Law> laws() {
        return laws.values();
    }

    /** The law of this name or alias. */
    public Optional<Law> law(String nameOrAlias) {
        return Optional.ofNullable(names.get(nameOrAlias)).map(laws::get);
    }

    /**
     * The article that stands behind a citation on a day. With one alternative: as pinned when its text is in force on
     * that day; else carried along {@code same_as}, forward or backward, to the text in force; else as pinned and not
     * checked for the day, as also behind the law's horizon. With several: the first whose text is in force; when none
     * is, the first that can be carried; else the first.
     *
     * @param alternatives at least one, each without errors in {@link #problemsOf}
     * @throws IllegalArgumentException when there is none, or a law or text that the index does not know
     */
    public ResolvedLaw resolve(List<Citation> alternatives, LocalDate lawDate) {
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("No citation to resolve");
        }
        ChosenBy inForce = alternatives.size() > 1 ? ChosenBy.ALTERNATIVE : ChosenBy.PINNED;
        for (Citation citation : alternatives) {
            Law law = knownLaw(citation);
            LawText pinned = knownText(law, citation);
            if (law.textOn(lawDate).filter(pinned::equals).isPresent()) {
                return shown(citation, law, pinned, inForce, lawDate);
            }
        }
        for (Citation citation : alternatives) {
            Optional<ResolvedLaw> carried = carried(citation, lawDate);
            if (carried.isPresent()) {
                return carried.get();
            }
        }
        Citation first = alternatives.get(0);
        Law law = knownLaw(first);
        return shown(first, law, knownText(law, first), ChosenBy.NOT_CHECKED, lawDate);
    }

    /**
     * What a law says in an article on a day, for the command {@code law NAME ARTICLE --on DATE}.
     *
     * @param provision such as {@code 219}, {@code 219.1}, {@code 133-1}, {@code 178.1(2)}
     * @throws ProblemException when the law, the text of that day, or the article is not known
     */
    public ResolvedLaw article(String nameOrAlias, String provision, LocalDate on) {
        Place asked = Place.of(nameOrAlias + " " + provision);
        Law law = law(nameOrAlias)
                .orElseThrow(() -> new ProblemException(
                        asked, "law.unknown", nameOrAlias, Nearest.advice(nameOrAlias, names.keySet())));
        LawText text = law.textOn(on)
                .orElseThrow(() ->
                        new ProblemException(asked, "law.none-in-force", law.name(), on, known(law), law.horizon()));
        Citation citation = Citation.parse(law.name() + "@" + text.id() + "#" + provision)
                .orElseThrow(() -> new ProblemException(asked, "law.not-an-article", provision));
        List<Problem> wrong = problemsOf(citation, asked);
        if (!wrong.isEmpty()) {
            throw new ProblemException(wrong);
        }
        return shown(citation, law, text, ChosenBy.PINNED, on);
    }

    /**
     * What is wrong with a citation: errors for a law, text, article, paragraph or item that does not exist; a warning
     * where the words are not held, so that nobody can check the article.
     */
    public List<Problem> problemsOf(Citation citation, Place place) {
        Optional<Law> law = law(citation.law());
        if (law.isEmpty()) {
            return List.of(Problem.error(
                    place, "law.unknown", citation.law(), Nearest.advice(citation.law(), names.keySet())));
        }
        Optional<LawText> text = law.get().text(citation.text());
        if (text.isEmpty()) {
            return List.of(
                    Problem.error(place, "law.unknown-text", law.get().name(), citation.text(), known(law.get())));
        }
        return citation.provision()
                .map(provision -> problemsOf(law.get(), text.get(), provision, place))
                .orElse(List.of());
    }

    /** Reads every text and checks every line of the index against the words; for tests and for maintainers. */
    public List<Problem> audit() {
        Problems problems = new Problems();
        audit(problems);
        return problems.list();
    }

    /** The same, noted with these problems. */
    public void audit(Problems problems) {
        laws.values().forEach(law -> new LawAudit(law, problems).run());
    }

    private List<Problem> problemsOf(Law law, LawText text, Provision provision, Place place) {
        Optional<Carriage> held = held(law, text, provision.article());
        if (held.isEmpty() && text.file().isEmpty()) {
            return List.of(
                    Problem.warning(place, "law.words-not-held", law.name() + "@" + text.id(), provision.article()));
        }
        if (held.isEmpty()) {
            return List.of(Problem.error(
                    place, "law.no-article", law.name() + "@" + text.id(), provision.article(), last(text)));
        }
        if (wordsOf(held.get(), provision).isEmpty()) {
            return List.of(Problem.error(place, "law.no-paragraph", law.name() + "@" + text.id(), provision));
        }
        return List.of();
    }

    private Optional<ResolvedLaw> carried(Citation citation, LocalDate lawDate) {
        Law law = knownLaw(citation);
        LawText pinned = knownText(law, citation);
        Optional<LawText> inForce = law.textOn(lawDate);
        Optional<Provision> provision = citation.provision();
        if (inForce.isEmpty() || provision.isEmpty()) {
            return Optional.empty();
        }
        return Carriage.find(law, pinned, provision.get().article(), here -> here.text()
                        .equals(inForce.get()))
                .map(way -> shown(citation, law, way, place(way, provision.get()), lawDate));
    }

    private static Provision place(Carriage way, Provision provision) {
        Provision there = provision.in(way.article());
        return way.kind() == Kind.SUBSTANCE ? there.ofArticle() : there;
    }

    private ResolvedLaw shown(Citation citation, Law law, Carriage way, Provision provision, LocalDate lawDate) {
        Optional<String> text = words(law, way.text(), provision);
        return new ResolvedLaw(
                citation,
                law.name(),
                law.english(),
                way.text().id(),
                Optional.of(provision),
                text,
                ChosenBy.SAME_AS,
                way.text().verified() && text.isPresent(),
                way.note(),
                lawDate);
    }

    private ResolvedLaw shown(Citation citation, Law law, LawText text, ChosenBy chosenBy, LocalDate lawDate) {
        Optional<String> found = citation.provision().flatMap(provision -> words(law, text, provision));
        return new ResolvedLaw(
                citation,
                law.name(),
                law.english(),
                text.id(),
                citation.provision(),
                found,
                chosenBy,
                text.verified() && (found.isPresent() || citation.provision().isEmpty()),
                Optional.empty(),
                lawDate);
    }

    private Optional<String> words(Law law, LawText text, Provision provision) {
        return held(law, text, provision.article()).flatMap(held -> wordsOf(held, provision));
    }

    private Optional<String> wordsOf(Carriage held, Provision provision) {
        return Optional.ofNullable(articles(held.text()).get(held.article()))
                .flatMap(article -> article.words(provision.in(held.article())));
    }

    /** Where the words of an article are held: in the text's own file, or in one with the very same words. */
    private Optional<Carriage> held(Law law, LawText text, ArticleNumber article) {
        if (text.file().isPresent()) {
            return Carriage.find(law, text, article, here -> true)
                    .filter(here -> articles(text).containsKey(article));
        }
        return Carriage.find(
                law,
                text,
                article,
                here -> here.kind() == Kind.IDENTICAL && articles(here.text()).containsKey(here.article()));
    }

    private Map<ArticleNumber, Article> articles(LawText text) {
        return text.file()
                .map(file -> words.computeIfAbsent(file, LawIndex::read))
                .orElse(Map.of());
    }

    private static Map<ArticleNumber, Article> read(Path file) {
        Problems problems = new Problems();
        Map<ArticleNumber, Article> articles = LawWords.read(file, problems);
        problems.throwIfErrors();
        return articles;
    }

    private String last(LawText text) {
        List<ArticleNumber> numbers = new ArrayList<>(articles(text).keySet());
        return numbers.get(numbers.size() - 1).toString();
    }

    private static String known(Law law) {
        return String.join(
                ", ",
                law.texts().stream()
                        .map(text -> text.id()
                                + text.inForce().map(day -> " (" + day + ")").orElse(""))
                        .toList());
    }

    private Law knownLaw(Citation citation) {
        return law(citation.law())
                .orElseThrow(() -> new IllegalArgumentException("The law index does not know " + citation));
    }

    private static LawText knownText(Law law, Citation citation) {
        return law.text(citation.text())
                .orElseThrow(() -> new IllegalArgumentException("The law index does not know " + citation));
    }
}
