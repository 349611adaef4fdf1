package cn.mingjian.server.installation;

import cn.mingjian.model.folder.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** What kind of installation this is: one for use, or one that holds the sample county and says so on every page. */
@Component
public class Installation {

    private final ServerSettings settings;

    Installation(ServerSettings settings) {
        this.settings = settings;
    }

    /** Whether it holds the sample: never for use. */
    public boolean sample() {
        return Files.exists(file());
    }

    /** Makes it one, with the password that the ready-made accounts share. */
    public void becomeSample(String password) {
        try {
            Files.createDirectories(settings.state());
            Folders.write(file(), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That password. */
    public String samplePassword() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the sample has the runs that it begins with; a start that was stopped before leaves them to the next. */
    public boolean sampleFilled() {
        return Files.exists(filled());
    }

    /** It has them. */
    public void becomeFilled() {
        try {
            Folders.write(filled(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return settings.state().resolve("sample");
    }

    private Path filled() {
        return settings.state().resolve("sample-filled");
    }
}
