CREATE TABLE corrected AS
SELECT c.i, c.story, c.judgment_no, c.shape, c.started,
  CASE c.shape WHEN 'PROBATION' THEN '缓刑' WHEN 'PAROLE' THEN '假释' WHEN 'SURVEILLANCE' THEN '管制' ELSE '暂予监外执行' END AS cc_kind,
  CASE c.shape WHEN 'PROBATION' THEN last_of_term(c.started, c.probation_months) WHEN 'PAROLE' THEN s.term_end
               ELSE last_of_term(c.started, c.months) END AS cc_end,
  roll('shift', c.i, 20) AS shift
FROM conviction c LEFT JOIN served s USING (judgment_no)
WHERE c.shape IN ('PROBATION', 'PAROLE', 'SURVEILLANCE', 'OUTSIDE') AND c.nth = 1;

-- What people in correction did, in days from its first day; how they were punished for it, and whether the police told.
CREATE TABLE breach AS SELECT * FROM (VALUES
  ('parole-gambling',       1, 240, 'GAMBLE',           '行政拘留', 5,  '有效',   true),
  ('detained-nobody-told',  1, 240, 'DRUG_USE',         '行政拘留', 12, '有效',   false),
  ('detained-twice',        1, 180, 'GAMBLE',           '行政拘留', 5,  '有效',   true),
  ('detained-twice',        2, 270, 'ASSAULT',          '行政拘留', 8,  '有效',   true),
  ('court-silent',          1, 240, 'ASSAULT',          '行政拘留', 15, '有效',   true),
  ('ruling-not-executed',   1, 240, 'ASSAULT',          '行政拘留', 15, '有效',   true),
  ('revoked-in-time',       1, 240, 'DRUG_USE',         '行政拘留', 15, '有效',   true),
  ('act-before-period',     1, -40, 'ASSAULT',          '行政拘留', 7,  '有效',   true),
  ('decision-annulled',     1, 240, 'ASSAULT',          '行政拘留', 12, '被撤销', true),
  ('still-pending',         1, 187, 'GAMBLE',           '行政拘留', 12, '有效',   true),
  ('notice-not-delivered',  1, 195, 'ASSAULT',          '行政拘留', 6,  '有效',   true),
  ('surveillance-punished', 1, 120, 'SUPERVISION_RULE', '行政拘留', 5,  '有效',   true),
  ('fine-in-traffic',       1, 240, 'OTHER',            '罚款',   0,  '有效',   false),
  ('act-after-period',      1, 580, 'GAMBLE',           '行政拘留', 10, '有效',   false)
) t(story, nth, act_after, act_code, penalty_kind, days, status, told);

CREATE TABLE penalty AS
SELECT i, nth, days_on(started, act_after + CASE story WHEN 'notice-not-delivered' THEN 0 ELSE shift END) AS act_date,
  days_on(started, CASE story WHEN 'act-before-period' THEN 9 WHEN 'notice-not-delivered' THEN act_after + 2 ELSE act_after + shift + CASE WHEN days > 0 THEN 1 + roll('decided', i, 3) ELSE 6 END END) AS decision_date,
  act_code, penalty_kind, days, status, told, story
FROM corrected JOIN breach USING (story)
UNION ALL
-- Ordinary offenders, in nobody's correction.
SELECT i, 1, ago(20 + roll('act', i, 1100)), ago(17 + roll('act', i, 1100)),
  one_of(['THEFT', 'GAMBLE', 'ASSAULT', 'DRUG_USE', 'DUI', 'OTHER'], 'offence', i),
  CASE WHEN place % 2 = 0 THEN '行政拘留' ELSE '罚款' END, CASE WHEN place % 2 = 0 THEN 3 + roll('days', i, 12) ELSE 0 END, '有效', false, NULL
FROM person WHERE place BETWEEN 570 AND 599 OR (cohort IN ('father', 'mother') AND roll('offender', i, 25) = 0);

CREATE VIEW decided AS
SELECT *, '示公(鸠)行罚决字〔' || year(decision_date) || '〕' || (i * 2 + nth) || '号' AS decision_no FROM penalty;

CREATE VIEW register.admin_penalty AS
SELECT decision_no, '示例公安分局' AS dept, '个人' AS party_kind, id_no AS party_id, act_code, act_date,
  CASE act_code WHEN 'THEFT' THEN '盗窃他人财物' WHEN 'GAMBLE' THEN '在棋牌室参与赌博' WHEN 'ASSAULT' THEN '因琐事殴打他人'
    WHEN 'DRUG_USE' THEN '吸食毒品，尿检呈阳性' WHEN 'DUI' THEN '饮酒后驾驶机动车' WHEN 'SUPERVISION_RULE' THEN '违反社区矫正监督管理规定'
    ELSE '违反道路交通安全规定' END AS fact_text,
  CASE WHEN act_code = 'THEFT' THEN 300 + 10 * roll('taken', i, 60) ELSE 0 END AS amount,
  CASE WHEN act_code = 'DUI' THEN 30 + roll('bac', i, 45) END AS bac,
  penalty_kind, CASE WHEN days = 0 THEN 200 + 100 * roll('fined', i, 8) ELSE 0 END AS fine, days AS detention_days,
  decision_date, decision_date AS served_date, status
