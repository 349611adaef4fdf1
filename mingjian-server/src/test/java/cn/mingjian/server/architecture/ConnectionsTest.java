package cn.mingjian.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stream of rows holds its connection until it is closed, and a pool of twenty is soon empty: lists and callbacks do not. */
class ConnectionsTest {

    @Test
    void shouldLeaveNoConnectionInAStreamOfRows() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "is queryForStream of " + JdbcOperations.class.getSimpleName(),
                        call -> call.getName().equals("queryForStream")))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("cn.mingjian.server"));
    }
}
