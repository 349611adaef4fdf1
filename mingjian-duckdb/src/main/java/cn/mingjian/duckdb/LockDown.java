package cn.mingjian.duckdb;

import cn.mingjian.functions.DomainFunction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Sets limits, makes the functions known, and then closes every way out of the session; the order matters. */
final class LockDown {
    private LockDown() {}

    static void apply(
            DuckDBConnection connection,
            DuckLimits limits,
            Path temporaryFolder,
            DuckFiles files,
            List<DomainFunction> functions,
            Planning planning)
            throws SQLException {
        for (String setting : limits(limits, temporaryFolder)) {
            execute(connection, setting);
        }
        if (planning == Planning.AS_WRITTEN) {
            execute(connection, "PRAGMA disable_optimizer");
        }
        for (DomainFunction function : functions) {
            Optional<String> macro = NativeForms.macro(function);
            if (macro.isPresent()) {
                execute(connection, macro.get());
            } else {
                FunctionRegistration.register(function, connection);
            }
        }
        for (String setting : doors(files)) {
            execute(connection, setting);
        }
    }

    /** Every setting, in the order in which {@link #apply} makes them. */
    static List<String> settings(DuckLimits limits, Path temporaryFolder, DuckFiles files) {
        List<String> settings = new ArrayList<>(limits(limits, temporaryFolder));
        settings.addAll(doors(files));
        return settings;
    }

    private static List<String> limits(DuckLimits limits, Path temporaryFolder) {
        return List.of(
                "SET memory_limit = '" + limits.memoryBytes() + "B'",
                "SET threads = " + limits.threads(),
                "SET temp_directory = " + SqlText.path(temporaryFolder),
                // After the folder: setting the folder resets the size.
                "SET max_temp_directory_size = '" + limits.temporaryBytes() + "B'",
                "SET enable_progress_bar = true",
                "SET enable_progress_bar_print = false",
                "SET preserve_insertion_order = true",
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "SET allow_community_extensions = false",
                "SET allow_persistent_secrets = false");
    }

    private static List<String> doors(DuckFiles files) {
        List<String> settings = new ArrayList<>();
        settings.add("SET allowed_paths = "
                + files.readable().stream().map(SqlText::path).collect(Collectors.joining(", ", "[", "]")));
        files.writable()
                .ifPresent(folder -> settings.add("SET allowed_directories = ["
                        + SqlText.literal(folder + folder.getFileSystem().getSeparator()) + "]"));
        settings.add("SET enable_external_access = false");
        settings.add("SET lock_configuration = true");
        return settings;
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