FROM decided JOIN person USING (i);

CREATE VIEW judicial AS
SELECT i, days_on(happened, 240 + shift) AS day, '(' || year(days_on(happened, 240 + shift)) || ')示0207司拘' || i || '号' AS decision_no
FROM life WHERE story = 'judicial-detention';

CREATE VIEW register.adm_detention AS
SELECT id_no, decision_no, '行政拘留' AS kind, clock(decision_date, 960) AS intake_ts,
  CASE WHEN days_on(decision_date, days) <= as_of() THEN clock(days_on(decision_date, days), 960) END AS release_ts, days
FROM decided JOIN person USING (i) WHERE days > 0 AND status = '有效'
UNION ALL
SELECT id_no, decision_no, '司法拘留', clock(day, 600), clock(days_on(day, 10), 600), 10 FROM judicial JOIN person USING (i);

CREATE VIEW register.cc_notice AS
SELECT id_no, '公安' AS sender, decision_no AS about_decision_no, days_on(decision_date, 1) AS sent_date, '拘留通报' AS kind
FROM decided JOIN person USING (i) WHERE told AND story <> 'notice-not-delivered'
UNION ALL
SELECT id_no, '法院', decision_no, days_on(day, 1), '司法拘留通报' FROM judicial JOIN person USING (i)
UNION ALL
SELECT id_no, '公安', '示公(鸠)拘字〔' || year(held) || '〕' || i || '号', days_on(held, 1), '刑事拘留通报'
FROM served JOIN person USING (i) WHERE nth = 2;

-- Proposals to revoke, in days from the first day of correction.
CREATE VIEW proposed AS
SELECT i, story, decision_date AS decided, days_on(decision_date, 17) AS proposal_date FROM penalty
WHERE story IN ('court-silent', 'ruling-not-executed', 'revoked-in-time');

CREATE VIEW register.cc_revocation AS
SELECT id_no, proposal_date, days_on(proposal_date, 1) AS proposal_received_date, '示例区人民法院' AS court,
  CASE WHEN story <> 'court-silent' THEN days_on(proposal_date, 18) END AS ruling_date,
  CASE WHEN story <> 'court-silent' THEN '撤销' END AS ruling,
  CASE WHEN story = 'revoked-in-time' THEN days_on(proposal_date, 21) END AS delivered_date,
  CASE WHEN story = 'revoked-in-time' THEN '示例看守所' END AS delivered_to
FROM proposed JOIN person USING (i);

-- When correction ended, if it has; whoever went back inside left early.
CREATE TABLE left_correction AS
SELECT c.i, coalesce(
    CASE c.story WHEN 'revoked-in-time' THEN days_on(p.proposal_date, 21) WHEN 'new-crime-revoked' THEN s.effective END,
    CASE WHEN c.cc_end <= as_of() THEN c.cc_end END) AS day,
  CASE c.story WHEN 'revoked-in-time' THEN '收监' WHEN 'new-crime-revoked' THEN '数罪并罚'
       ELSE CASE WHEN c.cc_end <= as_of() THEN '期满解除' END END AS how
FROM corrected c LEFT JOIN proposed p USING (i) LEFT JOIN served s ON s.i = c.i AND s.nth = 2;

CREATE VIEW register.cc_person AS
SELECT id_no, judgment_no, cc_kind, started AS decide_effective_date,
  days_on(started, CASE story WHEN 'court-papers-late' THEN 9 ELSE 2 + roll('notice', i, 3) END) AS notice_received_date,
  days_on(started, CASE story WHEN 'court-papers-late' THEN 17 ELSE 4 + roll('papers', i, 4) END) AS docs_received_date,
  CASE story WHEN 'never-reported' THEN NULL
    ELSE days_on(started, CASE story WHEN 'late-no-warning' THEN 24 WHEN 'tenth-day' THEN 10 ELSE 5 + roll('report', i, 4) END) END AS report_date,
  started AS cc_start, cc_end, day AS left_date, how AS left_kind,
  '示例' || one_of(['东', '南', '西', '北', '中'], 'agency', i) || '街道司法所' AS agency
FROM corrected JOIN person USING (i) LEFT JOIN left_correction USING (i);

