package cn.mingjian.server.audit;

import cn.mingjian.server.actor.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The chain of acts: append-only, each entry with SHA-256 and SM3 over itself and the entry before. */
@Component
public class AuditChain {

    private static final String START = "0".repeat(64);
    private static final long LOCK = 0x6D696E676A69616EL; // "mingjian"

    private final JdbcClient database;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    AuditChain(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a look at the whole chain found: its length, its head, and the first entry that does not hold. */
    public record Finding(long entries, String head, OptionalLong broken) {}

    private record Entry(
            long number,
            OffsetDateTime at,
            @org.jspecify.annotations.Nullable Integer actorId,
            @org.jspecify.annotations.Nullable Integer officeId,
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
                .params(java.util.Arrays.asList(
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
    }

    /** Reads the chain from its start. */
    public Finding verify() {
        List<Entry> page = List.of();
        String sha = START;
        String sm3 = START;
        long entries = 0;
        do {
            page = database.sql("select * from audit_entry where number > ? order by number limit 1000")
                    .param(entries)
                    .query(Entry.class)
                    .list();
            for (Entry entry : page) {
                boolean holds = entry.number() == entries + 1
                        && sha256(entry.chained(sha)).equals(entry.sha256())
                        && sm3(entry.chained(sm3)).equals(entry.sm3());
                if (!holds) {
                    return new Finding(entries, sha, OptionalLong.of(entry.number()));
                }
                entries = entry.number();
                sha = entry.sha256();
                sm3 = entry.sm3();
            }
        } while (!page.isEmpty());
        return new Finding(entries, sha, OptionalLong.empty());
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
