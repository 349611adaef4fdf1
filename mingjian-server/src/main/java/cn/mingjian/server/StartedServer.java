package cn.mingjian.server;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.installation.ServerSettings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, running. */
public record StartedServer(ConfigurableApplicationContext context) {

    /**
     * Starts it.
     *
     * @param arguments Spring's, as {@code --server.port=8791}
     * @throws ProblemException when a restore into its data folder was not finished
     */
    public static StartedServer start(ServerSettings settings, List<String> arguments) {
        if (Files.exists(settings.restoring())) {
            throw new ProblemException(Place.of(settings.data().toString()), "server.restore-unfinished");
        }
        List<String> all = new ArrayList<>(arguments);
        all.add("--mingjian.home=" + settings.home());
        all.add("--mingjian.data=" + settings.data());
        Optional.ofNullable(settings.database()).ifPresent(url -> all.add("--mingjian.database=" + url));
        Optional.ofNullable(settings.databasePasswordFile())
                .ifPresent(file -> all.add("--mingjian.database-password-file=" + file));
        return new StartedServer(SpringApplication.run(MingjianServer.class, all.toArray(String[]::new)));
    }

    /** Where it listens, as a person on this machine opens it. */
    public String address() {
        WebServer listening = ((ServletWebServerApplicationContext) context).getWebServer();
        boolean sealed = Ssl.isEnabled(part(ServerProperties.class).getSsl());
        return (sealed ? "https" : "http") + "://127.0.0.1:"
                + Objects.requireNonNull(listening, "it was started").getPort() + "/";
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }
}