-- What the correction agency noted, in days from the first day of correction.
CREATE TABLE noted AS SELECT * FROM (VALUES
  ('warned-twice-again',    '警告',           120, NULL),
  ('warned-twice-again',    '警告',           200, NULL),
  ('warned-twice-again',    '未按时报到',       270, NULL),
  ('out-of-area',           '失联',           243, NULL),
  ('no-medical-review',     '未提交病情复查',   120, NULL),
  ('no-medical-review',     '警告',           140, NULL),
  ('no-medical-review',     '未提交病情复查',   230, NULL),
  ('surveillance-breach',   '擅自离开',        120, NULL),
  ('surveillance-punished', '提请治安处罚',     121, NULL),
  ('leave-granted',         '请假批准',        238, 20),
  ('leave-granted',         '销假',           258, NULL),
  ('parole-gambling',       '训诫',           250, NULL)
) t(story, event_kind, event_after, lasting);

CREATE VIEW register.cc_event AS
SELECT id_no, event_kind, days_on(started, event_after + shift) AS event_date,
  CASE WHEN lasting IS NOT NULL THEN clock(days_on(started, event_after + shift), 480) END AS from_ts,
  CASE WHEN lasting IS NOT NULL THEN clock(days_on(started, event_after + shift + lasting), 1200) END AS to_ts,
  CASE WHEN lasting IS NOT NULL THEN '示例市' END AS area,
  CASE WHEN event_kind IN ('警告', '提请治安处罚', '提请撤缓', '训诫') THEN '示社矫〔' || year(days_on(started, event_after + shift)) || '〕' || (i * 400 + event_after) || '号' END AS doc_no
FROM corrected JOIN noted USING (story) JOIN person USING (i)
UNION ALL
SELECT id_no, '提请撤缓', proposal_date, NULL, NULL, NULL, '示社矫〔' || year(proposal_date) || '〕' || (i * 400 + 399) || '号'
FROM proposed JOIN person USING (i)
UNION ALL
-- Quiet lives: a leave now and then.
SELECT id_no, kind, days_on(started, 60 + 45 * k + back), CASE WHEN back = 0 THEN clock(days_on(started, 60 + 45 * k), 480) END,
  CASE WHEN back = 0 THEN clock(days_on(started, 63 + 45 * k), 1200) END, CASE WHEN back = 0 THEN '示例市' END, NULL
FROM corrected JOIN person USING (i), range(roll('leaves', corrected.i, 4)) t(k), (VALUES ('请假批准', 0), ('销假', 3)) e(kind, back)
WHERE story IS NULL AND days_on(started, 66 + 45 * k) <= earlier(cc_end, as_of());

CREATE VIEW register.track AS
SELECT id_no, clock(days_on(happened, 240 + shift + k), 480 + roll('ts', i * 40 + k, 700)) AS ts, '320106' AS area_code, '定位' AS source,
  story = 'leave-granted' AS inside_leave
FROM life, range(20) t(k) WHERE story IN ('out-of-area', 'leave-granted') AND k < CASE story WHEN 'leave-granted' THEN 18 ELSE 20 END
UNION ALL
SELECT id_no, clock(days_on(happened, 240 + shift), 610), '340207', '出入境', false FROM life WHERE story = 'left-the-country'
UNION ALL
SELECT id_no, clock(days_on(started, 20 + 30 * k), 480 + roll('ts', corrected.i * 40 + k, 700)), '340207', '定位', true
FROM corrected JOIN person USING (i), range(12) t(k) WHERE story IS NULL AND days_on(started, 20 + 30 * k) <= earlier(cc_end, as_of());

CREATE VIEW register.driver AS
SELECT id_no, '吊销' AS licence_status, happened AS revoke_date, '醉酒驾驶' AS revoke_reason FROM life WHERE story IN ('drove-unlicensed', 'camera-only')
UNION ALL
SELECT id_no, '正常', NULL, NULL FROM corrected JOIN person USING (i) WHERE story IS NULL AND roll('driver', i, 2) = 0;

CREATE VIEW register.traffic_event AS
SELECT id_no, clock(days_on(happened, 240 + shift), 510) AS event_ts,
  CASE story WHEN 'camera-only' THEN '卡口识别' ELSE '违章' END AS event_kind, '示A' || lpad(CAST(i % 100000 AS VARCHAR), 5, '0') AS plate,
  CASE story WHEN 'camera-only' THEN '卡口抓拍' ELSE '现场查处' END AS source, story = 'drove-unlicensed' AS driver_confirmed
FROM life WHERE story IN ('drove-unlicensed', 'camera-only');

CREATE VIEW correction_truth AS
SELECT words, finding, 'person' AS subject_kind, id_no AS subject, started AS since, cc_end AS until, NULL AS yuan
FROM corrected JOIN life USING (i, story) WHERE place BETWEEN 500 AND 599
