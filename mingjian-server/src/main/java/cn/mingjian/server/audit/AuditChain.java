package cn.mingjian.server.audit;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.installation.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chain of acts: append-only, each entry with SHA-256 and SM3 over itself and the entry before. Its head is noted in a
 * file outside the database, so that a cut at the end is found too. Who can write both the database and that file can make
 * a chain anew: against them only a head helps that a person noted elsewhere.
 */
@Component
public class AuditChain {

    /** The file of the head, in the folder of keys and registers. It belongs to this database and to no copy of it. */
    public static final String HEAD_FILE = "audit-head";

    private static final String START = "0".repeat(64);
    private static final long LOCK = 0x6D696E676A69616EL; // "mingjian"

    private final JdbcClient database;
    private final Clock clock;

    @Nullable
    private final NotedHead noted;

    private final JsonMapper json = JsonMapper.shared();

    @Autowired
    AuditChain(JdbcClient database, Clock clock, ServerSettings settings) {
        this(database, clock, new NotedHead(settings.state()));
    }

    private AuditChain(JdbcClient database, Clock clock, @Nullable NotedHead noted) {
        this.database = database;
        this.clock = clock;
        this.noted = noted;
    }

    /** The chain in a database, for a command that works without the application; its head is noted by the next act. */
    public static AuditChain over(DataSource source) {
        return new AuditChain(JdbcClient.create(source), Clock.systemUTC(), (NotedHead) null);
    }

    /**
     * The same with its noted head.
     *
     * @param state the folder of keys and registers of the installation
     */
    public static AuditChain over(DataSource source, Path state) {
        return new AuditChain(JdbcClient.create(source), Clock.systemUTC(), new NotedHead(state));
    }

    /**
     * What a look at the whole chain found.
     *
     * @param entries how many hold, from the first
     * @param head digest of the last of these
     * @param flaw what is wrong with the next one, or null
     */
    public record Finding(
            long entries, String head, @Nullable Flaw flaw) {

        /** What was done to a chain. */
        public enum Flaw {
            /** The entry, or the one before it, was changed or put in. */
            CHANGED,
            /** The entry was taken out, or stands elsewhere. */
            MISSING,
            /** It was there when its digest was noted, and is not any more: the end was cut off or written anew. */
            CUT_OFF
        }
    }

    private record Entry(
            long number,
            OffsetDateTime at,
            @Nullable Integer actorId,
            @Nullable Integer officeId,
            String act,
            String object,
            String objectId,
            String details,
            String sha256,
            String sm3) {

        /** What the digests are over. */
        byte[] chained(String before) {
            String text = String.join(
                    "\n",
                    before,
                    String.valueOf(number),
                    String.valueOf(at.toInstant().toEpochMilli()),
                    String.valueOf(actorId),
                    String.valueOf(officeId),
                    act,
                    object,
                    objectId,
                    details);
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Appends, inside the transaction of the act itself; appending acts wait for one another. */
    void append(Actor actor, Act act) {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((rows, i) -> 0)
                .single();
        Optional<Entry> last = database.sql("select * from audit_entry order by number desc limit 1")
                .query(Entry.class)
                .optional();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
        Entry entry = new Entry(
                last.map(Entry::number).orElse(0L) + 1,
                now,
                actor.id() == 0 ? null : actor.id(),
                actor.office() == 0 ? null : actor.office(),
                act.name(),
                act.object(),
                act.id(),
                json.writeValueAsString(act.details()),
                "",
                "");
        byte[] sha = entry.chained(last.map(Entry::sha256).orElse(START));
        byte[] sm3 = entry.chained(last.map(Entry::sm3).orElse(START));
        database.sql("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        entry.number(),
                        entry.at(),
                        entry.actorId(),
                        entry.officeId(),
                        entry.act(),
                        entry.object(),
                        entry.objectId(),
                        entry.details(),
                        sha256(sha),
                        sm3(sm3)))
                .update();
        if (noted != null) {
            noteAfterCommit(noted, new ChainHead(entry.number(), sha256(sha)));
        }
    }

    private void noteAfterCommit(NotedHead file, ChainHead head) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                file.advance(head, AuditChain.this::contains);
            }
        });
    }

    private boolean contains(ChainHead head) {
        return database.sql("select sha256 from audit_entry where number = ?")
                .param(head.number())
                .query(String.class)
                .optional()
                .filter(head.sha256()::equals)
                .isPresent();
    }

    /**
     * Reads the chain from its start.
     *
     * @param known heads that a person noted down earlier; that of the file is compared anyway
     */
    public Finding verify(ChainHead... known) {
        List<ChainHead> heads = new ArrayList<>(List.of(known));
        if (noted != null) {
            noted.read().ifPresent(heads::add); // before reading: the chain only grows
        }
        Finding read = read();
        if (read.flaw() != null) {
            return read;
        }
        return heads.stream().allMatch(this::contains)
                ? read
                : new Finding(read.entries(), read.head(), Finding.Flaw.CUT_OFF);
    }

    private Finding read() {
        List<Entry> page;
        String sha = START;
        String sm3 = START;
        long entries = 0;
        do {
            page = database.sql("select * from audit_entry where number > ? order by number limit 1000")
                    .param(entries)
                    .query(Entry.class)
                    .list();
            for (Entry entry : page) {
                if (entry.number() != entries + 1) {
                    return new Finding(entries, sha, Finding.Flaw.MISSING);
                }
                boolean holds = sha256(entry.chained(sha)).equals(entry.sha256())
                        && sm3(entry.chained(sm3)).equals(entry.sm3());
                if (!holds) {
                    return new Finding(entries, sha, Finding.Flaw.CHANGED);
                }
                entries = entry.number();
                sha = entry.sha256();
                sm3 = entry.sm3();
            }
        } while (!page.isEmpty());
        return new Finding(entries, sha, null);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }
}
