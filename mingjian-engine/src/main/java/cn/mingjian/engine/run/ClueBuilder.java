package cn.mingjian.engine.run;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.rule.Rule.Choice;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.engine.Canonical;
import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Clue.ExclusionRun;
import cn.mingjian.model.clue.Clue.LowerBound;
import cn.mingjian.model.clue.Clue.Undecided;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.law.ResolvedLaw;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes clues of the rows of a rule's table. */
final class ClueBuilder {

    /** What all clues of a run share. */
    record Frame(
            ModelPackage pack,
            LawShower laws,
            NumberingKey numbering,
            List<Clue.ParameterUsed> parameters,
            LocalDate asOf,
            Clue.RunMark run) {}

    private final Frame frame;
    private final Rule rule;
    private final List<String> matched;
    private final CoverageWords coverage;
    private final List<Words> limits;

    /**
     * @param matched input columns by which rows were matched
     * @param coverage what must be said of the coverage of the registers
     */
    ClueBuilder(Frame frame, Rule rule, List<String> matched, CoverageWords coverage) {
        this.frame = frame;
        this.rule = rule;
        this.matched = matched;
        this.coverage = coverage;
        this.limits = coverage.limits(rule);
    }

    /** By what a clue is known and compared. */
    record Mark(String number, String fingerprint) {}

    /** What of a clue is the same however it is shown. */
    record Same(
            Mark mark,
            List<ResolvedLaw> laws,
            List<LowerBound> lowerBounds,
            List<Words> against,
            List<Clue.Body> supervised,
            List<String> amplifiers,
            List<String> signals,
            List<ExclusionRun> exclusionsRun,
            List<Undecided> undecided,
            List<String> measures,
            Clue.SameSubject sameSubject) {}

    /** Makes the clue known to the others about its subject. */
    void register(DuckRow row, Mark mark, SameSubjects sameSubjects) {
        sameSubjects.add(
                rule.subject().type(),
                row.text("_subject_id"),
                new Clue.Other(mark.number(), rule.id(), rule.code(), grade(row)));
    }

    Mark mark(DuckRow row) {
        BigDecimal yuan = rule.wording().amount().isEmpty() ? null : row.decimal("_amount");
        return new Mark(
                frame.numbering().number(clueKey(row)),
                Json.digest(fingerprinted(grade(row), yuan, values(row, rule.facts(), Masking.OFF))));
    }

    /** The grade that the ladder gives, or C where the law was not checked for the day. */
    private String grade(DuckRow row) {
        return isLawChecked(laws(row)) ? String.valueOf(row.text("grade")) : "C";
    }

    private Chosen provisions(DuckRow row) {
        return Chosen.of(row, "_law", rule.wording().law());
    }

    private List<ResolvedLaw> laws(DuckRow row) {
        List<String> citations = provisions(row).lines().stream()
                .map(index -> rule.wording().law().get(index).code())
                .toList();
        return frame.laws().resolve(citations, lawDate(row));
    }

    private LocalDate lawDate(DuckRow row) {
        return Optional.ofNullable(row.date("_law_date")).orElse(frame.asOf());
    }

    private static boolean isLawChecked(List<ResolvedLaw> laws) {
        return laws.stream().allMatch(ResolvedLaw::checkedForDate);
    }

    Same same(DuckRow row, Mark mark, List<LowerBound> lowerBounds, SameSubjects sameSubjects) {
        Chosen bodies = Chosen.of(row, "_supervised", rule.wording().supervised());
        Chosen measures = Chosen.of(row, "_measure", rule.wording().measures());
        List<ResolvedLaw> laws = laws(row);
        List<Words> against = against(row, laws, lowerBounds);
        if (provisions(row).open()) {
            against.add(words("run.against-open-law"));
        }
        if (bodies.open()) {
            against.add(words("run.against-open-body"));
        }
        if (measures.open()) {
            against.add(words("run.against-open-measure"));
        }
        return new Same(
                mark,
                laws,
                lowerBounds,
                against,
                supervised(row, bodies),
                amplifiers(row, false),
                amplifiers(row, true),
                exclusionsRun(row),
                undecided(row),
                measures(measures),
                sameSubjects.beside(rule.subject().type(), row.text("_subject_id"), mark.number()));
    }

