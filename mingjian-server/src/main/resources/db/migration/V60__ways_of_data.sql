-- How data come: brought by a person, put into a watched folder, or fetched from a database.
alter table delivery add column way text not null default 'UPLOAD' check (way in ('UPLOAD', 'FOLDER', 'DATABASE'));

-- What became of each file of a watched folder. It is written before the file is moved away.
create table watched_file (
    id uuid primary key, -- of the delivery that it became, or was to become
    office_id integer not null references office,
    department_id integer not null references department,
    folder text not null,
    name text not null,
    sha256 text, -- none where the file could not be read
    taken boolean not null,
    result_zh text not null,
    result_en text not null,
    ended_at timestamptz not null
);
create index watched_file_of_folder on watched_file (office_id, department_id, folder, ended_at desc);
create index watched_file_taken on watched_file (office_id, department_id, sha256) where taken;

create trigger actor before insert or update or delete on watched_file for each statement execute function require_actor();

-- Rows that could not be taken and came back mended: of which version they were.
alter table dataset_version add column mends integer;
