CREATE VIEW truth AS
SELECT * FROM benefit_truth
UNION ALL
SELECT * FROM correction_truth