    /** @param masking what of protected values the clue shows */
    Clue build(DuckRow row, Same same, List<SourceRow> sources, Masking masking) {
        return new Clue(
                Clue.SCHEMA,
                same.mark().number(),
                frame.pack().id(),
                frame.pack().version(),
                frame.pack().digest(),
                rule.id(),
                rule.code(),
                "active",
                key(row, masking),
                row.text("_place"),
                Template.fill(rule.title(), name -> value(row, name, masking)),
                subject(row, masking),
                protectedPersons(row, masking),
                same.supervised(),
                rule.wording().ground(),
                grade(row),
                new GradeReason(rule, row, name -> value(row, name, masking)).words(isLawChecked(same.laws())),
                null,
                rule.wording().urgency(),
                money(row, masking),
                values(row, rule.facts(), masking),
                values(row, rule.running(), masking),
                matched,
                same.amplifiers(),
                same.signals(),
                sources,
                same.against(),
                same.exclusionsRun(),
                same.undecided(),
                rule.wording().ask(),
                rule.wording().toEstablish(),
                same.laws().stream().map(LawShower::shown).toList(),
                lawDate(row).toString(),
                same.lowerBounds(),
                frame.parameters(),
                same.measures(),
                rule.wording()
                        .timeLimit()
                        .flatMap(limit -> Optional.ofNullable(row.date("time_limit")))
                        .map(LocalDate::toString)
                        .orElse(null),
                same.mark().fingerprint(),
                frame.asOf().toString(),
                frame.run(),
                same.sameSubject());
    }

    private static List<@Nullable Object> fingerprinted(
            String grade, @Nullable BigDecimal yuan, Map<String, @Nullable Object> facts) {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(grade);
        parts.add(yuan);
        parts.add(facts);
        return parts;
    }

    private String clueKey(DuckRow row) {
        List<List<String>> pairs = key(row, Masking.OFF).entrySet().stream()
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        return Json.line(List.of(frame.pack().id(), rule.id(), pairs));
    }

    private Map<String, String> key(DuckRow row, Masking mask) {
        Map<String, String> key = new LinkedHashMap<>();
        for (String name : rule.key()) {
            Object value = mask.shown(row.value(name), rule.clues().typeOf(name), sensitivity(name));
            key.put(
                    name,
                    value == null ? "" : Canonical.text(value, rule.clues().typeOf(name)));
        }
        return key;
    }

