-- One pass over the payments: the dead are few, so every payment is marked and the hits are gathered in the aggregate
-- that counts.
CREATE TEMP TABLE days AS
SELECT id_no, death_date, count(DISTINCT source) AS agreeing, bool_or(source = 'POLICE_CANCEL') AS cancelled
FROM $death_record WHERE death_date <= DATE '2024-09-30' GROUP BY id_no, death_date;

CREATE TEMP TABLE deceased AS
SELECT id_no, max(death_date) AS died, arg_max(agreeing, death_date) AS agreeing, count(*) AS days_named
FROM days WHERE agreeing >= 2 OR cancelled GROUP BY id_no;

CREATE TEMP TABLE pass AS
SELECT count(*) AS n, count(paid) AS paid_known, count(*) FILTER (WHERE paid) AS paid_kept,
  count(benefit) FILTER (WHERE paid) AS benefit_known, count(*) FILTER (WHERE paid AND benefit) AS benefit_kept,
  count(valid) AS valid_known, count(*) FILTER (WHERE valid) AS valid_kept,
  count(died) FILTER (WHERE valid) AS pairs, count(after) FILTER (WHERE valid) AS after_known, count(*) FILTER (WHERE valid AND after) AS after_kept,
  list(struct_pack(id_no, kind, month, amount, region, died, agreeing, days_named)) FILTER (WHERE valid AND after) AS hits
FROM (
  SELECT p.*, d.died, d.agreeing, d.days_named,
    p.month > date_trunc('month', d.died) AND d.died + 30 < DATE '2024-09-30' AS after
  FROM (
    SELECT *, CASE WHEN paid AND benefit THEN mj_id_valid_text(id_no) END AS valid
    FROM (SELECT id_no, kind, month, amount, region, status = '正常' AND amount > 0 AS paid,
        kind IN ('EMPLOYEE_PENSION', 'RESIDENT_PENSION', 'OLD_AGE') AS benefit FROM $benefit_payment)
  ) p LEFT JOIN deceased d ON p.id_no = d.id_no
);

CREATE TEMP TABLE clues AS
SELECT id_no, kind, min(died) AS died, count(DISTINCT month) AS months, min(month) AS first_month, max(month) AS last_month,
  sum(amount) AS overpaid,
  CASE WHEN count(DISTINCT month) >= 2 AND sum(amount) >= 200 THEN
    CASE WHEN min(agreeing) >= 2 AND min(days_named) = 1 THEN 'A' ELSE 'B' END END AS grade
FROM (SELECT unnest(hits, recursive := true) FROM pass) WHERE kind IS NOT NULL
GROUP BY id_no, kind HAVING grade IS NOT NULL ORDER BY id_no, kind;

CREATE TEMP TABLE counts AS
SELECT 'paid' AS step, n AS rows_in, paid_kept AS kept, n - paid_known AS unknown, 0 AS pending FROM pass
UNION ALL SELECT 'benefits', paid_kept, benefit_kept, paid_kept - benefit_known, 0 FROM pass
UNION ALL SELECT 'numbered', benefit_kept, valid_kept, benefit_kept - valid_known, 0 FROM pass
UNION ALL SELECT 'dated', count(*), count(*) FILTER (WHERE death_date <= DATE '2024-09-30'), count(*) FILTER (WHERE death_date IS NULL), 0 FROM $death_record
UNION ALL SELECT 'agreed', count(*), count(*) FILTER (WHERE agreeing >= 2 OR cancelled), count(*) FILTER (WHERE (agreeing >= 2 OR cancelled) IS NULL), 0 FROM days
UNION ALL SELECT 'after_death', pairs, after_kept, pairs - after_known, 0 FROM pass
UNION ALL SELECT 'hits', after_kept, (SELECT count(*) FROM (SELECT unnest(hits, recursive := true) FROM pass) WHERE kind IS NOT NULL),
  (SELECT count(*) FROM (SELECT unnest(hits, recursive := true) FROM pass) WHERE kind IS NULL), 0 FROM pass
