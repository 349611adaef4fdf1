-- That the data-protection officer asked who saw a person: never whom.
create table person_search (
    id bigint generated always as identity primary key,
    office_id integer not null references office,
    account_id integer not null references account,
    searched_at timestamptz not null,
    reason text not null,
    words text not null,
    found integer not null
);
create trigger actor before insert or update or delete on person_search for each statement execute function require_actor();
create trigger person_search_is_append_only before update or delete or truncate on person_search
    for each statement execute function refuse_change();

-- Files that left, by office and time.
create index audit_entry_of_office on audit_entry (office_id, at);