    private static Map<String, @Nullable Object> values(DuckRow row, Map<String, Typed> fields, Masking mask) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(
                name, Canonical.json(mask.shown(row.value(name), field.type(), field.sensitivity()), field.type())));
        return values;
    }

    private Sensitivity sensitivity(String field) {
        return rule.clues()
                .field(field)
                .map(found -> found.value().sensitivity())
                .orElse(Sensitivity.SENSITIVE);
    }

    /**
     * What a placeholder stands for; a subject whose name is not known is called by its number, and a person of whom only the
     * place in a document is known (decision 0011) is called the defendant of that number.
     */
    private Template.Value value(DuckRow row, String name, Masking masking) {
        Type type = rule.clues().typeOf(name);
        if (sensitivity(name).masked()
                && type.codes().isEmpty()
                && row.value(name) instanceof String text
                && Masking.isRunningNumber(text)) {
            return new Template.Value(Words.ofMessage("run.defendant", text), type);
        }
        Object value = masking.shown(row.value(name), type, sensitivity(name));
        boolean nameless = value == null && name.equals(rule.subject().called());
        return new Template.Value(nameless ? subject(row, masking).id() : value, type);
    }

    private Clue.Subject subject(DuckRow row, Masking masking) {
        return new Clue.Subject(
                rule.subject().type(),
                shown(rule.subject().id(), row.text("_subject_id"), masking),
                shown(rule.subject().name(), row.text("_subject_name"), masking));
    }

    private static @Nullable String shown(Optional<Typed> field, @Nullable String value, Masking masking) {
        Object shown = field.isEmpty()
                ? value
                : masking.shown(value, field.get().type(), field.get().sensitivity());
        return shown == null ? null : shown.toString();
    }

    private Clue.@Nullable Money money(DuckRow row, Masking masking) {
        if (rule.wording().amount().isEmpty()) {
            return null;
        }
        Rule.Amount amount = rule.wording().amount().get();
        BigDecimal yuan = row.decimal("_amount");
        return new Clue.Money(yuan, Template.fill(amount.formula(), name -> value(row, name, masking)), amount.whose());
    }

    private List<Clue.Protected> protectedPersons(DuckRow row, Masking masking) {
        List<Clue.Protected> persons = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, Typed> person : rule.subject().persons().entrySet()) {
            List<?> ids = row.list("_protected" + number++);
            if (ids != null) {
                ids.forEach(id -> persons.add(new Clue.Protected(
                        person.getKey(),
                        String.valueOf(masking.shown(id, person.getValue().type(), Sensitivity.SENSITIVE)))));
            }
        }
        return persons;
    }

    private List<Clue.Body> supervised(DuckRow row, Chosen chosen) {
        return chosen.lines().stream()
                .map(index -> {
                    Choice choice = rule.wording().supervised().get(index);
                    String name = choice.name().isPresent() ? row.text("_supervised_name" + index) : null;
                    return new Clue.Body(choice.code(), name == null ? choice.words() : Words.same(name));
                })
                .toList();
    }

    private List<String> measures(Chosen chosen) {
        return chosen.lines().stream()
                .map(index -> rule.wording().measures().get(index).code())
                .toList();
    }

    private List<String> amplifiers(DuckRow row, boolean signals) {
        return rule.amplifiers().stream()
                .filter(amplifier -> amplifier.from().startsWith("signal.") == signals)
                .map(Rule.Amplifier::name)
                .filter(name -> Boolean.TRUE.equals(row.truth(name)))
                .toList();
    }

    static long number(DuckRow row, String column) {
        return row.value(column) instanceof Number number ? number.longValue() : 0;
    }

    static Words joined(List<Words> sentences) {
        return new Words(
                String.join("", sentences.stream().map(Words::zh).toList()),
                String.join(" ", sentences.stream().map(Words::en).toList()));
    }

    private List<Words> against(DuckRow row, List<ResolvedLaw> laws, List<LowerBound> lowerBounds) {
        List<Words> against = new ArrayList<>();
        for (int i = 0; i < rule.exclusions().size(); i++) {
            Exclusion exclusion = rule.exclusions().get(i);
            if (number(row, "_bounded" + i) > 0) {
                against.add(both("run.against-bounded", exclusion.title(), exclusion.best()));
            }
            if (exclusion.drops() && number(row, "_applied" + i) > 0) {
                against.add(
                        both("run.against-dropped", exclusion.title(), String.valueOf(number(row, "_applied" + i))));
            }
        }
        lowerBounds.forEach(bound -> against.add(both("run.against-lower-bound", bound.title(), bound.source())));
        against.addAll(limits);
        laws.stream()
                .filter(law -> !law.verified())
                .forEach(law -> against.add(words("run.against-unverified", law.reference())));
        return against;
    }

    private static Words both(String key, Words title, String more) {
        return new Words(
                Messages.text(Language.ZH, key, title.zh(), more), Messages.text(Language.EN, key, title.en(), more));
    }

    private static Words words(String key, Object... arguments) {
        return new Words(Messages.text(Language.ZH, key, arguments), Messages.text(Language.EN, key, arguments));
    }

    private List<ExclusionRun> exclusionsRun(DuckRow row) {
        List<ExclusionRun> runs = new ArrayList<>();
        for (int i = 0; i < rule.exclusions().size(); i++) {
            if (number(row, "_undecided" + i) == 0) {
                Exclusion exclusion = rule.exclusions().get(i);
                long dropped = exclusion.drops() ? number(row, "_applied" + i) : 0;
                runs.add(new ExclusionRun(exclusion.id(), exclusion.title(), dropped));
            }
        }
        return runs;
    }

    private List<Undecided> undecided(DuckRow row) {
        List<Undecided> undecided = new ArrayList<>();
        for (int i = 0; i < rule.exclusions().size(); i++) {
            long count = number(row, "_undecided" + i);
            if (count > 0) {
                Exclusion exclusion = rule.exclusions().get(i);
                undecided.add(new Undecided(exclusion.id(), exclusion.title(), coverage.undecided(exclusion, count)));
            }
        }
        return undecided;
    }
}
