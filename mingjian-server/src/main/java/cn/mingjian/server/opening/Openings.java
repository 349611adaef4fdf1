package cn.mingjian.server.opening;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.opening.Opening.Allowance;
import cn.mingjian.server.opening.Opening.Opened;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way by which masked values are shown: each opening is kept with who, when, what and why before its first value is
 * given, and takes from the limit of the day.
 */
@Component
public class Openings {

    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);
    private static final int BATCH = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Acts acts;
    private final OpeningLimits limits;
    private final OpeningRequests requests;
    private final PersonDigests digests;
    private final Watermarks watermarks;
    private final Clock clock;

    Openings(
            JdbcClient database,
            JdbcTemplate batches,
            Acts acts,
            OpeningLimits limits,
            OpeningRequests requests,
            PersonDigests digests,
            Watermarks watermarks,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.acts = acts;
        this.limits = limits;
        this.requests = requests;
        this.digests = digests;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** Keeps an opening within the limit of the day; whoever calls may show the values when this returns. */
    public Opened open(Actor actor, OpeningWish wish, Opening opening) {
        OpeningWish why = wish.checked();
        if (opening.unmasked().fields().isEmpty()) {
            throw Refusal.conflict("server.opening-nothing");
        }
        Watermark mark = watermarks.of(actor);
        Optional<Opened> opened = acts.write(
                actor,
                () -> {
                    oneAtATime(actor);
                    if (allowance(actor).left() == 0 && !openedToday(actor, opening)) {
                        return Optional.<Opened>empty();
                    }
                    long id = enter(actor, why, opening, mark, true);
                    return Optional.of(new Opened(id, mark, allowance(actor)));
                },
                done -> act(done.isPresent() ? "opening.open" : "opening.limit", why, opening));
        return opened.orElseThrow(
                () -> Refusal.conflict("server.opening-limit", allowance(actor).daily()));
    }

    /** Keeps an opening in bulk, for which a second person's permission is used up. */
    public Opened openAllowed(Actor actor, UUID request, Opening opening, OutgoingFile file) {
        OpeningWish why = requests.allowed(actor, request, opening.object());
        Watermark mark = watermarks.of(actor);
        return acts.write(
                actor,
                () -> {
                    requests.use(actor, request, opening.object());
                    long id = enter(actor, why, opening, mark, false);
                    return new Opened(id, mark, allowance(actor));
                },
                done -> act("opening.bulk", why, opening)
                        .with("request", request)
                        .with("sealed", file.sealed())
                        .taking("xlsx", opening.things()));
    }

    /** Keeps that rows go back, as a file, to the person who brought them: it takes nothing from the limit of the day. */
    public Opened openBrought(Actor actor, OpeningWish wish, Opening opening, OutgoingFile file) {
        OpeningWish why = wish.checked();
        Watermark mark = watermarks.of(actor);
        Act act = act("opening.brought", why, opening)
                .with("sealed", file.sealed())
                .taking("xlsx", opening.things());
        return acts.write(
                actor, act, () -> new Opened(enter(actor, why, opening, mark, false), mark, allowance(actor)));
    }

    /**
     * A file with values in clear that is to leave: sealed where somebody gave a passphrase.
     *
     * @throws Refusal when it is too short, or missing where the installation demands one
     */
    public OutgoingFile leaving(@Nullable String passphrase, String type, String name) {
        OutgoingFile file = OutgoingFile.under(passphrase, type, name);
        if (limits.sealedOnly() && !file.sealed()) {
            throw Refusal.conflict("server.opening-unsealed");
        }
        return file;
    }

    /** What an actor may still open today. */
    public Allowance allowance(Actor actor) {
        int opened = database.sql("""
                        select count(*) from (select distinct kind, object_id, part from opening
                            where account_id = ? and day = ? and counts) things
                        """)
                .params(actor.id(), today())
                .query(Integer.class)
                .single();
        return Allowance.of(limits.of(actor) + requests.moreToday(actor), opened);
    }

    private static Act act(String name, OpeningWish why, Opening opening) {
        String object =
                switch (opening.kind()) {
                    case CLUE, CLUES_OF_RUN -> "run";
                    case DOCUMENT -> "delivery";
                    case REJECTED_ROWS -> "dataset";
                };
        Act act = Act.of(name, object, opening.object())
                .with("kind", opening.kind())
                .with("reason", why.reason())
                .with("fields", opening.unmasked().fields().size());
        return opening.part().isEmpty() ? act : act.with("part", opening.part());
    }

    /** Two requests of one person at the same moment cannot both be the last one within the limit. */
    private void oneAtATime(Actor actor) {
        database.sql("select id from account where id = ? for update")
                .param(actor.id())
                .query(Integer.class)
                .single();
    }

    private boolean openedToday(Actor actor, Opening opening) {
        return database.sql("""
                        select exists(select 1 from opening where account_id = ? and day = ? and counts
                            and kind = ? and object_id = ? and part = ?)
                        """)
                .params(actor.id(), today(), opening.kind().name(), opening.object(), opening.part())
                .query(Boolean.class)
                .single();
    }

    private long enter(Actor actor, OpeningWish why, Opening opening, Watermark mark, boolean counts) {
        long id = database.sql("""
                        insert into opening (office_id, department_id, account_id, opened_at, day, kind, object_id, part,
                            things, reason, words, fields, counts)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?) returning id
                        """)
                .params(
                        actor.office(),
                        actor.department(),
                        actor.id(),
                        OffsetDateTime.ofInstant(mark.at(), ZoneOffset.UTC),
                        today(),
                        opening.kind().name(),
                        opening.object(),
                        opening.part(),
                        opening.things(),
                        why.reason().name(),
                        why.words(),
                        JsonMapper.shared()
                                .writeValueAsString(opening.unmasked().fields()),
                        counts)
                .query(Long.class)
                .single();
        Collection<String> persons = digests.of(opening.unmasked().values());
        batches.batchUpdate(
                "insert into opening_person (opening_id, digest) values (?, ?)",
                List.copyOf(persons),
                BATCH,
                (statement, digest) -> {
                    statement.setLong(1, id);
                    statement.setString(2, digest);
                });
        return id;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
