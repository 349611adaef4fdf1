-- What offices brought, the documents in it, and what people set right in them. The files lie on the disk.

create table delivery (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    brought_by integer not null references account,
    brought_at timestamptz not null,
    kind text not null check (kind in ('registers', 'criminal-judgment', 'housing-contract')),
    title text not null,
    state text not null check (state in ('READING', 'READY', 'FAILED', 'REMOVED')),
    files integer not null,
    bytes bigint not null,
    latest_day date, -- the latest day that its rows carry
    documents_of integer not null default 0, -- as far as known while it is read
    documents_read integer not null default 0,
    documents_unreadable integer not null default 0,
    documents_doubtful integer not null default 0,
    failure text, -- the problems of a failed one, as JSON
    used_at timestamptz -- when a run was first ordered on it
);
create index delivery_scope on delivery (office_id, department_id, brought_at desc);

create table delivered_file (
    delivery_id uuid not null references delivery,
    number integer not null,
    name text not null, -- as it was given
    stored text not null, -- as it lies on the disk
    bytes bigint not null,
    primary key (delivery_id, number)
);

create table document (
    delivery_id uuid not null references delivery,
    number integer not null,
    name text not null,
    court text,
    case_number text,
    defendants integer not null,
    unsure integer not null,
    problem_zh text, -- why it could not be read
    problem_en text,
    line_start bigint, -- where its line begins in the file of elements
    line_bytes integer,
    primary key (delivery_id, number)
);

create table document_correction (
    id bigint generated always as identity primary key,
    delivery_id uuid not null,
    document_number integer not null,
    element text not null,
    defendant integer not null,
    value text not null, -- JSON
    reason text not null,
    corrected_by integer not null references account,
    corrected_at timestamptz not null,
    foreign key (delivery_id, document_number) references document
);
create index document_correction_document on document_correction (delivery_id, document_number);

create trigger actor before insert or update or delete on delivery for each statement execute function require_actor();
create trigger actor before insert or update or delete on delivered_file for each statement execute function require_actor();
create trigger actor before insert or update or delete on document for each statement execute function require_actor();
create trigger actor before insert or update or delete on document_correction for each statement execute function require_actor();
