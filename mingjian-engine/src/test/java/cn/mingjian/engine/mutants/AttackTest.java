package cn.mingjian.engine.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.HolidayCalendar;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.table.ReferenceTables;
import cn.mingjian.model.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture is a package of one rule with cases that leave one mutant alive and hold one near miss of no use. */
class AttackTest {

    private static final Path FIXTURE = Path.of("src/test/resources/mutants");
    private static final List<DomainFunction> FUNCTIONS = DomainFunctions.all(HolidayCalendar.NONE);
    private static final String SURVIVOR = "steps.dear.where/1.2:down";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit before each test
    private Path folder;

    private MutantReport attack(Path listed, Problems problems) {
        return attack(FIXTURE.resolve("model"), listed, problems);
    }

    private MutantReport attack(Path model, Path listed, Problems problems) {
        Contracts contracts = new Contracts(List.of(FIXTURE.resolve("contracts")));
        Compiler compiler = new Compiler(
                contracts, new ReferenceTables(List.of()), FUNCTIONS, Patterns.in(Path.of("..", "library")));
        DuckLimits limits = new DuckLimits(500_000_000, 1, folder, 100_000_000);
        List<TestCase> cases = CaseReader.read(model.resolve("tests"), problems);
        Attack attack = new Attack(
                compiler,
                contracts,
                () -> DuckSession.open(limits, DuckFiles.none(), FUNCTIONS, Planning.AS_WRITTEN),
                2);
        ModelPackage pack = PackageReader.read(model, new Problems()).orElseThrow();
        return attack.run(pack, cases, Equivalents.read(listed, problems), (done, all, killed) -> {});
    }

    private static ModelPackage pack() {
        return PackageReader.read(FIXTURE.resolve("model"), new Problems()).orElseThrow();
    }

    private Path listing(String... lines) throws IOException {
        Files.writeString(folder.resolve(Equivalents.FILE), "equivalent:\n  - " + String.join("\n    ", lines) + "\n");
        return folder;
    }

    private List<String> mistakes(String... lines) throws IOException {
        Problems problems = new Problems();
        attack(listing(lines), problems);
        return problems.list().stream().map(Problem::code).toList();
    }

    @Test
    void shouldFindTheOneMutantThatNoCaseNotices() {
        MutantReport report = attack(folder, new Problems());

        assertThat(report.survivors())
                .extracting(verdict -> verdict.mutant().id())
                .containsExactly(SURVIVOR);
        Mutant survivor = report.survivors().get(0).mutant();
        assertThat(survivor.place()).hasToString(FIXTURE.resolve("model/model.yaml") + ":14:21");
        assertThat(survivor.words(Language.EN)).isEqualTo("one lower: 99 instead of 100");
        assertThat(survivor.words(Language.ZH)).isEqualTo("减一：100 改为 99");
        assertThat(report.failing()).isEmpty();
        assertThat(report.proves()).isFalse();
    }

    @Test
    void shouldKillEveryOtherMutant() {
        MutantReport report = attack(folder, new Problems());

        List<String> killed = new ArrayList<>();
        for (Verdict verdict : report.verdicts()) {
            if (verdict.state() == Verdict.State.KILLED) {
                killed.add(verdict.mutant().id());
            }
        }
        assertThat(killed)
                .containsExactlyInAnyOrder(
                        "parameters.grace.default:up",
                        "parameters.grace.default:down",
                        "steps.dear.where/1:dropped",
                        "steps.dear.where/1:edge",
                        "steps.dear.where/1.2:up",
                        "steps.dear.where/2:dropped",
                        "steps.dear.where/2:opposite",
                        "steps.open.on.loan_no:dropped",
                        "steps.open.on.branch:dropped",
                        "steps.open.until:dropped",
                        "steps.open.until:up",
                        "steps.open.until:down",
                        "steps.open.absent:dropped");
    }

    @Test
    void shouldNameTheNearMissThatNoMutantTurnsIntoAHit() {
        MutantReport report = attack(folder, new Problems());

        assertThat(report.idle()).extracting(TestCase::name).containsExactly("neither a book nor worth enough");
    }

