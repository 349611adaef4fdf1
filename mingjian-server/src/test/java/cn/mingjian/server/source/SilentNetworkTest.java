package cn.mingjian.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.SourceSettings.Database;
import cn.mingjian.server.source.SourceSettings.Limits;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network that takes everything and brings nothing any more. */
@Timeout(120)
class SilentNetworkTest {

    private static final Limits LIMITS = new Limits(1, 1, 10_000_000, 5, 60);
    private static final TestServer SERVER = TestServer.get(); // before the clock of a test runs

    /** A way to the PostgreSQL of the tests that can fall silent. */
    private static final class Way implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final int target;
        private volatile boolean silent;

        Way(int target) throws IOException {
            this.target = target;
            Patience.begin("way", this::open);
        }

        private void open() {
            try {
                while (true) {
                    Socket from = door.accept();
                    Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                    Patience.begin("there", () -> carry(from, to));
                    Patience.begin("back", () -> carry(to, from));
                }
            } catch (IOException e) {
                return; // closed
            }
        }

        private void carry(Socket from, Socket to) {
            byte[] some = new byte[8_192];
            try {
                for (int n = from.getInputStream().read(some);
                        n >= 0;
                        n = from.getInputStream().read(some)) {
                    if (silent) {
                        new Semaphore(0).acquireUninterruptibly();
                    }
                    to.getOutputStream().write(some, 0, n);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    @Test
    void shouldKeepNobodyWaitingWhoAsks() throws Exception {
        Database real = OutsideDatabases.POSTGRES.database();
        try (Way way = way(real)) {
            Database database = by(way, real);
            assertThat(new Patience(60).wait("x", () -> open(database).tables(), tables -> {}))
                    .isNotEmpty();
            way.silent = true;

            assertThatThrownBy(() -> new Patience(2).wait("x", () -> open(database), OutsideSession::close))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo("sources.database-silent"));
        }
    }

    @Test
    void shouldEndAFetchThatIsStoppedWhenNothingComesAnyMore() throws Exception {
        Database real = OutsideDatabases.POSTGRES.database();
        OutsideDatabases.POSTGRES.run(
                "drop schema if exists silent cascade",
                "create schema silent",
                "create view silent.slow as select x, pg_sleep(0.001)::text from generate_series(1, 1000000) g(x)");
        try (Way way = way(real)) {
            Fetch fetch = new Fetch(new Actor(0, Actor.Kind.PERSON, 0, 0, Set.of()));
            Reading reading = new Reading(open(by(way, real)), new OutsideTable("silent", "slow", true), fetch);
            Path file = SERVER.data().resolve("silent-" + System.nanoTime());
            CompletableFuture<Void> waits =
                    CompletableFuture.runAsync(() -> reading.write(file, Duration.ofMinutes(5)));
            while (fetch.page().rows() == 0) {
                Thread.sleep(20);
            }
            way.silent = true;
            fetch.stop();

            assertThatThrownBy(waits::join).hasCauseInstanceOf(CancellationException.class);
        }
    }

    private static Way way(Database database) throws IOException {
        return new Way(URI.create(database.url().substring("jdbc:".length())).getPort());
    }

    private static Database by(Way way, Database real) {
        String url = real.url().replaceFirst("//[^/]*/", "//127.0.0.1:" + way.door.getLocalPort() + "/");
        return new Database("silent", url, real.user(), real.passwordFile(), "nobody");
    }

    private static OutsideSession open(Database database) {
        return OutsideSession.open(OutsideDatabases.POSTGRES.drivers(), database, LIMITS);
    }
}
