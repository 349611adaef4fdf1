import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Multiplies what the sample's county holds, in a data folder whose server does not run. */
final class Fill {

    private static final Map<String, Integer> SIZES =
            Map.of("offices", 500, "accounts", 5_000, "deliveries", 2_000, "runs", 20_000, "clues", 15);

    private Fill() {}

    /** @param arguments the file of statements; the data folder is {@code -Dmingjian.data} */
    public static void main(String[] arguments) throws Exception {
        ServerSettings settings = ServerSettings.ofEnvironment("");
        String sql = Files.readString(Path.of(arguments[0]));
        for (Map.Entry<String, Integer> size : SIZES.entrySet()) {
            sql = sql.replace("${" + size.getKey() + "}", Integer.getInteger(size.getKey(), size.getValue()).toString());
        }
        try (StateDatabase state = StateDatabase.start(settings);
                Connection database = state.connect();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute(sql);
            database.commit();
            files(settings, statement);
            statement.execute("drop table load_delivery");
            database.commit();
            database.setAutoCommit(true);
            statement.execute("vacuum analyze");
            for (String table : List.of("office", "account", "delivery", "run", "clue")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    System.out.println(table + " " + rows.getLong(1));
                }
            }
        }
    }

    /** Each delivery has the files of its template, by links: they are read, not written. */
    private static void files(ServerSettings settings, Statement statement) throws Exception {
        try (ResultSet rows = statement.executeQuery("select l.id, l.office_id, t.office_id, t.id"
                + " from load_delivery l join delivery t on t.id = l.template")) {
            while (rows.next()) {
                Path offices = settings.data().resolve("offices");
                Path target = offices.resolve(rows.getString(2) + "/deliveries/" + rows.getString(1) + "/files");
                Path source = offices.resolve(rows.getString(3) + "/deliveries/" + rows.getString(4) + "/files");
                link(source, target);
            }
        }
    }

    private static void link(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.createLink(target.resolve(file.getFileName()), file);
            }
        }
    }
}
