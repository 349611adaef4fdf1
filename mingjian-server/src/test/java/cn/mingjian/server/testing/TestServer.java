package cn.mingjian.server.testing;

import cn.mingjian.model.Words;
import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.StartedServer;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Offices;
import cn.mingjian.server.identity.Passwords;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** One server for all tests of a virtual machine, with a database of its own; tests bring offices of their own. */
public final class TestServer {

    /** Keeps the rules for passwords. */
    public static final String PASSWORD = "Right-horse-7";

    /** The account of the data steward who answers for the watched folder; a test makes it. */
    public static final String WATCHES = "watching-steward";

    private static final Actor TEST = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final class Holder {
        static final TestServer ONLY = new TestServer();
    }

    /** Of {@link #PASSWORD}, for all accounts: a hash is made to be slow. */
    private final Supplier<String> hash =
            SingletonSupplier.of(() -> part(Passwords.class).hash("test", PASSWORD));

    private final Path data;
    private final Organisation organisation;
    private final StartedServer server;

    private TestServer() {
        try {
            // The database runs as an ordinary user, who must be able to enter.
            data = Files.createTempDirectory(
                    "mingjian-server",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty("mingjian.home", "..");
        System.setProperty("mingjian.data", data.toString());
        organisation = Organisation.start();
        server = StartedServer.start(ServerSettings.ofEnvironment(""), arguments());
        SpringApplication.getShutdownHandlers().add(this::clear);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--mingjian.test.switches=true",
                "--mingjian.sources.watched[0].folder=" + watched(),
                "--mingjian.sources.watched[0].steward=" + WATCHES,
                "--mingjian.sources.limits.quiet-seconds=1",
                "--mingjian.sign-in.address-failures=" + Integer.MAX_VALUE, // all tests have one address
                "--mingjian.outside-sign-in.certificate=CN"));
        try {
            arguments.addAll(organisation.settings(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arguments;
    }

    /** The organisation whose sign-in the server asks. */
    public Organisation organisation() {
        return organisation;
    }

    /** The server, started at the first call. */
    public static TestServer get() {
        return Holder.ONLY;
    }

    /** Once the server has stopped: a database whose folder is gone does not stop. */
    private void clear() {
        organisation.stop();
        try {
            Folders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public String address() {
        return server.address().replaceFirst("/$", "");
    }

    /** A part of the running application. */
    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    /** The folder that it watches, for the steward {@link #WATCHES}. */
    public Path watched() {
        return data.resolve("watched");
    }

    /** Where it keeps what it makes. */
    public Path data() {
        return data;
    }

    /** An office with one department. */
    public record Place(int office, int department) {}

    /** A county office of its own. */
    public Place office() {
        Offices offices = part(Offices.class);
        return part(Acts.class).write(TEST, Act.of("test.office", "office", ""), () -> {
            int office = offices.addOffice(null, "测试县人民检察院", "340123");
            return new Place(office, offices.addDepartment(office, Offices.TECHNOLOGY));
        });
    }

    /** Another department of an office. */
    public Place departmentBeside(Place place, String kind) {
        Offices offices = part(Offices.class);
        Offices.Kind other = new Offices.Kind(kind, Words.same(kind));
        return part(Acts.class)
                .write(
                        TEST,
                        Act.of("test.department", "office", place.office()),
                        () -> new Place(place.office(), offices.addDepartment(place.office(), other)));
    }

    /** A new account that is open for work. */
    public String account(Place place, Role... roles) {
        return pledged(newAccount(place, roles));
    }

    private String pledged(String login) {
        part(Acts.class).write(TEST, Act.of("test.pledge", "account", login), () -> part(JdbcClient.class)
                .sql("update account set pledged_until = current_date + 365 where login = ?")
                .param(login)
                .update());
        return login;
    }

    /** A person with an account of a name, who has signed in. */
    public Person signedInAs(String login, Place place, Role... roles) {
        Person person = new Person(address());
        person.enter(pledged(newAccount(login, place, roles)), PASSWORD);
        return person;
    }

    /** A new account whose pledge is still to be given. */
    public String newAccount(Place place, Role... roles) {
        return newAccount("t" + NEXT.incrementAndGet(), place, roles);
    }

    private String newAccount(String login, Place place, Role... roles) {
        part(Acts.class).write(TEST, Act.of("test.account", "account", login), () -> part(Offices.class)
                .addHashedAccount(place.department(), login, "测试员", Set.of(roles), hash.get()));
        return login;
    }

    /** An account that is open for work, as queries take it. */
    public Actor actor(Place place, Role... roles) {
        int id = part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(account(place, roles))
                .query(Integer.class)
                .single();
        return new Actor(id, Actor.Kind.PERSON, place.office(), place.department(), Set.of(roles));
    }

    /** Writes for a test. */
    public void act(Runnable work) {
        part(Acts.class).write(TEST, Act.of("test.act", "test", ""), work);
    }

    /** A person with one of these roles who has signed in. */
    public Person signedIn(Place place, Role... roles) {
        Person person = new Person(address());
        person.enter(account(place, roles), PASSWORD);
        return person;
    }
}
