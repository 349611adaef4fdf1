package cn.mingjian.server.clue;

import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Measure;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.problem.Language;
import cn.mingjian.server.clue.CluePage.CellShown;
import cn.mingjian.server.clue.CluePage.ClueLaw;
import cn.mingjian.server.clue.CluePage.EstablishShown;
import cn.mingjian.server.clue.CluePage.ExclusionShown;
import cn.mingjian.server.clue.CluePage.FactShown;
import cn.mingjian.server.clue.CluePage.ParameterUsed;
import cn.mingjian.server.clue.CluePage.ProtectedShown;
import cn.mingjian.server.clue.CluePage.SameSubjectShown;
import cn.mingjian.server.clue.CluePage.SourceRowShown;
import cn.mingjian.server.clue.CluePage.SubjectShown;
import cn.mingjian.server.clue.CluePage.UndecidedShown;
import cn.mingjian.server.clue.Clues.Found;
import cn.mingjian.server.clue.Clues.Neighbours;
import cn.mingjian.server.run.KeptPackages;
import cn.mingjian.server.run.RunWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a clue: what its run wrote, in the words of the model's package. */
@Component
class CluePages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");
    private static final Set<String> ROLES = Set.of("minor");

    private final KeptPackages packages;

    CluePages(KeptPackages packages) {
        this.packages = packages;
    }

    CluePage page(Found found, Neighbours beside) {
        RunWords words = packages.words(found.run());
        Clue clue = found.clue();
        return new CluePage(
                found.row(),
                facts(found, words),
                shown(clue.running(), List.of(), clue, words),
                clue.gradeReason(),
                subject(clue),
                protectedPersons(clue),
                clue.amount() == null ? null : clue.amount().formula(),
                clue.amount() == null ? null : Words.same(clue.amount().whose()),
                clue.against(),
                exclusions(clue),
                undecided(clue),
                clue.ask(),
                clue.sourceRows().stream().map(one -> source(one, words)).toList(),
                clue.matched().stream()
                        .map(one -> matched(one, words))
                        .distinct()
                        .toList(),
                law(clue),
                clue.lawDate(),
                clue.toEstablish().stream().map(CluePages::establish).toList(),
                clue.measures().stream().map(CluePages::measure).toList(),
                parameters(clue, words),
                sameSubject(clue),
                beside.previous(),
                beside.next(),
                clue.asOf(),
                found.run().id(),
                found.run().title(),
                clue.version(),
                clue.fingerprint());
    }

    private static SubjectShown subject(Clue clue) {
        Clue.Subject subject = clue.subject();
        return new SubjectShown(subject.type(), subject.id(), subject.name());
    }

    private static List<ProtectedShown> protectedPersons(Clue clue) {
        return clue.protectedPersons().stream()
                .map(one -> new ProtectedShown(role(one.role()), one.id()))
                .toList();
    }

    private static List<ExclusionShown> exclusions(Clue clue) {
        return clue.exclusionsRun().stream()
                .map(one -> new ExclusionShown(one.title(), one.dropped()))
                .toList();
    }

    private static List<UndecidedShown> undecided(Clue clue) {
        return clue.exclusionsUndecided().stream()
                .map(one -> new UndecidedShown(one.title(), one.reason()))
                .toList();
    }

    private static List<ClueLaw> law(Clue clue) {
        return clue.law().stream()
                .map(law -> new ClueLaw(law.law(), law.article(), law.text(), law.chosenBy(), law.verified()))
                .toList();
    }

    private static List<ParameterUsed> parameters(Clue clue, RunWords words) {
        return clue.parameters().stream()
                .map(one ->
                        new ParameterUsed(words.both(said -> said.parameter(one.name())), one.value(), one.source()))
                .toList();
    }

    private static List<SameSubjectShown> sameSubject(Clue clue) {
        return clue.sameSubject().clues().stream()
                .map(one -> new SameSubjectShown(one.clueId(), one.code(), one.grade()))
                .toList();
    }

    /** The facts that the rule's sentence names come first: its author held that they say why. */
    private List<FactShown> facts(Found found, RunWords words) {
        Clue clue = found.clue();
        List<String> first = new ArrayList<>();
        String sentence = Optional.ofNullable(packages.of(found.run()).rules().get(clue.rule()))
                .flatMap(rule -> rule.map("title"))
                .flatMap(title -> title.text("zh"))
                .orElse("");
        Matcher names = PLACEHOLDER.matcher(sentence);
        while (names.find()) {
            first.add(names.group(1));
        }
        return shown(clue.facts(), first, clue, words);
    }

    private static List<FactShown> shown(
            Map<String, @Nullable Object> facts, List<String> first, Clue clue, RunWords words) {
        List<String> names = new ArrayList<>(first);
        names.retainAll(facts.keySet());
        facts.keySet().stream().filter(name -> !first.contains(name)).forEach(names::add);
        return names.stream()
                .distinct()
                .map(name -> new FactShown(
                        words.both(said -> said.fact(name)),
                        words.both(said -> said.factValue(clue.rule(), name, facts.get(name)))))
                .toList();
    }

    private static SourceRowShown source(SourceRow row, RunWords words) {
        SourceRow.Origin origin = row.source();
        return new SourceRowShown(
                row.input(),
                words.both(said -> said.input(row.input())),
                origin == null ? null : origin.file(),
                origin == null ? null : origin.sheet(),
                origin == null ? null : origin.row(),
                row.count(),
                row.absent(),
                row.knownUntil(),
                row.absent() ? words.both(said -> said.absence(row)) : null,
                row.row().entrySet().stream()
                        .map(cell -> new CellShown(
                                words.both(said -> said.column(row.input(), cell.getKey())),
                                cell.getKey(),
                                cell.getValue() == null
                                        ? null
                                        : words.both(said -> said.cell(row.input(), cell.getKey(), cell.getValue())),
                                row.raw().get(cell.getKey())))
                        .toList());
    }

    /** {@code input.column}; of a derived register {@code input/inner.column}. */
    private static Words matched(String column, RunWords words) {
        int dot = column.lastIndexOf('.');
        String input = column.substring(0, dot).replaceFirst("/.*", "");
        String name = column.substring(dot + 1);
        return words.both(said -> said.input(input) + " · " + said.column(input, name));
    }

    static EstablishShown establish(Map<String, String> item) {
        String what = item.getOrDefault("zh", "");
        return new EstablishShown(
                new Words(what, item.getOrDefault("en", what)),
                Words.same(item.getOrDefault("from", "")),
                Words.same(item.getOrDefault("how", "")),
                Words.same(item.getOrDefault("why", "")));
    }

    static Words measure(String code) {
        return new Words(Measure.name(code, Language.ZH), Measure.name(code, Language.EN));
    }

    private static Words role(String role) {
        return ROLES.contains(role) ? Words.ofMessage("server.role-" + role) : Words.same(role);
    }
}
