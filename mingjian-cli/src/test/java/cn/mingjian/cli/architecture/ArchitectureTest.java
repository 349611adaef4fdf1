package cn.mingjian.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The architecture as rules over the compiled classes of every module. The command line sees all modules, so the test
 * stands here. Test classes are left out: a test may use what it likes.
 */
@AnalyzeClasses(packages = "cn.mingjian", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** An arrow that the Maven build allows by way of another module counts as allowed: it points downwards too. */
    @ArchTest
    static final ArchRule modulesPointDownwardsOnly = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("cn.mingjian..")
            .layer("functions")
            .definedBy("cn.mingjian.functions..")
            .layer("model")
            .definedBy("cn.mingjian.model..")
            .layer("duckdb")
            .definedBy("cn.mingjian.duckdb..")
            .layer("compiler")
            .definedBy("cn.mingjian.compiler..")
            .layer("intake")
            .definedBy("cn.mingjian.intake..")
            .layer("engine")
            .definedBy("cn.mingjian.engine..")
            .layer("documents")
            .definedBy("cn.mingjian.documents..")
            .layer("sample")
            .definedBy("cn.mingjian.sample..")
            .layer("running")
            .definedBy("cn.mingjian.running..")
            .layer("cli")
            .definedBy("cn.mingjian.cli..")
            .whereLayer("functions")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayOnlyAccessLayers("functions")
            .whereLayer("duckdb")
            .mayOnlyAccessLayers("functions")
            .whereLayer("compiler")
            .mayOnlyAccessLayers("model", "functions")
            .whereLayer("intake")
            .mayOnlyAccessLayers("model", "duckdb", "functions")
            .whereLayer("engine")
            .mayOnlyAccessLayers("compiler", "model", "duckdb", "functions")
            .whereLayer("documents")
            .mayOnlyAccessLayers("model", "functions")
            .whereLayer("sample")
            .mayOnlyAccessLayers("model", "duckdb", "functions")
            .whereLayer("running")
            .mayOnlyAccessLayers("sample", "engine", "compiler", "intake", "documents", "model", "duckdb", "functions")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule everyClassLiesInThePackageOfItsModule =
            classes().should(ModuleRules.lieInThePackageOfTheirModule());

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().assignedFrom(ModuleRules.onePackageEach()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageStatesItsPurposeAndForbidsNull =
            classes().should(ModuleRules.lieInADescribedNullMarkedPackage());

    @ArchTest
    static final ArchRule onlyTheYamlPackageReadsYaml = noClasses()
            .that()
            .resideOutsideOfPackage("cn.mingjian.model.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..")
            .because("YAML is read as text with exact places, and only one reader does that");

    @ArchTest
    static final ArchRule onlyTheDuckdbModuleOpensConnections = noClasses()
            .that()
            .resideOutsideOfPackage("cn.mingjian.duckdb..")
            .should()
            .dependOnClassesThat(ModuleRules.openOrUseConnections())
            .because("limits and lock-down hold only for sessions that this module opened");

    /** The exception hands rows to the engine in its own batches; see decision 0006. */
    @ArchTest
    static final ArchRule onlyTheDuckdbModuleAndTheDoorKnowDuckdb = noClasses()
            .that()
            .resideOutsideOfPackages("cn.mingjian.duckdb..", "cn.mingjian.intake.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.duckdb..")
            .because("the engine can be replaced in one place");

    @ArchTest
    static final ArchRule theSampleNeverKnowsTheRules = noClasses()
            .that()
            .resideInAPackage("cn.mingjian.sample..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cn.mingjian.model.pack..")
            .because("a sample made from the rules would prove nothing about them");

    /** The worker writes its events for the process that ordered the run, and nothing else. */
    @ArchTest
    static final ArchRule onlyTheCommandLineAndTheWorkerPrint = noClasses()
            .that()
            .resideOutsideOfPackages("cn.mingjian.cli..", "cn.mingjian.engine.worker..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what reaches a person or a parent process passes one place, in the person's language");

    @ArchTest
    static final ArchRule nobodyPrintsStackTracesOrLogs = noClasses()
            .should()
            .callMethodWhere(target(name("printStackTrace")))
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.util.logging.."))
            .because("a message is a sentence for a person, and a log must not carry names or numbers");

    @ArchTest
    static final ArchRule nobodyReadsTheCurrentDate = noClasses()
            .should()
            .callMethodWhere(ModuleRules.readsTheCurrentDate())
            .because("a run is as of a given day, and repeats with the same result on any other");

    @ArchTest
    static final ArchRule rulesReadNoClock = noClasses()
            .that(resideInAnyPackage(
                    "cn.mingjian.functions..", "cn.mingjian.model..", "cn.mingjian.compiler..", "cn.mingjian.sample.."))
            .should()
            .callMethodWhere(ModuleRules.readsAClock())
            .because("what a rule, a plan or the sample says depends on its inputs alone");
}
