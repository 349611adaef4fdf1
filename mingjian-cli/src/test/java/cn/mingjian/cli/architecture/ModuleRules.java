package cn.mingjian.cli.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The conditions and predicates that ArchUnit does not bring along. */
final class ModuleRules {

    private static final Pattern MODULE_OF_SOURCE = Pattern.compile("/mingjian-([a-z]+)/target/");
    private static final Set<String> DATES = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay");

    private ModuleRules() {}

    static ArchCondition<JavaClass> lieInThePackageOfTheirModule() {
        return new ArchCondition<>("lie in the package of their module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String source = type.getSource().orElseThrow().getUri().toString();
                Matcher module = MODULE_OF_SOURCE.matcher(source);
                boolean holds = module.find()
                        && (type.getPackageName() + ".").startsWith("cn.mingjian." + module.group(1) + ".");
                events.add(new SimpleConditionEvent(type, holds, type.getName() + " lies in " + source));
            }
        };
    }

    static ArchCondition<JavaClass> lieInADescribedNullMarkedPackage() {
        return new ArchCondition<>("lie in a package whose package-info carries @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                boolean holds = home.tryGetPackageInfo().isPresent() && home.isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type,
                        holds,
                        home.getName() + " has no package-info.java with @NullMarked (" + type.getName() + ")"));
            }
        };
    }

    static SliceAssignment onePackageEach() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "one package each";
            }
        };
    }

    static DescribedPredicate<JavaClass> openOrUseConnections() {
        return DescribedPredicate.describe(
                "open a connection or speak to one of the engine",
                type -> type.isEquivalentTo(DriverManager.class)
                        || type.getName().matches("org\\.duckdb\\.DuckDB(Connection|Driver|.*Statement|Appender)"));
    }

    static DescribedPredicate<JavaMethodCall> readsTheCurrentDate() {
        return DescribedPredicate.describe(
                "reads the current date or local time",
                call -> call.getName().equals("now")
                                && DATES.contains(call.getTargetOwner().getName())
                        || call.getName().equals("getInstance")
                                && call.getTargetOwner().isEquivalentTo(Calendar.class));
    }

    static DescribedPredicate<JavaMethodCall> readsAClock() {
        return DescribedPredicate.describe(
                "reads a clock",
                call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")
                        || call.getTargetOwner().isEquivalentTo(Instant.class)
                                && call.getName().equals("now")
                        || call.getTargetOwner().isEquivalentTo(System.class)
                                && List.of("currentTimeMillis", "nanoTime").contains(call.getName()));
    }
}
