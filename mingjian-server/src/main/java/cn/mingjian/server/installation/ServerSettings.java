package cn.mingjian.server.installation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation is told at start.
 *
 * @param home the folder of the product, with the library beside it
 * @param data where the product keeps what it makes
 * @param database the JDBC address of an outside PostgreSQL with user and password, or null for our own
 */
@ConfigurationProperties("mingjian")
public record ServerSettings(Path home, Path data, @Nullable String database) {

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
}
