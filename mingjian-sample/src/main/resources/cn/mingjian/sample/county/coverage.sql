-- What each register covers. Most are known until the county's day; some offices deliver a little earlier.
CREATE VIEW coverage AS
WITH early AS (
  SELECT * FROM (VALUES ('cc_notice', 15), ('guardian_contact', 10), ('alive_check', 5)) t(contract, days)
)
SELECT view_name AS contract,
  CASE WHEN view_name IN ('benefit_payment', 'benefit_adjust') THEN paid_from() ELSE make_date(year(as_of()) - 5, 1, 1) END AS known_from,
  ago(coalesce(days, 0)) AS known_until
FROM duckdb_views() LEFT JOIN early ON contract = view_name
WHERE schema_name = 'register'
