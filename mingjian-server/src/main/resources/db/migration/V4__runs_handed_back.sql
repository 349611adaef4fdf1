-- A server that ends by itself hands its runs back: only attempts whose server died count towards giving a run up.
alter table run add column handed_back integer not null default 0;
