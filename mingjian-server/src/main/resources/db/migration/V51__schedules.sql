-- Runs that are ordered ahead: for a day, for a day of each month, or for the arrival of a delivery.

create table schedule (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    model text not null,
    title_zh text not null,
    title_en text not null,
    delivery_id uuid, -- on which it runs; null: the newest one of the department on which the model can run
    purpose text not null check (purpose in ('CASE', 'ACTION', 'STUDY')),
    purpose_text text not null,
    as_of text not null check (as_of in ('RUN_DAY', 'DATA_END')),
    as_of_reason text not null,
    parameters jsonb not null,
    occasion text not null check (occasion in ('ONCE', 'MONTHLY', 'ARRIVAL')),
    day_of_month integer check (day_of_month between 1 and 31),
    next_day date, -- null when it waits for a delivery, or has ended
    since timestamptz not null, -- deliveries that were brought before do not count
    state text not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
    ordered_by integer not null references account,
    ordered_at timestamptz not null,
    check ((occasion = 'MONTHLY') = (day_of_month is not null))
);
create index schedule_of_department on schedule (office_id, department_id, ordered_at desc);
create index schedule_due on schedule (next_day) where state = 'ACTIVE';

-- What became of it each time: a run, or why there is none.
create table schedule_try (
    id bigint generated always as identity primary key,
    schedule_id uuid not null references schedule,
    tried_at timestamptz not null,
    delivery_id uuid,
    run_id uuid references run,
    problems jsonb not null default '[]'
);
create index schedule_try_of_schedule on schedule_try (schedule_id, id desc);

alter table run add column schedule_id uuid references schedule;
create index run_of_schedule on run (schedule_id, ordered_at desc) where schedule_id is not null;

create trigger actor before insert or update or delete on schedule for each statement execute function require_actor();
create trigger actor before insert or update or delete on schedule_try for each statement execute function require_actor();
