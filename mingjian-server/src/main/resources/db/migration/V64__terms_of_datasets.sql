-- The proof of what was destroyed is found by what it was done to.

create index audit_entry_object_id on audit_entry (object_id, act);
create index dataset_version_delivery on dataset_version (delivery_id);
