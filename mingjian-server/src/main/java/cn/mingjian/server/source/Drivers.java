package cn.mingjian.server.source;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.DriverFolder.Loaded;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The JDBC drivers: those of the class path, and those that whoever keeps the machine put into a folder. The address of a
 * database in the settings picks one by what the drivers themselves say; no text picks a class.
 */
@Component
public class Drivers {

    private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);

    /** Told to every driver that knows the word, unless the address says something of it. */
    private static final Map<String, String> TOLD = Map.of(
            "useCursorFetch", "true", // of MySQL, which else reads a whole table into memory
            "tinyInt1isBit", "false", // of MySQL and MariaDB: a code of 0, 1 and 2 is no yes or no
            "yearIsDateType", "false"); // of the same: a year is no first of January

    private static final Pattern KIND = Pattern.compile("jdbc:[A-Za-z0-9_-]{1,40}:");

    private final Path folder;
    private final List<Loaded> loaded;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A driver of the folder.
     *
     * @param jar the file, or the folder of files
     */
    public record Found(String name, String version, String jar) {}

    /** Those of the folder that the settings name, with what is said of it and of databases that none of them knows. */
    @Autowired
    Drivers(SourceSettings settings, ServerSettings server) {
        this(Optional.ofNullable(settings.drivers()).orElse(server.data().resolve("drivers")));
        settings.databases().stream()
                .filter(database -> accepting(database.url()).isEmpty())
                .map(database -> none(database.url()))
                .forEach(problems::add);
        problems.forEach(Drivers::log);
        DriverManager.setLoginTimeout(settings.limits().patienceSeconds()); // which most drivers heed
    }

    Drivers(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        DriverFolder read = new DriverFolder(this.folder);
        loaded = read.loaded();
        problems.addAll(read.refused());
    }

    /** Those of the folder. */
    public List<Found> found() {
        return loaded.stream()
                .map(one -> new Found(
                        one.driver().getClass().getName(),
                        one.driver().getMajorVersion() + "." + one.driver().getMinorVersion(),
                        one.jar()))
                .toList();
    }

    /** Sentences on what was not loaded, and on what is missing. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Connects by the first driver that accepts an address.
     *
     * @throws Refusal when none does
     */
    Connection connect(String url, Properties properties) throws SQLException {
        Driver driver = accepting(url).orElseThrow(() -> refusal(url));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(driver.getClass().getClassLoader()); // by which a driver finds its other parts
        try {
            Properties all = told(driver, url);
            all.putAll(properties);
            return Optional.ofNullable(driver.connect(url, all)).orElseThrow(() -> refusal(url));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Optional<Driver> accepting(String url) {
        return Stream.concat(DriverManager.drivers(), loaded.stream().map(Loaded::driver))
                .filter(driver -> accepts(driver, url))
                .findFirst();
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Properties told(Driver driver, String url) {
        Properties told = new Properties();
        String said = url.toLowerCase(Locale.ROOT);
        try {
            for (DriverPropertyInfo known : Objects.requireNonNullElse(
                    driver.getPropertyInfo(url, new Properties()), new DriverPropertyInfo[0])) {
                String value = TOLD.get(known.name);
                if (value != null && !said.contains(known.name.toLowerCase(Locale.ROOT))) {
                    told.setProperty(known.name, value);
                }
            }
        } catch (SQLException e) {
            told.clear(); // it does not say what it knows
        }
        return told;
    }

    /** Of an address only its beginning is said, which names the kind of database. */
    private Problem none(String url) {
        Matcher kind = KIND.matcher(url);
        return Problem.error(Place.of(""), "sources.no-driver", kind.lookingAt() ? kind.group() : "?", folder);
    }

    private Refusal refusal(String url) {
        Problem none = none(url);
        log(none);
        return Refusal.of(409, none.code(), none.arguments().toArray());
    }

    private static void log(Problem problem) {
        LOG.warn(Messages.text(Language.EN, problem.code(), problem.arguments().toArray()));
    }
}
