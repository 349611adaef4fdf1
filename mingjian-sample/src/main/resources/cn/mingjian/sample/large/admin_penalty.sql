-- Two penalties a person, three in ten with detention. One person of fifty is on probation for two years; of the
-- detentions in that time nine of ten lead to a proposal to revoke it.
CREATE MACRO people() AS scale() // 2 + 1;
CREATE MACRO act_day(r) AS ago(10 + roll('act', r, 1800));
CREATE MACRO decided(r) AS days_on(act_day(r), 3);
CREATE MACRO detained(r) AS CASE WHEN roll('detained', r, 10) < 3 THEN 3 + roll('days', r, 13) ELSE 0 END;
CREATE MACRO on_probation(i) AS i % 50 = 0;
CREATE MACRO started(i) AS ago(20 + roll('started', i, 1500));
CREATE MACRO ends(i) AS last_of_term(started(i), 24);

CREATE VIEW register.admin_penalty AS
SELECT '示公(鸠)行罚决字〔' || year(decided(r)) || '〕' || r || '号' AS decision_no, '示例公安分局' AS dept, '个人' AS party_kind,
  id_from(digits) AS party_id, one_of(['THEFT', 'GAMBLE', 'ASSAULT', 'DRUG_USE', 'OTHER'], 'offence', r) AS act_code, act_day(r) AS act_date,
  one_of(['盗窃他人财物', '在棋牌室参与赌博', '因琐事殴打他人', '吸食毒品，尿检呈阳性', '违反道路交通安全规定'], 'offence', r) AS fact_text,
  CASE WHEN detained(r) > 0 THEN '行政拘留' ELSE '罚款' END AS penalty_kind, CASE WHEN detained(r) > 0 THEN 0 ELSE 500 END AS fine,
  detained(r) AS detention_days, decided(r) AS decision_date, decided(r) AS served_date, '有效' AS status
FROM (SELECT r, adult_digits(r % people()) AS digits FROM range(scale()) t(r));

CREATE VIEW register.cc_person AS
SELECT adult_id(i) AS id_no, '(' || year(started(i)) || ')示0207刑初' || i || '号' AS judgment_no, '缓刑' AS cc_kind, started(i) AS decide_effective_date,
  days_on(started(i), 3) AS notice_received_date, days_on(started(i), 6) AS docs_received_date, days_on(started(i), 7) AS report_date,
  started(i) AS cc_start, ends(i) AS cc_end, CASE WHEN ends(i) <= as_of() THEN ends(i) END AS left_date, CASE WHEN ends(i) <= as_of() THEN '期满解除' END AS left_kind
FROM range(people()) t(i) WHERE on_probation(i);

CREATE VIEW breach AS
SELECT r, r % people() AS i FROM range(scale()) t(r)
WHERE on_probation(r % people()) AND detained(r) > 0 AND act_day(r) BETWEEN started(r % people()) AND ends(r % people());

CREATE VIEW register.cc_revocation AS
SELECT DISTINCT adult_id(i) AS id_no, days_on(decided(r), 15) AS proposal_date, days_on(decided(r), 16) AS proposal_received_date,
  CASE WHEN days_on(decided(r), 40) <= as_of() THEN days_on(decided(r), 40) END AS ruling_date, CASE WHEN days_on(decided(r), 40) <= as_of() THEN '不予撤销' END AS ruling
FROM breach WHERE roll('proposed', r, 10) < 9 AND days_on(decided(r), 15) <= as_of()
ORDER BY id_no, proposal_date;

CREATE VIEW truth AS
SELECT '缓刑期间被行政拘留，未提请撤销' AS words, true AS finding, 'person' AS subject_kind, adult_id(i) AS subject, min(act_day(r)) AS since,
  max(act_day(r)) AS until, NULL AS yuan
FROM breach GROUP BY i
HAVING max(act_day(r)) FILTER (WHERE roll('proposed', r, 10) >= 9 AND days_on(decided(r), 30) < as_of())
  > coalesce(max(days_on(decided(r), 15)) FILTER (WHERE roll('proposed', r, 10) < 9 AND days_on(decided(r), 15) <= as_of()), DATE '0001-01-01')
