-- Packages of models that departments are writing. A draft is never run as a model.
create table draft (
    id uuid primary key,
    office_id integer not null references office,
    department_id integer not null references department,
    name text not null, -- what its department calls it
    origin text, -- id of the library's model that it began as a copy of
    origin_version text,
    files text not null, -- JSON: path and text of each, saved together
    revision integer not null, -- counts the saves: whoever saves names the one they began from
    made_by integer not null references account,
    made_at timestamptz not null,
    changed_by integer not null references account,
    changed_at timestamptz not null,
    check ((origin is null) = (origin_version is null))
);
create index draft_scope on draft (office_id, department_id, changed_at desc);

create trigger actor before insert or update or delete on draft for each statement execute function require_actor();
