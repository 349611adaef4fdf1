package cn.mingjian.server.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.model.Words;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/** Registers that nobody delivers are built from others; what the codes of those mean goes with them. */
class BuiltRegisterTest {

    private final TestServer server = TestServer.get();

    @Test
    void shouldSayCodesInBothLanguagesWhereTheirRegisterWasBuilt() {
        CheckedModel model = server.part(Compiler.class)
                .check(
                        server.part(Packages.class)
                                .find("judgment-against-itself")
                                .orElseThrow(),
                        Delivered.RAW,
                        Settings.FOR_CHECK);

        assertThat(model.rules().values())
                .filteredOn(rule -> rule.title().en().contains("{main_type}"))
                .hasSizeGreaterThan(2)
                .allSatisfy(rule -> assertThat(rule.clues().typeOf("main_type").codes())
                        .containsEntry("有期徒刑", new Words("有期徒刑", "Fixed-term imprisonment")));
    }
}
