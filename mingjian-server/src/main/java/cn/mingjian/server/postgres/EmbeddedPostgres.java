package cn.mingjian.server.postgres;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own for trial and small offices: its own data folder, a password made at first start, reachable
 * from this machine only, every commit on the disk. What a killed server left running is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The user of the database, and the database's name. */
    static final String USER = "mingjian";

    private static final int SECRET_BYTES = 32;
    private static final long PATIENCE_SECONDS = 60;
    private static final long GLANCE_MILLIS = 50;

    /** Of the file in which PostgreSQL says where it is: the process, its folder, its start, its port. */
    private static final int PORT_LINE = 3;

    private final Path home;
    private final Path bin;
    private final int port;
    private final Process process;
    private final FileChannel door;

    private EmbeddedPostgres(Path home, Path bin, int port, Process process, FileChannel door) {
        this.home = home;
        this.bin = bin;
        this.port = port;
        this.process = process;
        this.door = door;
    }

    /**
     * Starts it, making what is missing.
     *
     * @param home its folder
     * @throws ProblemException when another server uses the folder, or nobody but root could enter it
     */
    public static EmbeddedPostgres start(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel door = door(home);
            try {
                return started(home.toRealPath(), door);
            } catch (IOException | RuntimeException e) {
                door.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * One that another process runs, with the same right to its files.
     *
     * @param url where it is
     */
    record Running(String url, String password) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, USER, password);
        }
    }

    /** The one that runs in a folder, for the server or left behind by one that was killed. */
    static Optional<Running> running(Path home) {
        try {
            if (!Files.exists(home) || process(home.toRealPath()).isEmpty()) {
                return Optional.empty();
            }
            int port = Integer.parseInt(
                    Files.readAllLines(mark(home)).get(PORT_LINE).strip());
            return Optional.of(new Running(url(port), password(home)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel door(Path home) throws IOException {
        FileChannel door = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = door.tryLock();
        if (lock == null) {
            door.close();
            throw new ProblemException(Place.of(home.toString()), "server.already-runs");
        }
        return door;
    }

    private static EmbeddedPostgres started(Path home, FileChannel door) throws IOException, InterruptedException {
        Path bin = PostgresBinaries.unpackedUnder(home);
        if (!OwnUser.canEnter(bin)) {
            throw new ProblemException(Place.of(home.toString()), "server.folder-closed");
        }
        password(home);
        if (!Files.exists(home.resolve("data"))) {
            make(home, bin);
        }
        stopLeftover(home, bin);
        int port = freePort();
        Process process = program(
                home,
                List.of(
                        bin.resolve("postgres").toString(),
                        "-D",
                        home.resolve("data").toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "port=" + port,
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=60"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(home, bin, port, process, door);
        postgres.awaitReady();
        return postgres;
    }

    /** Made whole or not at all: it gets its name when it is ready. */
    private static void make(Path home, Path bin) throws IOException, InterruptedException {
        Path partial = home.resolve("data.partial");
        Path secret = home.resolve("password.given");
        Folders.makeAnew(partial);
        Files.deleteIfExists(secret);
        Folders.write(secret, Files.readString(home.resolve("password")));
        OwnUser.own(partial);
        OwnUser.own(secret);
        Process initialise = program(
                home,
                List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + partial,
                        "--username=" + USER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8"));
        int code = initialise.waitFor();
        Files.delete(secret);
        if (code != 0) {
            throw new ProblemException(Place.of(home.resolve("log").toString()), "server.postgres-failed", code);
        }
        Files.move(partial, home.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void stopLeftover(Path home, Path bin) throws IOException, InterruptedException {
        if (process(home).isPresent()) {
            stop(home, bin);
        }
    }

    /** Stops what a killed process left running in a folder. */
    static void stopLeftoverIn(Path home) {
        try {
            if (Files.exists(home)) {
                stopLeftover(home.toRealPath(), PostgresBinaries.bin(home.toRealPath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The process that runs in a folder. */
    private static Optional<ProcessHandle> process(Path home) throws IOException {
        if (!Files.exists(mark(home))) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(mark(home)).get(0).strip());
        return ProcessHandle.of(pid).filter(process -> process.info()
                .command()
                .filter(command -> command.startsWith(home.toString()))
                .isPresent());
    }

    private static Path mark(Path home) {
        return home.resolve("data/postmaster.pid");
    }

    private static void stop(Path home, Path bin) throws IOException, InterruptedException {
        program(
                        home,
                        List.of(
                                bin.resolve("pg_ctl").toString(),
                                "stop",
                                "--mode=fast",
                                "--wait",
                                "--pgdata=" + home.resolve("data")))
                .waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static Process program(Path home, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(OwnUser.command(new ArrayList<>(command)))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PGUSER", USER);
        return builder.start();
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Connection connection = connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                Thread.sleep(GLANCE_MILLIS);
            }
        }
        process.destroy();
        throw new ProblemException(
                Place.of(home.resolve("log").toString()),
                "server.postgres-failed",
                process.isAlive() ? "-" : process.exitValue());
    }

    /** Where the database is. */
    public String url() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, password());
    }

    /** The password of {@link #USER}. */
    public String password() {
        try {
            return password(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            Folders.write(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops it; what was committed stays. */
    @Override
    public void close() {
        try (door) {
            stop(home, bin);
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
