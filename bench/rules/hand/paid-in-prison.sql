-- One pass over the payments: the prisoners are few, and the months inside are gathered in the aggregate that counts.
CREATE TEMP TABLE serving AS
SELECT id_no, intake_date AS from_day, coalesce(release_date, death_date, DATE '2024-09-30') AS to_day FROM $inmate;

CREATE TEMP TABLE pass AS
SELECT count(*) AS n, count(pension) AS pension_known, count(*) FILTER (WHERE pension) AS pensions,
  count(normal) FILTER (WHERE pension) AS normal_known, count(*) FILTER (WHERE pension AND normal) AS normals,
  list(struct_pack(id_no, scheme, month, base_amount, amount, adjust_amount, region)) FILTER (WHERE pension AND normal AND held) AS paid
FROM (
  SELECT p.*, kind IN ('EMPLOYEE_PENSION', 'RESIDENT_PENSION') AS pension, status = '正常' AS normal, s.id_no IS NOT NULL AS held
  FROM $benefit_payment p LEFT JOIN (SELECT DISTINCT id_no FROM serving) s ON p.id_no = s.id_no
);

CREATE TEMP TABLE pairs AS
SELECT p.*, s.from_day, month >= from_day AND last_day(month) <= to_day AS inside
FROM (SELECT unnest(paid, recursive := true) FROM pass) p JOIN serving s ON p.id_no = s.id_no;

CREATE TEMP TABLE months AS
SELECT id_no, scheme, CASE WHEN scheme = '城乡居民' THEN 'RESIDENT_PENSION' WHEN scheme IS NOT NULL THEN 'EMPLOYEE_PENSION' END AS kind,
  month, coalesce(base_amount, amount) + adjust_amount AS yuan, region, min(from_day) AS from_day
FROM pairs WHERE inside GROUP BY ALL;

CREATE TEMP TABLE hits AS
SELECT *, min(month) OVER (PARTITION BY id_no, from_day) AS first_month FROM months;

CREATE TEMP TABLE clues AS
SELECT id_no, first_month, min(from_day) AS from_day, count(DISTINCT month) AS months, max(month) AS last_month, bool_and(kind = 'RESIDENT_PENSION') AS residents,
  sum(yuan) AS overpaid, CASE WHEN bool_and(kind = 'RESIDENT_PENSION') THEN 'C' ELSE 'A' END AS grade
FROM hits GROUP BY id_no, first_month ORDER BY id_no, first_month;

CREATE TEMP TABLE counts AS
SELECT 'pension/pensions' AS step, n AS rows_in, pensions AS kept, n - pension_known AS unknown, 0 AS pending FROM pass
UNION ALL SELECT 'pensions', pensions, normals, pensions - normal_known, 0 FROM pass
UNION ALL SELECT 'pension_inside', count(*), count(*) FILTER (WHERE inside), count(*) FILTER (WHERE inside IS NULL), 0 FROM pairs
UNION ALL SELECT 'hits', count(*), count(*), 0, 0 FROM hits
