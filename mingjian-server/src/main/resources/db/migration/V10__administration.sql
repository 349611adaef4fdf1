-- Offices and accounts as administrators keep them, roles lent for a term, and the audit as it is looked through.

alter table office add column closed boolean not null default false;

-- A role that its holder lends to somebody of the same department. Whether it holds today is asked at every request.
create table delegation (
    id integer generated always as identity primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    lender_id integer not null references account,
    borrower_id integer not null references account check (borrower_id <> lender_id),
    role text not null,
    begins date not null,
    until date not null check (until >= begins),
    reason text not null,
    created_at timestamptz not null,
    ended_at timestamptz -- before its term
);
create index delegation_borrower on delegation (borrower_id);
create index delegation_department on delegation (department_id, id);
create trigger actor before insert or update or delete on delegation for each statement execute function require_actor();

-- The three administrators are separated: from each other, and from every other role.
create function keep_administrators_apart() returns trigger language plpgsql as $$
begin
    if (select count(*) > 1 and bool_or(role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'))
            from account_role where account_id = new.account_id) then
        raise exception 'An administrator holds no other role';
    end if;
    return null;
end $$;
create trigger administrators_apart after insert or update on account_role
    for each row execute function keep_administrators_apart();

create index account_office on account (office_id);
create index audit_entry_office on audit_entry (office_id, number);
create index audit_entry_actor on audit_entry (actor_id, number);
create index audit_entry_act on audit_entry (act, number);
create index audit_entry_object on audit_entry (object, number);
create index audit_entry_at on audit_entry (at);

-- One-time codes (RFC 6238), for whoever wants them.
create table one_time_code (
    account_id integer primary key references account,
    secret bytea not null, -- enciphered with a key that lies outside the database
    used bigint -- the last step of thirty seconds whose code was taken; null until the first one was given
);
create table recovery_code (
    account_id integer not null references account,
    digest text not null,
    primary key (account_id, digest)
);
create trigger actor before insert or update or delete on one_time_code
    for each statement execute function require_actor();
create trigger actor before insert or update or delete on recovery_code
    for each statement execute function require_actor();
