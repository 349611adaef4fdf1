-- Which versions of a model this installation has known: those of runs, and those that a start found in the library.

create table model_version (
    digest text primary key, -- of the package's text, which is kept under it
    model text not null,
    version text not null,
    first_seen timestamptz not null
);
create index model_version_of_model on model_version (model, first_seen desc);

insert into model_version (digest, model, version, first_seen)
select digest, min(model), min(version), min(ordered_at) from run group by digest;

create trigger actor before insert or update or delete on model_version for each statement execute function require_actor();
