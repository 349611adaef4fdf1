-- How a story ends before the court. Shapes: PRISON, PROBATION, PAROLE, SURVEILLANCE (管制), OUTSIDE (监外执行), FINE.
CREATE TABLE sentence_kind AS SELECT * FROM (VALUES
  ('pension-in-prison',    'PRISON',       '诈骗罪',   '266', 36, 0),
  ('allowance-in-prison',  'PRISON',       '盗窃罪',   '264', 30, 0),
  ('pension-stopped',      'PRISON',       '诈骗罪',   '266', 36, 0),
  ('pension-raised',       'PROBATION',    '交通肇事罪', '133', 12, 24),
  ('pension-not-raised',   'PROBATION',    '交通肇事罪', '133', 12, 24),
  ('economic-crime',       'PROBATION',    '合同诈骗罪', '224', 12, 18),
  ('economic-crime-long-ago', 'PROBATION', '合同诈骗罪', '224', 12, 12),
  ('theft-and-office',     'PROBATION',    '盗窃罪',   '264', 12, 18),
  ('fine-only',            'FINE',         '危险驾驶罪', '133-1', 0, 0),
  ('parole-gambling',      'PAROLE',       '诈骗罪',   '266', 48, 0),
  ('no-medical-review',    'OUTSIDE',      '盗窃罪',   '264', 36, 0),
  ('surveillance-breach',  'SURVEILLANCE', '寻衅滋事罪', '293', 12, 0),
  ('surveillance-punished', 'SURVEILLANCE', '寻衅滋事罪', '293', 12, 0)
) t(story, shape, crime, article, months, probation_months);

CREATE TABLE conviction AS
WITH told AS (
  SELECT i, life.story, happened AS effective, coalesce(shape, 'PROBATION') AS shape,
    coalesce(crime, one_of(['盗窃罪', '故意伤害罪', '诈骗罪', '开设赌场罪'], 'crime', i)) AS crime,
    coalesce(article, one_of(['264', '234', '266', '303'], 'crime', i)) AS article,
    coalesce(months, 18) AS months, coalesce(probation_months, CASE WHEN story = 'act-after-period' THEN 18 ELSE 24 END) AS probation_months
  FROM life LEFT JOIN sentence_kind USING (story)
  WHERE sentence_kind.story IS NOT NULL OR place BETWEEN 500 AND 539
), quiet AS (
  -- Convictions that went as they should: in prison, and in community correction.
  SELECT i, NULL AS story, ago(CASE WHEN place < 556 THEN 90 + roll('convicted', i, 800) ELSE 60 + roll('convicted', i, 1000) END) AS effective,
    CASE WHEN place >= 556 THEN 'PRISON' WHEN place % 8 = 0 THEN 'PAROLE' WHEN place % 8 = 1 THEN 'SURVEILLANCE' ELSE 'PROBATION' END AS shape,
    one_of(['盗窃罪', '故意伤害罪', '诈骗罪', '开设赌场罪'], 'crime', i) AS crime,
    one_of(['264', '234', '266', '303'], 'crime', i) AS article,
    CASE WHEN place >= 556 THEN 24 + roll('months', i, 40) WHEN place % 8 = 0 THEN 48 ELSE 12 END AS months,
    CASE WHEN place % 8 > 1 THEN 12 + 6 * roll('probation', i, 3) ELSE 0 END AS probation_months
  FROM person WHERE place BETWEEN 540 AND 565
), dated AS (
  -- A parolee's `effective` so far is the day of parole; the judgment came thirty months earlier.
  SELECT * EXCLUDE (effective), effective AS started,
    CASE shape WHEN 'PAROLE' THEN months_on(effective, -30) ELSE effective END AS effective
  FROM (SELECT * FROM told UNION ALL SELECT * FROM quiet)
)
SELECT *, 1 AS nth, days_on(effective, -150 - roll('act', i, 120)) AS act,
  days_on(effective, -11) AS judged,
  '(' || year(effective) || ')示0207刑初' || (i * 2 + 1) || '号' AS judgment_no
FROM dated;

