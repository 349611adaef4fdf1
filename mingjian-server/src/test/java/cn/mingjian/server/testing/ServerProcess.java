package cn.mingjian.server.testing;

import cn.mingjian.server.StartedServer;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.sample.SampleOffices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server of the sample in a process of its own, that can be killed. */
public final class ServerProcess {

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");
    private static final int PORT_LINE = 3;

    private final Path data;
    private final Process process;
    private final String address;

    private ServerProcess(Path data, Process process, String address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    /** What the process does: starts the server with the accounts of the sample, and says where it is. */
    public static void main(String[] arguments) {
        StartedServer server = StartedServer.start(ServerSettings.ofEnvironment(""), List.of("--server.port=0"));
        server.part(SampleOffices.class).makeOnce();
        System.out.println(server.address());
    }

    /** Starts it; returns when it answers. */
    public static ServerProcess start(Path data) {
        return start(new ServerSettings(Path.of(".."), data, null, null));
    }

    /** The same with settings of the machine. */
    public static ServerProcess start(Path data, Map<String, String> environment) {
        return start(new ServerSettings(Path.of(".."), data, null, null), environment);
    }

    /** The same on another database. */
    public static ServerProcess start(ServerSettings settings) {
        return start(settings, Map.of());
    }

    private static ServerProcess start(ServerSettings settings, Map<String, String> environment) {
        Path data = settings.data();
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx600m",
                            "-XX:TieredStopAtLevel=1", // most of its short life is its start
                            "-Dmingjian.home=" + System.getProperty("mingjian.home", ".."),
                            "-Dmingjian.data=" + data,
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServerProcess.class.getName())
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(data.resolve("err").toFile()));
            builder.environment().putAll(environment);
            if (settings.database() != null) {
                builder.environment().put("MINGJIAN_DATABASE", settings.database());
                builder.environment().put("MINGJIAN_DATABASE_PASSWORD_FILE", settings.databasePasswordFile() + "");
            }
            Process process = builder.start();
            return new ServerProcess(data, process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("The server did not start");
    }

    /** A person of the sample's county who has signed in. */
    public Person signedIn(String login) {
        try {
            Person person = new Person(address);
            person.signIn(login, Files.readString(folder().resolve("state/sample")));
            return person;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it keeps what it makes. */
    public Path folder() {
        return data;
    }

    /** The most memory that it had so far, as the kernel tells it. */
    public String peakMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElse("not known");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its database. */
    public Connection database() throws SQLException, IOException {
        Path home = folder().resolve("postgres");
        List<String> mark = Files.readAllLines(home.resolve("data/postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + mark.get(PORT_LINE).strip() + "/postgres",
                "mingjian",
                Files.readString(home.resolve("password")));
    }

    /** Kills it (signal 9); its database is left behind, as after any such death. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it as an administrator does. */
    public void stop() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
