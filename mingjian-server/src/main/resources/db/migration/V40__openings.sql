-- Openings of masked values, the persons in them as keyed digests, and what a second person allowed. No value of a row.

create table opening (
    id bigint generated always as identity primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    account_id integer not null references account,
    opened_at timestamptz not null,
    day date not null, -- whose limit it takes from
    kind text not null check (kind in ('CLUE', 'DOCUMENT', 'CLUES_OF_RUN')),
    object_id uuid not null, -- the run, or the delivery
    part text not null, -- the clue or the number of the document; empty for all of it
    things integer not null, -- how many clues or documents were opened
    reason text not null check (reason in ('VERIFICATION', 'CASE', 'CHECK')),
    words text not null,
    fields jsonb not null, -- names of the columns and elements that were masked
    counts boolean not null -- whether it took from the limit: what a second person allowed does not
);
create index opening_of_day on opening (account_id, day);
create index opening_of_office on opening (office_id, opened_at desc);

create table opening_person (
    opening_id bigint not null references opening,
    digest text not null, -- of a value that was opened, under the key of the installation
    primary key (digest, opening_id)
);

create table opening_request (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    kind text not null check (kind in ('MORE_TODAY', 'CLUES_OF_RUN')),
    run_id uuid references run, -- whose clues are to leave with their values
    more integer, -- how many more openings today
    reason text not null check (reason in ('VERIFICATION', 'CASE', 'CHECK')),
    words text not null,
    asked_by integer not null references account,
    asked_at timestamptz not null,
    state text not null check (state in ('ASKED', 'ALLOWED', 'REFUSED', 'USED')),
    decided_by integer references account,
    decided_at timestamptz,
    decision_words text,
    expires_at timestamptz not null,
    check ((kind = 'MORE_TODAY') = (more is not null)),
    check ((kind = 'CLUES_OF_RUN') = (run_id is not null)),
    check (decided_by <> asked_by)
);
create index opening_request_of_department on opening_request (office_id, department_id, asked_at desc);
create index opening_request_of_asker on opening_request (asked_by, state);

create trigger actor before insert or update or delete on opening for each statement execute function require_actor();
create trigger actor before insert or update or delete on opening_person for each statement execute function require_actor();
create trigger actor before insert or update or delete on opening_request for each statement execute function require_actor();

create trigger opening_is_append_only before update or delete or truncate on opening
    for each statement execute function refuse_change();
