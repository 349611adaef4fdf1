package cn.mingjian.server.source;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A folder of JDBC drivers. Each jar has a class loader of its own, so that two drivers with classes of one name do not meet;
 * the jars of a folder in it belong to one driver and share one. None sees the classes of the server, nor the server theirs.
 */
final class DriverFolder {

    private static final String JAR = ".jar";

    /** Loggers of all, which are not a driver's. */
    private static final Set<String> SHARED = Set.of("", Logger.GLOBAL_LOGGER_NAME, "null");

    private final List<Loaded> loaded = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();

    /**
     * A driver and where it came from.
     *
     * @param muted its loggers, which Java forgets where nobody holds them
     */
    record Loaded(String jar, Driver driver, List<Logger> muted) {}

    static {
        System.setProperty("mariadb.logging.disable", "true"); // it prints what the database says
    }

    /** Reads it; a folder that is not there has no drivers. */
    DriverFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            if (!ours(folder)) {
                return;
            }
            for (Path entry : listed(folder)) {
                load(entry);
            }
        } catch (IOException e) {
            refused.add(Problem.error(Place.of(""), "sources.driver-unreadable", folder));
        }
    }

    List<Loaded> loaded() {
        return loaded;
    }

    /** Sentences on what was not loaded. */
    List<Problem> refused() {
        return refused;
    }

    private void load(Path entry) throws IOException {
        boolean together = Files.isDirectory(entry);
        if (!together && !isJar(entry)) {
            return;
        }
        List<Path> jars =
                together ? listed(entry).stream().filter(DriverFolder::isJar).toList() : List.of(entry);
        if (together && !ours(entry)) {
            return;
        }
        List<URL> addresses = new ArrayList<>();
        for (Path jar : jars) {
            if (!ours(jar)) {
                return;
            }
            addresses.add(jar.toRealPath().toUri().toURL());
        }
        if (!addresses.isEmpty()) {
            load(entry, addresses);
        }
    }

    private boolean ours(Path path) throws IOException {
        Optional<Path> open = OwnerOnly.openTo(path);
        open.ifPresent(other -> refused.add(Problem.error(Place.of(""), "sources.driver-open-to-others", path, other)));
        return open.isEmpty();
    }

    private void load(Path entry, List<URL> jars) {
        String name = entry.getFileName().toString();
        ClassLoader loader = new URLClassLoader(name, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        int before = loaded.size();
        try {
            Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
            while (drivers.hasNext()) {
                Driver driver = drivers.next();
                if (driver.getClass().getClassLoader() == loader) { // not one of Java's own
                    loaded.add(new Loaded(name, driver, muted(driver)));
                }
            }
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            refused.add(Problem.error(Place.of(""), "sources.driver-broken", entry, kind(e)));
            return;
        }
        if (loaded.size() == before) {
            refused.add(Problem.error(Place.of(""), "sources.driver-none", entry));
        }
    }

    /** What a driver logs may quote rows and names. */
    private static List<Logger> muted(Driver driver) {
        List<Logger> loggers = new ArrayList<>();
        loggers.add(Logger.getLogger(driver.getClass().getPackageName()));
        try {
            Logger parent = driver.getParentLogger();
            if (parent != null && !SHARED.contains(String.valueOf(parent.getName()))) {
                loggers.add(parent);
            }
        } catch (SQLException | LinkageError e) {
            return off(loggers); // it tells none
        }
        return off(loggers);
    }

    private static List<Logger> off(List<Logger> loggers) {
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        return loggers;
    }

    private static String kind(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().endsWith(JAR) && Files.isRegularFile(file);
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
