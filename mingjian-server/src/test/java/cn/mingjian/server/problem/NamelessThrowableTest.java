package cn.mingjian.server.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The log of the product, as its configuration makes it. */
class NamelessThrowableTest {

    @Test
    void shouldSayKindAndPlaceOfAFailureButNotItsWords() throws JoranException {
        String log = logged(new IllegalStateException("王小明 11010519491231002X", new IllegalArgumentException("李四")));

        assertThat(log)
                .contains(" ERROR ", "A request failed", "java.lang.IllegalStateException")
                .contains("because of java.lang.IllegalArgumentException", "NamelessThrowableTest")
                .doesNotContain("王小明", "11010519491231002X", "李四");
    }

    @Test
    void shouldWriteWarningsAndNothingLess() throws JoranException {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            LoggerContext log = context();
            log.getLogger("some.library").info("connected as somebody");
            log.getLogger("some.library").warn("a pool is full");
            log.stop();
        } finally {
            System.setErr(before);
        }
        assertThat(bytes.toString(UTF_8)).contains("a pool is full").doesNotContain("somebody");
    }

    private static String logged(Throwable failure) throws JoranException {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            LoggerContext log = context();
            log.getLogger("test").error("A request failed", failure);
            log.stop();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(UTF_8);
    }

    private static LoggerContext context() throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(NamelessThrowableTest.class.getResource("/logback.xml")));
        return context;
    }
}
