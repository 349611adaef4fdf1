-- Lasting data of offices: datasets, their versions, and how local files become their columns. The rows lie on the disk.

create table dataset (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department, -- holds it
    contract text not null,
    title text not null,
    origin text not null, -- who delivers it
    regions text[] not null, -- the area it is about
    authority_title text not null,
    authority_number text not null,
    authority_purposes text[] not null, -- models
    authority_until date, -- null: not limited
    shared_with text not null check (shared_with in ('DEPARTMENT', 'OFFICE')),
    destroy_by date not null,
    made_by integer not null references account,
    made_at timestamptz not null
);
create index dataset_scope on dataset (office_id, contract);
create index dataset_end on dataset (destroy_by);

create table dataset_version (
    id uuid primary key,
    dataset_id uuid not null references dataset,
    number integer not null,
    load_kind text not null check (load_kind in ('FULL', 'APPEND')),
    base integer, -- number of the version whose parts it begins with
    state text not null check (state in ('READING', 'READY', 'FAILED', 'DESTROYED')),
    coverage_from date,
    known_until date,
    regions text[] not null,
    complete text not null check (complete in ('YES', 'NO', 'UNKNOWN')),
    stated_by text not null,
    delivery_id uuid not null, -- removed when it was taken in
    signature text not null, -- of its headings
    recipe text not null, -- JSON
    files text[] not null, -- as they were named
    rows bigint,
    rejected bigint,
    poor boolean not null default false, -- a person should look at its quality
    quality text, -- JSON: counts, no value
    problems text not null default '[]', -- JSON
    digest text, -- SHA-256 of the manifest, which holds those of all parts
    brought_by integer not null references account,
    brought_at timestamptz not null,
    ended_at timestamptz,
    destroyed_by integer references account,
    destroyed_at timestamptz,
    destroy_reason text,
    unique (dataset_id, number)
);
create index dataset_version_reading on dataset_version (brought_at) where state = 'READING';

create table mapping (
    office_id integer not null references office,
    contract text not null,
    signature text not null, -- of the headings
    recipe text not null, -- JSON
    noted_by integer not null references account,
    noted_at timestamptz not null,
    primary key (office_id, contract, signature)
);

create trigger actor before insert or update or delete on dataset for each statement execute function require_actor();
create trigger actor before insert or update or delete on dataset_version for each statement execute function require_actor();
create trigger actor before insert or update or delete on mapping for each statement execute function require_actor();
