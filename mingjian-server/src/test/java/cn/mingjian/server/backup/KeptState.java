package cn.mingjian.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.audit.AuditChain;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an installation that does not run keeps: its files and its database. */
final class KeptState {

    private KeptState() {}

    /** The files under a folder, with their permissions and a digest of their content. */
    static Map<String, String> tree(Path top) throws IOException {
        Map<String, String> tree = new HashMap<>();
        try (Stream<Path> found = Files.walk(top)) {
            for (Path path : found.toList()) {
                String content = Files.isDirectory(path)
                        ? ""
                        : " "
                                + Files.readString(path, StandardCharsets.ISO_8859_1)
                                        .hashCode();
                tree.put(
                        top.relativize(path).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + content);
            }
        }
        return tree;
    }

    static void assertWholeChain(ServerSettings settings) throws SQLException {
        try (StateDatabase database = StateDatabase.open(settings)) {
            assertThat(AuditChain.over(database.source(), settings.state())
                            .verify()
                            .flaw())
                    .isNull();
        }
        assertThat(entries(settings)).isGreaterThan(5);
    }

    static long entries(ServerSettings settings) {
        try (StateDatabase database = StateDatabase.open(settings)) {
            return JdbcClient.create(database.source())
                    .sql("select count(*) from audit_entry")
                    .query(Long.class)
                    .single();
        }
    }

    static void write(ServerSettings settings, String sql) throws SQLException {
        try (StateDatabase database = StateDatabase.open(settings);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set mingjian.actor = 'SYSTEM 0'");
            statement.execute(sql);
        }
    }
}
