-- Names first, by count alone; the lists of companies only for the names that are left.
CREATE TEMP TABLE names AS
SELECT legal_rep_name, count(*) AS rows, count(status) AS known, count(*) FILTER (WHERE status = 'EXISTING') AS companies
FROM $market_entity GROUP BY legal_rep_name;

CREATE TEMP TABLE clues AS
SELECT legal_rep_name, count(*) AS companies, string_agg(DISTINCT uscc, '、' ORDER BY uscc) AS list, 'C' AS grade
FROM $market_entity
WHERE status = 'EXISTING' AND legal_rep_name IN (SELECT legal_rep_name FROM names WHERE companies >= 22)
GROUP BY legal_rep_name ORDER BY legal_rep_name;

CREATE TEMP TABLE counts AS
SELECT 'listed_now' AS step, sum(rows) AS rows_in, sum(companies) AS kept, sum(rows - known) AS unknown, 0 AS pending FROM names
UNION ALL SELECT 'names', count(*), count(*) FILTER (WHERE companies >= 22), 0, 0 FROM names WHERE companies > 0
UNION ALL SELECT 'hits', count(*), count(*), 0, 0 FROM clues
