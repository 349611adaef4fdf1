-- Offices, accounts, sessions, and the chain of acts.

create table office (
    id integer generated always as identity primary key,
    parent_id integer references office,
    name text not null,
    level text not null check (level in ('NATIONAL', 'PROVINCE', 'CITY', 'COUNTY')),
    region text not null -- the code that the office serves today; its own key is the number, because codes change
);

create table department (
    id integer generated always as identity primary key,
    office_id integer not null references office,
    kind text not null,
    name_zh text not null,
    name_en text not null,
    unique (office_id, kind)
);

create table account (
    id integer generated always as identity primary key,
    login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    name text not null,
    office_id integer not null references office,
    department_id integer not null references department,
    kind text not null default 'PERSON' check (kind in ('PERSON', 'SYSTEM')),
    password_hash text,
    password_expires_at timestamptz, -- at once for a password that somebody else chose
    failures integer not null default 0,
    locked_until timestamptz,
    pledged_until date,
    closed boolean not null default false,
    created_at timestamptz not null default now()
);

create table account_role (
    account_id integer not null references account,
    role text not null,
    primary key (account_id, role)
);

-- One entry an act; each holds the digests of the one before, so that none can be changed or taken out unseen.
create table audit_entry (
    number bigint primary key,
    at timestamptz not null,
    actor_id integer references account,
    office_id integer references office,
    act text not null,
    object text not null,
    object_id text not null,
    details text not null, -- JSON as it was digested
    sha256 text not null,
    sm3 text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Entries of the audit are never changed';
end $$;

create trigger audit_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- No actor, no write: every transaction that writes names its actor first.
create function require_actor() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('mingjian.actor', true), '') = '' then
        raise exception 'A write to % without an actor', tg_table_name;
    end if;
    return null;
end $$;

create trigger actor before insert or update or delete on office for each statement execute function require_actor();
create trigger actor before insert or update or delete on department for each statement execute function require_actor();
create trigger actor before insert or update or delete on account for each statement execute function require_actor();
create trigger actor before insert or update or delete on account_role for each statement execute function require_actor();
create trigger actor before insert on audit_entry for each statement execute function require_actor();

-- Sessions, as Spring Session keeps them.
create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
