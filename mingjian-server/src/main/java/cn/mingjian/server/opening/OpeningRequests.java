package cn.mingjian.server.opening;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Leaving;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a second person is asked to allow: more openings on a day by the chief of the office; all clues of a run with their
 * values, as a file, by somebody else of the department or the chief. Each is used once and runs out.
 */
@Component
public class OpeningRequests implements Leaving {

    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);
    private static final String SELECT = """
            select r.*, asker.name as asker, decider.name as decider from opening_request r
            join account asker on asker.id = r.asked_by left join account decider on decider.id = r.decided_by
            """;
    private static final String SCOPE = "r.id in (select id from opening_request where " + Scope.SQL + ")";

    private final JdbcClient database;
    private final OpeningLimits limits;
    private final Acts acts;
    private final Clock clock;

    OpeningRequests(JdbcClient database, OpeningLimits limits, Acts acts, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.acts = acts;
        this.clock = clock;
    }

    /** Asks for the clues of a run with their values; the caller has found the run to be the actor's. */
    public OpeningRequest askForClues(Actor actor, OpeningWish wish, UUID run) {
        return ask(
                actor,
                wish.checked(),
                OpeningRequestKind.CLUES_OF_RUN,
                run,
                null,
                now().plus(limits.hours(), ChronoUnit.HOURS));
    }

    OpeningRequest askForMore(Actor actor, OpeningWish wish, int more) {
        if (more < 1 || more > limits.mostMore()) {
            throw Refusal.bad("server.opening-more", limits.mostMore());
        }
        Instant midnight =
                LocalDate.ofInstant(now(), HERE).plusDays(1).atStartOfDay().toInstant(HERE);
        return ask(actor, wish.checked(), OpeningRequestKind.MORE_TODAY, null, more, midnight);
    }

    private OpeningRequest ask(
            Actor actor,
            OpeningWish why,
            OpeningRequestKind kind,
            @Nullable UUID run,
            @Nullable Integer more,
            Instant expires) {
        UUID id = UUID.randomUUID();
        Act act =
                Act.of("opening.ask", "opening-request", id).with("kind", kind).with("reason", why.reason());
        acts.write(actor, act, () -> database.sql("""
                        insert into opening_request (id, office_id, department_id, kind, run_id, more, reason, words,
                            asked_by, asked_at, state, expires_at)
                        values (:id, :office, :department, :kind, :run, :more, :reason, :words, :by, :at, 'ASKED', :expires)
                        """)
                .param("id", id)
                .param("office", actor.office())
                .param("department", actor.department())
                .param("kind", kind.name())
                .param("run", run)
                .param("more", more)
                .param("reason", why.reason().name())
                .param("words", why.words())
                .param("by", actor.id())
                .param("at", at(now()))
                .param("expires", at(expires))
                .update());
        return find(actor, id);
    }

    Page<OpeningRequest> list(Actor actor, Page.Wish wish) {
        long total = database.sql("select count(*) from opening_request where " + Scope.SQL)
                .params(Scope.of(actor))
                .query(Long.class)
                .single();
        return Page.of(
                wish,
                total,
                database.sql(SELECT + "where " + SCOPE + " order by r.asked_at desc, r.id limit :size offset :offset")
                        .params(Scope.of(actor))
                        .param("size", wish.size())
                        .param("offset", wish.offset())
                        .query((row, i) -> read(row, actor))
                        .list());
    }

    OpeningRequest decide(Actor actor, UUID id, @Nullable Boolean allow, String words) {
        OpeningRequest asked = find(actor, id);
        String why = OpeningWish.words(words, "server.opening-words");
        if (allow == null) {
            throw Refusal.bad("server.not-understood");
        }
        if (asked.state() != OpeningRequestState.ASKED) {
            throw Refusal.conflict("server.opening-decided");
        }
        if (!asked.decidable()) {
            throw Refusal.of(403, "server.opening-not-yours");
        }
        String state = allow ? "ALLOWED" : "REFUSED";
        Act act = Act.of(allow ? "opening.allow" : "opening.refuse", "opening-request", id);
        acts.write(actor, act, () -> {
            int changed = database.sql("""
                            update opening_request set state = :state, decided_by = :by, decided_at = :at,
                                decision_words = :words where id = :id and state = 'ASKED' and expires_at > :at
                            """)
                    .param("state", state)
                    .param("by", actor.id())
                    .param("at", at(now()))
                    .param("words", why)
                    .param("id", id)
                    .update();
            if (changed == 0) {
                throw Refusal.conflict("server.opening-decided");
            }
        });
        return find(actor, id);
    }

    /** Refuses unless an actor may use a permission for a run now; nothing is used up. */
    public void checkUsable(Actor actor, UUID id, UUID run) {
        allowed(actor, id, run);
    }

    /** The reason of a permission that an actor may use for a run now. */
    OpeningWish allowed(Actor actor, UUID id, UUID run) {
        OpeningRequest request = find(actor, id);
        if (!request.usable() || !run.equals(request.run())) {
            throw Refusal.conflict("server.opening-not-allowed");
        }
        return new OpeningWish(request.reason(), request.words());
    }

    /** Uses a permission up. Only to be called inside an act. */
    void use(Actor actor, UUID id, UUID run) {
        int used = database.sql("""
                        update opening_request set state = 'USED'
                        where id = :id and state = 'ALLOWED' and asked_by = :by and run_id = :run and expires_at > :now
                        """)
                .param("id", id)
                .param("by", actor.id())
                .param("run", run)
                .param("now", at(now()))
                .update();
        if (used == 0) {
            throw Refusal.conflict("server.opening-not-allowed");
        }
    }

    /** How many more openings an actor was allowed today. */
    int moreToday(Actor actor) {
        return database.sql("""
                        select coalesce(sum(more), 0) from opening_request
                        where asked_by = :by and kind = 'MORE_TODAY' and state = 'ALLOWED' and expires_at > :now
                        """)
                .param("by", actor.id())
                .param("now", at(now()))
                .query(Integer.class)
                .single();
    }

    /** What it asked for in its department, and what it was allowed and did not use, runs out. */
    @Override
    public void leaves(Actor leaver) {
        database.sql("""
                        update opening_request set expires_at = :now
                        where asked_by = :leaver and state in ('ASKED', 'ALLOWED') and expires_at > :now
                        """).param("now", at(now())).param("leaver", leaver.id()).update();
    }

    private OpeningRequest find(Actor actor, UUID id) {
        return database.sql(SELECT + "where r.id = :id and " + SCOPE)
                .param("id", id)
                .params(Scope.of(actor))
                .query((row, i) -> read(row, actor))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    private OpeningRequest read(ResultSet row, Actor actor) throws SQLException {
        OpeningRequestKind kind = OpeningRequestKind.valueOf(row.getString("kind"));
        int askedBy = row.getInt("asked_by");
        int department = row.getInt("department_id");
        Instant expires = instant(row, "expires_at");
        OpeningRequestState kept = OpeningRequestState.valueOf(row.getString("state"));
        boolean open = kept == OpeningRequestState.ASKED || kept == OpeningRequestState.ALLOWED;
        OpeningRequestState state = open && !expires.isAfter(now()) ? OpeningRequestState.EXPIRED : kept;
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new OpeningRequest(
                row.getObject("id", UUID.class),
                kind,
                row.getObject("run_id", UUID.class),
                row.getObject("more", Integer.class),
                OpeningReason.valueOf(row.getString("reason")),
                row.getString("words"),
                row.getString("asker"),
                instant(row, "asked_at"),
                state,
                row.getString("decider"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_words"),
                expires,
                state == OpeningRequestState.ASKED && mayDecide(actor, kind, askedBy, department),
                state == OpeningRequestState.ALLOWED
                        && kind == OpeningRequestKind.CLUES_OF_RUN
                        && askedBy == actor.id());
    }

    private static boolean mayDecide(Actor actor, OpeningRequestKind kind, int askedBy, int department) {
        boolean chief = actor.roles().contains(Role.CHIEF);
        boolean beside = actor.department() == department && kind == OpeningRequestKind.CLUES_OF_RUN;
        return actor.id() != askedBy && (chief || beside);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
