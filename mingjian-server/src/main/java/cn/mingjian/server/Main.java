package cn.mingjian.server;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.SetupCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code serve}: the server on its own data folder. */
public final class Main {

    private Main() {}

    /** @param arguments Spring's, as {@code --server.port=8791} */
    public static void main(String[] arguments) {
        try {
            ConfigurableApplicationContext context = start(arguments);
            say("server.ready", address(context));
            if (!context.getBean(Accounts.class).any()) {
                say(
                        "server.set-up-here",
                        address(context),
                        context.getBean(SetupCode.class).text());
            }
        } catch (RuntimeException e) {
            problem(e).ifPresentOrElse(Main::print, () -> {
                throw e;
            });
            System.exit(4);
        }
    }

    /** Starts the application; the launcher says where the product is. */
    public static ConfigurableApplicationContext start(String... arguments) {
        String home = System.getProperty("mingjian.home", ".");
        String data = Optional.ofNullable(System.getProperty("mingjian.data"))
                .or(() -> Optional.ofNullable(System.getenv("MINGJIAN_DATA")))
                .orElse(Path.of(home, "work").toString());
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--mingjian.home=" + absolute(home)); // a system property of this name may be relative
        all.add("--mingjian.data=" + absolute(data));
        Optional.ofNullable(System.getenv("MINGJIAN_DATABASE")).ifPresent(url -> all.add("--mingjian.database=" + url));
        return SpringApplication.run(MingjianServer.class, all.toArray(String[]::new));
    }

    private static String absolute(String folder) {
        return Path.of(folder).toAbsolutePath().normalize().toString();
    }

    private static String address(ConfigurableApplicationContext context) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return "http://127.0.0.1:" + port + "/";
    }

    private static Optional<ProblemException> problem(@org.jspecify.annotations.Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static void print(ProblemException wrong) {
        for (Problem problem : wrong.problems()) {
            System.err.println(Messages.render(problem, Language.ZH));
            System.err.println(Messages.render(problem, Language.EN));
        }
    }

    private static void say(String key, Object... arguments) {
        System.out.println(Messages.text(Language.ZH, key, arguments));
        System.out.println(Messages.text(Language.EN, key, arguments));
    }
}
