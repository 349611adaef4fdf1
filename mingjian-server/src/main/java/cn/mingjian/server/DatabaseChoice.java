package cn.mingjian.server;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.installation.ServerSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database holds the state: our own, or the one that is named here or in the environment. */
final class DatabaseChoice {

    @Option(names = "--database", paramLabel = "jdbc:postgresql://...", descriptionKey = "database")
    private @Nullable String address;

    @Option(names = "--database-password-file", paramLabel = "FILE", descriptionKey = "database-password-file")
    private @Nullable Path passwordFile;

    /** The settings of the environment with what was chosen here. */
    ServerSettings settings(String folder) {
        ServerSettings settings = ServerSettings.ofEnvironment(folder);
        if (address != null && address.contains("password=")) {
            throw new ProblemException(Place.of(""), "server.database-password-shown");
        }
        String database = address == null ? settings.database() : address;
        Path file = passwordFile == null ? settings.databasePasswordFile() : passwordFile;
        return settings.withDatabase(database, file);
    }
}
