package cn.mingjian.server.installation;

import java.nio.file.Files;
import org.springframework.stereotype.Component;

/** What kind of installation this is. */
@Component
public class Installation {

    private final ServerSettings settings;

    Installation(ServerSettings settings) {
        this.settings = settings;
    }

    /** Whether it holds the sample county and ready-made accounts: never for use. */
    public boolean sample() {
        return Files.exists(settings.state().resolve("sample"));
    }
}
