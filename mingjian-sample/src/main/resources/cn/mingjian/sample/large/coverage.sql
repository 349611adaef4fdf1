CREATE VIEW coverage AS
SELECT view_name AS contract, make_date(year(as_of()) - 6, 1, 1) AS known_from, as_of() AS known_until
FROM duckdb_views() WHERE schema_name = 'register'