    @Test
    void shouldAskForEachRuleWhenAMutantTurnsNearMissesOfTwo() throws IOException {
        Path model = folder.resolve("kept-books");
        Files.createDirectories(model.resolve("tests"));
        String text = Files.readString(FIXTURE.resolve("model/model.yaml"));
        Files.writeString(
                model.resolve("model.yaml"),
                text
                        + "  lent-book: {code: K2, from: dear, key: [loan_no], law_date: due, grade: A, title: {zh: 已借}}\n");
        Files.writeString(model.resolve("tests/cases.yaml"), """
                defaults: {as_of: "2024-06-30"}
                cases:
                  - name: kept
                    given: {loan: [{loan_no: L1, worth: "100", due: "2024-06-01"}]}
                    expect: [{code: K1}, {code: K2}]
                  - name: no book, so none is kept
                    given: {loan: [{loan_no: L1, kind: TOOL, worth: "100", due: "2024-06-01"}]}
                    expect_none: [K1]
                  - name: no book, so none is lent
                    given: {loan: [{loan_no: L1, kind: TOOL, worth: "100", due: "2024-06-01"}]}
                    expect_none: [K2]
                """);

        assertThat(attack(model, folder, new Problems()).idle()).isEmpty();
    }

    @Test
    void shouldAcceptASurvivorThatIsListedWithItsReason() throws IOException {
        Problems problems = new Problems();

        MutantReport report =
                attack(listing("mutant: \"" + SURVIVOR + "\"", "was: \"100\"", "reason: {zh: 无, en: none}"), problems);

        assertThat(report.survivors()).isEmpty();
        assertThat(report.listed()).hasSize(1);
        assertThat(problems.list()).extracting(Problem::code).containsExactly("mutants.listed-too-many");
    }

    @Test
    void shouldRefuseAListedMutantThatIsKilledUnknownOrOfAnotherText() throws IOException {
        assertThat(mistakes("mutant: \"steps.dear.where/1:edge\"", "was: worth >= 100", "reason: {zh: 无, en: none}"))
                .contains("mutants.listed-not-surviving");
        assertThat(mistakes("mutant: \"steps.dear.where/9:edge\"", "was: x", "reason: {zh: 无, en: none}"))
                .contains("mutants.listed-unknown");
        assertThat(mistakes("mutant: \"" + SURVIVOR + "\"", "was: \"200\"", "reason: {zh: 无, en: none}"))
                .contains("mutants.listed-other");
        assertThat(mistakes("mutant: \"" + SURVIVOR + "\"", "was: \"100\"")).contains("yaml.missing-key");
    }

    @Test
    void shouldAcceptAnIdleNearMissThatIsListedAndRefuseOneThatProvesSomething() throws IOException {
        Files.writeString(folder.resolve(Equivalents.FILE), """
                idle:
                  - {case: neither a book nor worth enough, reason: {zh: 两个条件, en: two conditions}}
                  - {case: no book, reason: {zh: 无, en: none}}
                """);
        Problems problems = new Problems();

        MutantReport report = attack(folder, problems);

        assertThat(report.idle()).isEmpty();
        assertThat(problems.list())
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactly("mutants.listed-not-idle " + folder.resolve(Equivalents.FILE) + ":3:5");
    }

    @Test
    void shouldLeaveThePackageItselfAlone() {
        ModelPackage pack = pack();
        Mutant mutant = Mutants.of(pack).stream()
                .filter(one -> one.id().equals("steps.dear.where/1:edge"))
                .findFirst()
                .orElseThrow();

        ModelPackage changed = PackageEdit.apply(pack, mutant.ways().get(0));

        assertThat(step(changed).requireText("where")).isEqualTo("((worth > 100) and (kind = 'BOOK'))");
        assertThat(step(pack).requireText("where")).isEqualTo("worth >= 100 and kind = 'BOOK'");
        step(changed).requireText("nothing");
        assertThat(changed.problems().hasErrors()).isTrue();
        assertThat(pack.problems().hasErrors()).isFalse();
    }

    private static YamlMap step(ModelPackage pack) {
        return Optional.ofNullable(pack.steps().get("dear")).orElseThrow();
    }

    @Test
    void shouldGiveEveryMutantOfTheLibraryAnIdOfItsOwn() throws IOException {
        try (var models = Files.list(Path.of("..", "library", "models"))) {
            models.filter(model -> Files.exists(model.resolve(ModelPackage.FILE)))
                    .forEach(model -> assertThat(Mutants.of(
                                    PackageReader.read(model, new Problems()).orElseThrow()))
                            .extracting(Mutant::id)
                            .doesNotHaveDuplicates()
                            .isNotEmpty());
        }
    }
}
