package cn.mingjian.server.installation;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation is told at start.
 *
 * @param home the folder of the product, with the library beside it
 * @param data where the product keeps what it makes
 * @param database the JDBC address of an outside PostgreSQL with its user, or null for our own
 * @param databasePasswordFile the file whose first line is that user's password, or null where it stands elsewhere
 */
@ConfigurationProperties("mingjian")
public record ServerSettings(
        Path home,
        Path data,
        @Nullable String database,
        @Nullable Path databasePasswordFile) {

    /**
     * The settings of the environment. The launcher says where the product is; where it keeps what it makes is the system
     * property {@code mingjian.data}, the environment variable {@code MINGJIAN_DATA}, or the folder {@code work} beside it;
     * {@code MINGJIAN_DATABASE} and {@code MINGJIAN_DATABASE_PASSWORD_FILE} name an outside database.
     *
     * @param folder a folder under that, empty for itself
     */
    public static ServerSettings ofEnvironment(String folder) {
        String home = System.getProperty("mingjian.home", ".");
        String data = Optional.ofNullable(System.getProperty("mingjian.data", System.getenv("MINGJIAN_DATA")))
                .orElse(home + "/work");
        return new ServerSettings(
                absolute(Path.of(home)), // a system property of this name may be relative
                absolute(Path.of(data, folder)),
                System.getenv("MINGJIAN_DATABASE"),
                Optional.ofNullable(System.getenv("MINGJIAN_DATABASE_PASSWORD_FILE"))
                        .map(Path::of)
                        .orElse(null));
    }

    /** The same with another database. */
    public ServerSettings withDatabase(@Nullable String address, @Nullable Path passwordFile) {
        return new ServerSettings(home, data, address, passwordFile);
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /** The library of contracts, laws, tables and models. */
    public Path library() {
        return home.resolve("library");
    }

    /** Keys, passwords and registers of the installation. */
    public Path state() {
        return data.resolve("state");
    }

    /** The register of form numbers. */
    public Path forms() {
        return state().resolve("forms.jsonl");
    }

    /** Where the folders of runs are made. */
    public Path work() {
        return data.resolve("work");
    }

    /** There while a restore writes into the data folder: what lies there is not whole. */
    public Path restoring() {
        return data.resolve("restoring");
    }
}
