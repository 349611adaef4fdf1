-- Every planted story, of persons and of firms; a story without a verdict serves another one.
CREATE VIEW truth AS
SELECT * FROM (
  SELECT * FROM benefit_truth
  UNION ALL SELECT * FROM correction_truth
  UNION ALL SELECT * FROM trial_truth
  UNION ALL SELECT * FROM firm_truth
  UNION ALL SELECT * FROM hotel_truth
  UNION ALL SELECT * FROM pollution_truth
  UNION ALL SELECT * FROM housing_truth
) WHERE finding IS NOT NULL
