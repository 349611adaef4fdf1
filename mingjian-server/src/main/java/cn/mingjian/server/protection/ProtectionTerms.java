package cn.mingjian.server.protection;

import cn.mingjian.model.Words;
import cn.mingjian.model.library.Library;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.protection.Term.TermEnd;
import cn.mingjian.server.protection.Term.TermKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies in the officer's own office, deliveries and versions of datasets, until when, and the proof of their end. */
@Component
class ProtectionTerms {

    private static final String THERE = """
            select 'DELIVERY' as kind, id, brought_at from delivery where office_id = :office
            union all
            select 'DATASET', s.id, s.brought_at from dataset_version s join dataset t on t.id = s.dataset_id
            where t.office_id = :office and s.state in ('READY', 'DESTROYED')
            """;
    /** A delivery ends by hand, or when the last of its tables was taken in; a version by hand, or when its day came. */
    private static final String SELECT = """
            with there as (%s order by brought_at desc, id limit :size offset :offset)
            select there.kind, coalesce(t.id, v.id)::text as object_id, t.contract, t.destroy_by, s.number as version,
                   d.name_zh, d.name_en, there.brought_at, bringer.name as bringer, v.bytes, s.rows,
                   coalesce(cardinality(s.files), v.files) as files, remover.name as remover,
                   case when s.id is null then (select count(*) from run where run.delivery_id = v.id)
                        else (select count(*) from run_dataset_version b where b.version_id = s.id) end as runs,
                   e.number, e.at, e.sha256, e.act, cast(e.details as jsonb) ->> 'by' as done_by
            from there
            left join delivery v on there.kind = 'DELIVERY' and v.id = there.id
            left join dataset_version s on there.kind = 'DATASET' and s.id = there.id
            left join dataset t on t.id = s.dataset_id
            join department d on d.id = coalesce(t.department_id, v.department_id)
            join account bringer on bringer.id = coalesce(s.brought_by, v.brought_by)
            left join lateral (
                select taken.dataset_id, taken.number from dataset_version taken
                where taken.delivery_id = v.id and v.state = 'REMOVED' and taken.state in ('READY', 'DESTROYED')
                order by taken.ended_at desc limit 1) last_table on true
            left join lateral (
                select * from audit_entry where act = 'delivery.remove' and object_id = v.id::text
                union all
                select * from audit_entry where act = 'dataset.imported' and object_id = last_table.dataset_id::text
                    and cast(details as jsonb) ->> 'version' = last_table.number::text
                union all
                select * from audit_entry where act = 'dataset.destroy' and s.state = 'DESTROYED'
                    and object_id = t.id::text and cast(details as jsonb) ->> 'version' = s.number::text
                limit 1) e on true
            left join account remover on remover.id = e.actor_id
            order by there.brought_at desc, there.id
            """.formatted(THERE);

    private final JdbcClient database;
    private final Library library;

    ProtectionTerms(JdbcClient database, Library library) {
        this.database = database;
        this.library = library;
    }

    Page<Term> page(Actor actor, Page.Wish wish) {
        long total = database.sql("select count(*) from (" + THERE + ") there")
                .param("office", actor.office())
                .query(Long.class)
                .single();
        return Page.of(
                wish,
                total,
                database.sql(SELECT)
                        .param("office", actor.office())
                        .param("size", wish.size())
                        .param("offset", wish.offset())
                        .query((row, i) -> term(row))
                        .list());
    }

    private Term term(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime removed = row.getObject("at", OffsetDateTime.class);
        @Nullable TermEnd how = removed == null ? null : how(row.getString("act"), row.getString("done_by"));
        return new Term(
                TermKind.valueOf(row.getString("kind")),
                ProtectionRecords.reference(row.getString("object_id")),
                register(row.getString("contract")),
                row.getObject("version", Integer.class),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                row.getString("bringer"),
                row.getInt("files"),
                row.getObject("bytes", Long.class),
                row.getObject("rows", Long.class),
                row.getLong("runs"),
                row.getObject("destroy_by", LocalDate.class),
                removed == null ? null : removed.toInstant(),
                how,
                how == TermEnd.DESTROYED ? row.getString("remover") : null,
                row.getObject("number", Long.class),
                row.getString("sha256"));
    }

    private static TermEnd how(String act, @Nullable String by) {
        if (act.equals("dataset.imported")) {
            return TermEnd.TAKEN_IN;
        }
        return "SYSTEM".equals(by) ? TermEnd.DAY_REACHED : TermEnd.DESTROYED;
    }

    private @Nullable Words register(@Nullable String contract) {
        return contract == null
                ? null
                : library.contracts().find(contract).map(found -> found.title()).orElse(Words.same(contract));
    }
}
