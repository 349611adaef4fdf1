package cn.mingjian.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, running. */
public record StartedServer(ConfigurableApplicationContext context) {

    /**
     * Starts it. The launcher says where the product is; where it keeps what it makes is the system property
     * {@code mingjian.data}, the environment variable {@code MINGJIAN_DATA}, or the folder {@code work} beside it.
     *
     * @param folder a folder under that, empty for itself
     * @param arguments Spring's, as {@code --server.port=8791}
     */
    public static StartedServer start(String folder, List<String> arguments) {
        String home = System.getProperty("mingjian.home", ".");
        String data = Optional.ofNullable(System.getProperty("mingjian.data"))
                .or(() -> Optional.ofNullable(System.getenv("MINGJIAN_DATA")))
                .orElse(home + "/work");
        List<String> all = new ArrayList<>(arguments);
        all.add("--mingjian.home=" + absolute(Path.of(home))); // a system property of this name may be relative
        all.add("--mingjian.data=" + absolute(Path.of(data, folder)));
        Optional.ofNullable(System.getenv("MINGJIAN_DATABASE")).ifPresent(url -> all.add("--mingjian.database=" + url));
        return new StartedServer(SpringApplication.run(MingjianServer.class, all.toArray(String[]::new)));
    }

    private static String absolute(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    /** Where it listens, as a person on this machine opens it. */
    public String address() {
        WebServer listening = ((ServletWebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:"
                + Objects.requireNonNull(listening, "it was started").getPort() + "/";
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }
}
