-- Rows that could not be taken leave with their values: an opening like any other.

alter table opening drop constraint opening_kind_check;
alter table opening add constraint opening_kind_check
    check (kind in ('CLUE', 'DOCUMENT', 'CLUES_OF_RUN', 'REJECTED_ROWS'));
