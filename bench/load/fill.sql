-- An installation of a province and more, made of what the sample's county holds. Every text that a list or a page shows
-- begins with the office whose it is, so that whoever reads it can tell whether it is theirs.
select set_config('mingjian.actor', 'SYSTEM 0', true);

insert into office (parent_id, name, level, region)
select (select id from office where level = 'NATIONAL'), '负荷省' || n, 'PROVINCE', '340000'
from generate_series(1, ${offices} / 16) n;

insert into office (parent_id, name, level, region)
select (array(select id from office where level = 'PROVINCE' order by id))[1 + n % (${offices} / 16)],
    '负荷市' || n, 'CITY', '340200'
from generate_series(1, ${offices} / 5) n;

insert into office (parent_id, name, level, region)
select (array(select id from office where level = 'CITY' order by id))[1 + n % (${offices} / 5)],
    '负荷县' || n, 'COUNTY', '340207'
from generate_series(1, ${offices} - (select count(*) from office)) n;

create temporary table template on commit drop as
select a.id as account_id, a.office_id, a.department_id, d.kind
from account a join department d on d.id = a.department_id where a.login = 'county-prosecutor';

insert into department (office_id, kind, name_zh, name_en)
select o.id, d.kind, d.name_zh, d.name_en
from office o cross join department d
where d.office_id = (select office_id from template)
    and not exists (select 1 from department e where e.office_id = o.id);

-- Ten people an office: a chief, a head of department, eight prosecutors.
create temporary table person on commit drop as
select n, seats.office_id, seats.department_id
from generate_series(0, ${accounts} - 1) n
    join (select row_number() over (order by o.id) - 1 as seat, o.id as office_id, d.id as department_id
        from office o join department d on d.office_id = o.id and d.kind = (select kind from template)) seats
    on seats.seat = n % ${offices};

insert into account (login, name, office_id, department_id, password_hash, pledged_until)
select 'load-' || n, '负荷' || n, office_id, department_id,
    (select password_hash from account where id = (select account_id from template)), current_date + 300
from person;

insert into account_role (account_id, role)
select a.id, case (p.n / ${offices}) when 0 then 'PROSECUTOR' when 1 then 'DEPARTMENT_HEAD' when 2 then 'CHIEF'
    else 'PROSECUTOR' end
from person p join account a on a.login = 'load-' || p.n;

create temporary table seat on commit drop as
select p.n as seat, a.id as account_id, p.office_id, p.department_id, 'office-' || p.office_id || ' ' as mark
from person p join account a on a.login = 'load-' || p.n where p.n < ${offices};

create temporary table loaded_delivery on commit drop as
select n, gen_random_uuid() as id, s.account_id, s.office_id, s.department_id, s.mark, t.id as template
from generate_series(0, ${deliveries} - 1) n
    join seat s on s.seat = n % ${offices}
    cross join (select d.id from delivery d join template on d.brought_by = template.account_id
        where d.state = 'READY' and d.kind = 'registers' order by d.brought_at limit 1) t;

create temporary table loaded_run on commit drop as
select g.n, gen_random_uuid() as id, s.account_id, s.office_id, s.department_id, s.mark, d.id as delivery_id,
    t.templates[1 + g.n % cardinality(t.templates)] as template
from generate_series(0, ${runs} - 1) g(n)
    join seat s on s.seat = g.n % ${offices}
    join loaded_delivery d on d.n = g.n % ${deliveries}
    cross join (select array_agg(r.id order by r.ordered_at, r.id) as templates from run r
        join template on r.ordered_by = template.account_id where r.state = 'DONE' and r.clues > 0) t;

-- Columns that are not named here are those of the template, whichever there are.
do $$
declare
    columns text;
begin
    select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
    where table_name = 'delivery' and column_name not in
        ('id', 'office_id', 'department_id', 'brought_by', 'brought_at', 'title');
    execute format('insert into delivery (id, office_id, department_id, brought_by, brought_at, title, %1$s)
        select l.id, l.office_id, l.department_id, l.account_id, now() - l.n * interval ''1 hour'', l.mark || ''登记'',
            %2$s from loaded_delivery l join delivery t on t.id = l.template',
        columns, regexp_replace(columns, '(\w+)', 't.\1', 'g'));

    insert into delivered_file (delivery_id, number, name, stored, bytes)
    select l.id, f.number, f.name, f.stored, f.bytes
    from loaded_delivery l join delivered_file f on f.delivery_id = l.template;
    insert into delivery_look (delivery_id, product, look)
    select l.id, k.product, k.look from loaded_delivery l join delivery_look k on k.delivery_id = l.template;

    select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
    where table_name = 'run' and column_name not in
        ('id', 'office_id', 'department_id', 'delivery_id', 'ordered_by', 'ordered_at', 'ended_at', 'purpose_text', 'clues');
    execute format('insert into run (id, office_id, department_id, delivery_id, ordered_by, ordered_at, ended_at,
            purpose_text, clues, %1$s)
        select l.id, l.office_id, l.department_id, l.delivery_id, l.account_id, now() - l.n * interval ''10 minutes'',
            now() - l.n * interval ''10 minutes'' + interval ''30 seconds'', l.mark || ''号'', least(t.clues, ${clues}),
            %2$s from loaded_run l join run t on t.id = l.template',
        columns, regexp_replace(columns, '(\w+)', 't.\1', 'g'));

    select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
    where table_name = 'clue' and column_name not in
        ('run_id', 'office_id', 'department_id', 'title_zh', 'masked');
    execute format('insert into clue (run_id, office_id, department_id, title_zh, masked, %1$s)
        select l.id, l.office_id, l.department_id, l.mark || t.title_zh,
            replace(t.masked::text, ''"title":{"zh":"'', ''"title":{"zh":"'' || l.mark)::json,
            %2$s from loaded_run l join clue t on t.run_id = l.template and t.number <= ${clues}',
        columns, regexp_replace(columns, '(\w+)', 't.\1', 'g'));
end $$;

-- What the generator is told: for each delivery its template, whose files it shares.
create table load_delivery as select id, office_id, template from loaded_delivery;
