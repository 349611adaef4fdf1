package cn.mingjian.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.audit.AuditChain;
import cn.mingjian.server.testing.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AuditCommandTest {

    private final TestServer server = TestServer.get();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... arguments) {
        return new CommandLine(new AuditCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void shouldVerifyTheChainOfARunningServer() {
        server.office();
        AuditChain.Finding found = server.part(AuditChain.class).verify();

        int code = call("verify", "--lang", "en", "--noted", found.entries() + ":" + found.head());

        assertThat(code).isZero();
        assertThat(out.toString()).contains(found.entries() + ":" + found.head());
    }

    @Test
    void shouldSayWhatIsWrongWhenANotedEndIsNotInTheChain() {
        server.office();

        assertThat(call("verify", "--noted", "1:" + "0".repeat(64))).isEqualTo(3);

        assertThat(err.toString()).contains("截去");
        assertThat(call("verify", "--noted", "yesterday")).isEqualTo(2);
    }
}
