package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data come from by themselves. Only whoever administers the machine sets it, by the environment
 * ({@code MINGJIAN_SOURCES_WATCHED_0_FOLDER}); no page does.
 *
 * @param drivers the folder of JDBC drivers, or null for {@code drivers} in the data folder
 */
@ConfigurationProperties("mingjian.sources")
record SourceSettings(
        @DefaultValue List<Watched> watched,
        @DefaultValue List<Database> databases,
        @DefaultValue Limits limits,
        @Nullable Path drivers) {

    /** What the settings name, whose office and department are those of its steward. */
    sealed interface Source {

        /** What it is known by: a folder by its path, a database by its name. */
        String id();

        /** The account of the data steward who answers for it. */
        String steward();
    }

    /**
     * A folder whose files become deliveries.
     *
     * @param steward the account of the data steward who answers for it: office and department are theirs
     */
    record Watched(Path folder, String steward) implements Source {

        Watched {
            folder = Objects.requireNonNull(folder).toAbsolutePath().normalize();
            Objects.requireNonNull(steward);
        }

        @Override
        public String id() {
            return folder.toString();
        }
    }

    /**
     * A database of which tables can be fetched.
     *
     * @param name by which people know it, in letters, digits and hyphens
     * @param passwordFile the file whose first line is the password
     * @param steward the account of the data steward who answers for it: office and department are theirs
     */
    record Database(
            String name,
            String url,
            @Nullable String user,
            @Nullable Path passwordFile,
            String steward) implements Source {

        Database {
            if (!Objects.requireNonNull(name).matches("[a-z0-9][a-z0-9-]{0,40}")) {
                throw new IllegalArgumentException("The name of a database is of a-z, 0-9 and hyphens: " + name);
            }
            if (Objects.requireNonNull(url).toLowerCase(Locale.ROOT).contains("password=")) {
                throw new IllegalArgumentException("The password of database " + name + " stands in a file of its own");
            }
            Objects.requireNonNull(steward);
        }

        /**
         * The first line of its file, none where the settings name no file.
         *
         * @throws Refusal when it cannot be read
         */
        Optional<String> password() {
            if (passwordFile == null) {
                return Optional.empty();
            }
            try (Stream<String> lines = Files.lines(passwordFile)) {
                return Optional.of(lines.findFirst().orElse(""));
            } catch (IOException | UncheckedIOException e) {
                throw Refusal.conflict("sources.database-password");
            }
        }

        @Override
        public String id() {
            return name;
        }
    }

    /**
     * How much is taken at once.
     *
     * @param quietSeconds how long a file must not have changed to count as whole
     * @param bytes of a file
     * @param rows of a table
     * @param minutes for a table
     * @param patienceSeconds for a database to let us in, or to tell its tables
     */
    record Limits(
            @DefaultValue("20") int quietSeconds,
            @DefaultValue("2147483648") long bytes,
            @DefaultValue("20000000") long rows,
            @DefaultValue("120") int minutes,
            @DefaultValue("20") int patienceSeconds) {}
}
