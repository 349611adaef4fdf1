-- What other bodies are asked for, what they deliver by agreement and when, and which tables a delivery held.

create table delivered_table (
    delivery_id uuid not null references delivery,
    contract text not null,
    columns text[] not null, -- the columns of the contract that were recognised
    primary key (delivery_id, contract)
);

create table data_request (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    made_by integer not null references account,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    way text not null check (way in ('SHARED', 'OBTAINED', 'PUBLIC', 'OWN', 'RULE_GOES_OUT')),
    owner text not null, -- code of the kind of body that keeps the tables
    provider text not null, -- the body that is asked, as the letter names it
    models text[] not null, -- for which models: kept here, never in a file that leaves the office
    bases text[] not null, -- citations
    purpose text not null,
    period_from date,
    period_until date,
    regions text[] not null,
    handing_over text not null,
    contact text not null,
    letter_number text not null,
    due date,
    remarks text not null,
    form_number text not null unique, -- what a form that comes back is known by
    state text not null check (state in ('DRAFTED', 'SENT', 'ANSWERED', 'REFUSED', 'CLOSED')),
    sent_on date,
    ended_on date,
    answered_by uuid references delivery
);
create index data_request_scope on data_request (office_id, department_id, made_at desc);
create index data_request_due on data_request (office_id, due) where state in ('DRAFTED', 'SENT');

create table requested_table (
    request_id uuid not null references data_request,
    number integer not null,
    contract text not null,
    required text[] not null,
    helpful text[] not null,
    primary key (request_id, number),
    unique (request_id, contract)
);

create table expected_delivery (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    made_by integer not null references account,
    made_at timestamptz not null,
    provider text not null,
    contracts text[] not null,
    rhythm text not null check (rhythm in ('ONCE', 'MONTHLY', 'QUARTERLY', 'YEARLY')),
    first_due date not null, -- the others are counted from it, so that the 31st stays the last day of a month
    next_due date, -- none when nothing more is expected
    remarks text not null,
    request_id uuid references data_request,
    ended boolean not null default false
);
create index expected_delivery_due on expected_delivery (office_id, department_id, next_due);

create table arrival (
    expected_id uuid not null references expected_delivery,
    due date not null,
    arrived_on date not null,
    delivery_id uuid references delivery, -- none where a person ticked it off
    ticked_by integer not null references account,
    primary key (expected_id, due)
);

create index clue_clock on clue (run_id, time_limit) where time_limit is not null;

create trigger actor before insert or update or delete on delivered_table for each statement execute function require_actor();
create trigger actor before insert or update or delete on data_request for each statement execute function require_actor();
create trigger actor before insert or update or delete on requested_table for each statement execute function require_actor();
create trigger actor before insert or update or delete on expected_delivery for each statement execute function require_actor();
create trigger actor before insert or update or delete on arrival for each statement execute function require_actor();
