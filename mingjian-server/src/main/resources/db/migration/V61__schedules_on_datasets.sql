-- A schedule runs on deliveries, or on the newest versions of the datasets that its department may use.
alter table schedule add column on_datasets boolean not null default false;
alter table schedule add constraint schedule_data check (not (on_datasets and delivery_id is not null));

-- The versions whose arrival a try was about.
alter table schedule_try add column versions uuid[] not null default '{}';
