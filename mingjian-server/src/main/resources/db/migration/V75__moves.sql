-- Accounts that moved to another department. What they did stays with the department in which they did it.
create table account_move (
    id bigint generated always as identity primary key,
    account_id integer not null references account,
    from_department integer not null references department,
    to_department integer not null references department check (to_department <> from_department),
    moved_by integer not null references account check (moved_by <> account_id),
    moved_at timestamptz not null,
    seen_at timestamptz -- when its person had read of it
);
create index account_move_of_account on account_move (account_id, id desc);
create trigger actor before insert or update or delete on account_move
    for each statement execute function require_actor();

-- Sources whose steward moved stay with the department of which they were, and rest until the settings name another.
create table source_stays (
    source text not null, -- the folder, or the name of the database
    steward_id integer not null references account,
    department_id integer not null references department,
    primary key (source, steward_id)
);
create trigger actor before insert or update or delete on source_stays
    for each statement execute function require_actor();
