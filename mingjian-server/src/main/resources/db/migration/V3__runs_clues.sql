-- Runs, the queue they wait in, and the clues that they gave.

create table run (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    model text not null,
    version text not null,
    digest text not null, -- of the package's text, which is kept under it
    title_zh text not null,
    title_en text not null,
    delivery_id uuid not null,
    purpose text not null check (purpose in ('CASE', 'ACTION', 'STUDY')),
    purpose_text text not null,
    as_of date not null,
    as_of_reason text not null,
    parameters jsonb not null,
    state text not null check (state in ('QUEUED', 'IMPORTING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
    attempt integer not null default 0, -- how often it was begun; only the last attempt may end it
    ordered_by integer not null references account,
    ordered_at timestamptz not null,
    ended_at timestamptz,
    problems jsonb not null default '[]',
    imported jsonb not null default '[]',
    funnel json, -- as it was written: the order of its names is the order of the model
    grades jsonb,
    clues integer,
    fingerprint text
);
create index run_of_department on run (office_id, department_id, ordered_at desc);
create index run_of_model on run (office_id, model, ordered_at desc);
create index run_not_ended on run (ordered_at) where state in ('QUEUED', 'IMPORTING', 'RUNNING');
create index run_ended on run (ordered_by, ended_at desc);

create table clue (
    run_id uuid not null references run,
    number integer not null, -- its place in the run, from 1
    office_id integer not null references office,
    department_id integer not null references department,
    clue_id text not null,
    rule text not null,
    code text not null,
    grade text not null,
    urgency text not null,
    place text,
    amount numeric,
    time_limit text,
    against integer not null,
    undecided integer not null,
    title_zh text not null,
    title_en text not null,
    bodies jsonb not null,
    masked json not null, -- the whole clue, masked, as the run wrote it
    primary key (run_id, number),
    unique (run_id, clue_id)
);

create trigger actor before insert or update or delete on run for each statement execute function require_actor();
create trigger actor before insert or update or delete on clue for each statement execute function require_actor();

-- The queue, as db-scheduler keeps it.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
