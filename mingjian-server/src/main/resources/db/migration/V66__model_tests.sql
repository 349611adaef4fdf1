-- What the cases of a model gave. Another text of the model, or other cases, have another result.

create table model_test (
    digest text not null, -- of the package's text
    cases_digest text not null,
    model text not null,
    version text not null,
    product text not null, -- the version of the product that ran them
    ended_at timestamptz not null,
    cases integer not null,
    failed jsonb not null, -- the cases that failed, each with its number and what differs
    problems jsonb not null, -- why there is no outcome
    primary key (digest, cases_digest)
);
create index model_test_of_model on model_test (model, ended_at desc);

create trigger actor before insert or update or delete on model_test for each statement execute function require_actor();