-- The second judgment of those who committed a new crime while on probation.
INSERT INTO conviction
SELECT i, story, 'PRISON', '盗窃罪', '264', 7, 0, started, days_on(started, 380 + shift),
  2, days_on(started, 230 + shift), days_on(started, 369 + shift),
  '(' || year(days_on(started, 380 + shift)) || ')示0207刑初' || (i * 2 + 2) || '号'
FROM conviction JOIN life USING (i, story) WHERE story IN ('new-crime', 'new-crime-revoked');

-- Who serves in custody, from when to when. Thieves and fighters were detained before the trial, the others at its end.
CREATE TABLE served AS
SELECT i, story, nth, judgment_no, article, shape, months, effective,
  CASE WHEN story IS NULL THEN days_on(act, 6) WHEN nth = 2 THEN days_on(act, 8) END AS held,
  days_on(effective, 18) AS intake,
  coalesce(CASE WHEN story IS NULL THEN days_on(act, 6) WHEN nth = 2 THEN days_on(act, 8) END, effective) AS term_start,
  last_of_term(coalesce(CASE WHEN story IS NULL THEN days_on(act, 6) WHEN nth = 2 THEN days_on(act, 8) END, effective), months) AS term_end,
  CASE shape WHEN 'PAROLE' THEN started END AS paroled
FROM conviction WHERE shape IN ('PRISON', 'PAROLE');

-- What is added up of an earlier sentence, and the money: amounts that lie in the tier of the sentence, fines where the article has one.
CREATE MACRO revoking(story, nth) AS nth = 2 AND story = 'new-crime-revoked';
CREATE MACRO found_yuan(i, article, months) AS CASE WHEN article IN ('264', '266') THEN CASE WHEN months > 36 THEN 60000 ELSE 3000 END + 100 * roll('found', i, 250) END;
CREATE MACRO fine_of(i, article) AS CASE WHEN article NOT IN ('133', '234', '293') THEN 1000 * (1 + roll('fine', i, 5)) END;

CREATE VIEW prison_time AS SELECT i, term_end AS until FROM served WHERE nth = 1;

CREATE VIEW register.judgment AS
SELECT *, '示例区人民法院' AS court_code, '340207' AS region FROM (
  SELECT judgment_no, '示检刑诉〔' || year(judged) || '〕' || (i * 2 + nth) || '号' AS pros_case_no, '一审' AS instance,
    CASE WHEN nth = 2 OR roll('procedure', i, 3) = 0 THEN '普通' ELSE one_of(['简易', '速裁'], 'procedure', i) END AS procedure,
    judged AS judgment_date, days_on(judged, 3) AS received_date, effective AS effective_date,
    days_on(effective, CASE WHEN story = 'court-papers-late' THEN 17 ELSE 4 END) AS docs_sent_date
  FROM conviction
  UNION ALL BY NAME SELECT * FROM trial_judgment
);

CREATE VIEW register.judgment_charge AS
SELECT judgment_no, id_no, article AS charge_code, crime AS charge_name, '有罪' AS verdict,
  found_yuan(i, article, months) AS amount_found,
  CASE WHEN article IN ('264', '266') THEN CASE WHEN months > 36 THEN 2 ELSE 1 END END AS tier_found,
  0 AS illegal_gain, coalesce(found_yuan(i, article, months), 0) AS victim_loss,
  CASE shape WHEN 'SURVEILLANCE' THEN '管制' WHEN 'FINE' THEN '单处附加' ELSE '有期徒刑' END AS main_type,
  CASE WHEN months > 0 THEN months END AS main_months,
  fine_of(i, article) AS fine, act AS act_start, act AS act_end
FROM conviction JOIN person USING (i)
UNION ALL BY NAME SELECT * FROM trial_charge;

