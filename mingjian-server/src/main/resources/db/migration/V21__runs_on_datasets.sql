-- A run reads a delivery, or versions of datasets, or both.
alter table run alter column delivery_id drop not null;

create table run_dataset_version (
    run_id uuid not null references run,
    version_id uuid not null references dataset_version,
    bound text not null, -- JSON: which version it was, with its digest
    primary key (run_id, version_id)
);

create trigger actor before insert or update or delete on run_dataset_version for each statement execute function require_actor();
