package cn.mingjian.server;

import cn.mingjian.running.RunChain;
import cn.mingjian.server.audit.AuditChain;
import cn.mingjian.server.audit.AuditChain.Finding;
import cn.mingjian.server.audit.ChainHead;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code audit verify} where there is a server: the record of runs of the command line, and the chain of acts of each
 * server under the data folder, whether it runs or not.
 */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.server_usage",
        exitCodeOnExecutionException = Main.BAD_INPUT)
final class AuditCommand implements Runnable {

    private static final List<String> FOLDERS = List.of("", "demo");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "messages.server_usage")
    int verify(
            @Option(names = "--noted", paramLabel = "NUMBER:SHA256", descriptionKey = "noted") @Nullable String noted,
            @Mixin(name = "telling") Telling telling,
            @Mixin(name = "database") DatabaseChoice database) {
        Optional<ChainHead> head = Optional.ofNullable(noted).map(text -> head(text, telling));
        boolean whole = runs(telling);
        for (ServerSettings settings : installations(database)) {
            try (StateDatabase state = StateDatabase.open(settings)) {
                Finding found = AuditChain.over(state.source(), settings.state())
                        .verify(head.stream().toArray(ChainHead[]::new));
                whole &= tell(telling, found, settings.data().toString());
            }
        }
        return whole ? 0 : Main.BAD_INPUT;
    }

    /** An outside database is that of one installation; of our own there may be two. */
    private static List<ServerSettings> installations(DatabaseChoice database) {
        List<ServerSettings> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            ServerSettings settings = database.settings(folder);
            if (StateDatabase.exists(settings)) {
                found.add(settings);
            }
            if (settings.database() != null) {
                break;
            }
        }
        return found;
    }

    private ChainHead head(String text, Telling telling) {
        String[] parts = text.split(":");
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
            throw new ParameterException(spec.commandLine(), telling.text("server.audit-noted-form"));
        }
        return new ChainHead(Long.parseLong(parts[0]), parts[1]);
    }

    private boolean runs(Telling telling) {
        RunChain.Finding found =
                RunChain.of(ServerSettings.ofEnvironment("").data()).verify();
        if (found.broken().isPresent()) {
            return broken(telling.text(
                    "running.runs-broken", RunChain.FILE, found.broken().getAsInt()));
        }
        telling.say("running.runs-whole", found.runs(), found.head());
        return true;
    }

    private boolean tell(Telling telling, Finding found, String name) {
        if (found.flaw() == null) {
            telling.say("server.audit-whole", name, number(found.entries()), found.head());
            return true;
        }
        return broken(
                switch (found.flaw()) {
                    case CHANGED -> telling.text("server.audit-changed", name, number(found.entries() + 1));
                    case MISSING -> telling.text("server.audit-missing", name, number(found.entries() + 1));
                    case CUT_OFF -> telling.text("server.audit-cut-off", name, number(found.entries()));
                });
    }

    private boolean broken(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return false;
    }

    private static String number(long entry) {
        return Long.toString(entry); // to be typed again, so without separators
    }
}