CREATE VIEW register.judgment_exec AS
SELECT *, true AS read_whole FROM (
  SELECT c.judgment_no, id_no,
    CASE c.shape WHEN 'SURVEILLANCE' THEN '管制' WHEN 'FINE' THEN '单处附加' ELSE '有期徒刑' END AS exec_type,
    CASE WHEN revoking(c.story, c.nth) THEN c.months + 12 WHEN c.months > 0 THEN c.months END AS exec_months,
    c.shape = 'PROBATION' AS probation, CASE WHEN c.shape = 'PROBATION' THEN c.probation_months END AS probation_months,
    c.nth = 1 AND c.story IN ('revoked-in-time', 'ruling-not-executed', 'new-crime-revoked') IS TRUE AS probation_revoked,
    CASE WHEN revoking(c.story, c.nth) THEN first.judgment_no END AS revoked_judgment_no,
    fine_of(c.i, c.article) AS fine_total, CASE WHEN fine_of(c.i, c.article) IS NOT NULL THEN days_on(c.effective, 30) END AS fine_due_date,
    found_yuan(c.i, c.article, c.months) AS restitution_amount,
    served.held AS custody_from, CASE WHEN served.held IS NOT NULL THEN c.effective END AS custody_to,
    coalesce(date_diff('day', served.held, c.effective), 0) AS custody_days,
    served.term_start, CASE WHEN revoking(c.story, c.nth) THEN last_of_term(served.term_start, c.months + 12) ELSE served.term_end END AS term_end,
    served.held IS NOT NULL AS outcome_in_custody
  FROM conviction c JOIN person USING (i)
  LEFT JOIN served ON served.judgment_no = c.judgment_no
  LEFT JOIN conviction first ON first.i = c.i AND first.nth = 1
  UNION ALL BY NAME SELECT * FROM trial_exec
);

-- Detention centre: held before the trial, or taken in when the judgment took effect; then to prison.
CREATE VIEW register.custody AS
SELECT id_no, clock(coalesce(held, effective), 540 + roll('clock', i, 300)) AS intake_ts,
  CASE WHEN held IS NULL THEN '留所服刑' ELSE '刑拘' END AS intake_reason,
  CASE WHEN nth = 2 AND term_end <= as_of() THEN clock(term_end, 600) WHEN nth = 1 THEN clock(intake, 600) END AS release_ts,
  CASE WHEN nth = 2 AND term_end <= as_of() THEN '刑满释放' WHEN nth = 1 THEN '送交监狱执行' END AS release_reason
FROM served JOIN person USING (i) WHERE nth = 2 OR intake <= as_of()
UNION ALL
SELECT id_no, clock(happened, 560), '刑拘', NULL, NULL FROM life WHERE story = 'pension-in-custody';

CREATE VIEW register.inmate AS
SELECT id_no, judgment_no, '示例监狱' AS prison, intake AS intake_date, article AS charge_codes, months AS orig_months,
  term_start, term_end, coalesce(paroled, CASE WHEN term_end <= as_of() THEN term_end END) AS release_date,
  CASE WHEN paroled IS NOT NULL THEN term_end END AS parole_end
FROM served JOIN person USING (i) WHERE nth = 1 AND intake <= as_of()
UNION ALL
SELECT id_no, judgment_no, '示例监狱', days_on(effective, 18), article, months, judged, term_end, term_end, NULL
FROM earlier_trial WHERE probation_months IS NULL;

CREATE VIEW register.change_case AS
SELECT '(' || year(started) || ')示02刑更' || c.i || '号' AS change_no, id_no, judgment_no,
  CASE shape WHEN 'PAROLE' THEN '假释' ELSE '暂予监外执行' END AS kind,
  days_on(started, -50) AS propose_date, days_on(started, -8) AS decide_date, days_on(started, -5) AS served_date,
  NULL AS reduce_months, CASE shape WHEN 'PAROLE' THEN '悔改' END AS ground, NULL AS prev_served_date, NULL AS prev_reduce_months,
  CASE shape WHEN 'OUTSIDE' THEN 'I10' END AS illness_code,
  CASE shape WHEN 'OUTSIDE' THEN days_on(started, 90) END AS last_review_date,
  CASE shape WHEN 'OUTSIDE' THEN last_of_term(started, 24) END AS temp_until
FROM conviction c JOIN person USING (i) WHERE shape IN ('PAROLE', 'OUTSIDE')
