-- The prosecution's side: what the convictions and the trials with a story were charged with, and what was recommended.
CREATE TABLE prosecuted AS
SELECT '示检刑诉〔' || year(judged) || '〕' || (i * 2 + nth) || '号' AS pros_case_no, judgment_no, id_no, judged, article, crime,
  found_yuan(i, article, months) AS yuan, act,
  CASE shape WHEN 'SURVEILLANCE' THEN '管制' WHEN 'FINE' THEN '单处附加' ELSE '有期徒刑' END AS penalty, months,
  CASE WHEN shape = 'PROBATION' THEN probation_months END AS probation_months, months > 0 AND roll('plea', i, 4) > 0 AS plea,
  CASE WHEN roll('confessed', i, 2) = 0 THEN 'CONF' ELSE 'SURR' END AS circ
FROM conviction JOIN person USING (i)
WHERE revoking(story, nth) IS NOT TRUE;

CREATE VIEW register.pros_case AS
SELECT pros_case_no, id_no, days_on(judged, -70) AS accept_date, pros_case_no AS indictment_no, days_on(judged, -40) AS indictment_date,
  1 AS indictment_version, '示例区人民法院' AS court_code, '起诉' AS decision, days_on(judged, -40) AS decision_date, plea AS is_plea, '340207' AS region
FROM prosecuted
UNION ALL
SELECT pros_case_no, id_no, days_on(judged, -70), pros_case_no, days_on(judged, -40 + 10 * version), version, '示例区人民法院', '起诉',
  days_on(judged, -40 + 10 * version), story IN ('above-recommendation', 'near-recommendation'), '340207'
FROM trial_numbered, range(1, 3) v(version) WHERE version = 1 OR story = 'charge-changed';

CREATE VIEW register.pros_charge AS
SELECT pros_case_no, 1 AS indictment_version, id_no, article AS charge_code, crime AS charge_name, act AS act_start, act AS act_end, 1 AS act_count,
  yuan AS amount, 0 AS illegal_gain, 0 AS victim_loss, 1 AS accomplice_count
FROM prosecuted
UNION ALL
SELECT pros_case_no, 1, id_no, charged, crime_of(charged), act, act, 1, charged_yuan, CASE story WHEN 'charged-gain-left' THEN 10000 ELSE gain END, 0, 1
FROM trial_numbered
UNION ALL
SELECT pros_case_no, 2, id_no, article, crime_of(article), act, act, 1, charged_yuan, 0, 0, 1 FROM trial_numbered WHERE story = 'charge-changed'
UNION ALL
SELECT pros_case_no, 1, id_no, '266', '诈骗罪', act, act, 1, 5000, 0, 0, 1 FROM trial_numbered WHERE story IN ('above-the-sum', 'charge-dropped');

CREATE VIEW register.sentence_rec AS
SELECT pros_case_no, id_no, 1 AS rec_version, '确定刑' AS rec_kind, penalty AS main_type, months AS min_months, months AS max_months,
  probation_months IS NOT NULL AS probation, probation_months
FROM prosecuted WHERE plea
UNION ALL
SELECT pros_case_no, id_no, 1, '确定刑', penalty, 10, 10, false, NULL FROM trial_numbered WHERE story IN ('above-recommendation', 'near-recommendation');

CREATE VIEW register.circumstance AS
SELECT side AS doc_side, CASE side WHEN '起诉' THEN pros_case_no ELSE judgment_no END AS doc_no, id_no, article AS charge_code, code AS circ_code
FROM prosecuted, (VALUES ('起诉'), ('判决')) s(side), (VALUES ('plea'), ('other')) k(kind),
  LATERAL (SELECT CASE kind WHEN 'plea' THEN CASE WHEN plea THEN 'PLEA' END ELSE circ END AS code)
WHERE code IS NOT NULL
UNION ALL
SELECT '判决', judgment_no, id_no, article, circ FROM trial_numbered WHERE circ IS NOT NULL
UNION ALL
SELECT '起诉', pros_case_no, id_no, charged, charged_circ FROM trial_numbered WHERE charged_circ IS NOT NULL
