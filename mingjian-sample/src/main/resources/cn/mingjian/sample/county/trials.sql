-- Trials with a story: what was charged, what was found, and whether a supervisor should stop at it. One person each; the
-- acts lie about eight months back, the judgments of the last months, an earlier conviction where the story has one.
CREATE TABLE trial_plot AS SELECT * FROM (VALUES
  -- place, story, finding, words, charged, yuan charged, found, verdict, yuan found, tier, penalty, months, fine, probation, gain, recovered, circumstance found, circumstance charged
  (566, 'recidivist-on-probation', true,  '判决认定累犯却宣告缓刑',           '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 12, 3000, 24,   0,     NULL,  'RECID', 'RECID'),
  (567, 'period-too-short',        true,  '缓刑考验期短于原判刑期',           '264', 8000,  '264', '有罪', 8000,  1, '有期徒刑', 18, 3000, 12,   0,     NULL,  NULL,    NULL),
  (568, 'suspended-too-long',      true,  '四十个月有期徒刑宣告缓刑',         '264', 60000, '264', '有罪', 60000, 2, '有期徒刑', 40, 8000, 60,   0,     NULL,  NULL,    NULL),
  (569, 'fine-missing',            true,  '职务侵占罪遗漏罚金',              '271', 80000, '271', '有罪', 80000, 1, '有期徒刑', 24, NULL, NULL, 0,     NULL,  NULL,    NULL),
  (570, 'fine-without-basis',      true,  '故意伤害罪判处罚金',              '234', NULL,  '234', '有罪', NULL,  1, '有期徒刑', 10, 5000, NULL, 0,     NULL,  NULL,    NULL),
  (571, 'fine-too-small',          true,  '敲诈勒索罪罚金低于二千元',         '274', 8000,  '274', '有罪', 8000,  1, '有期徒刑', 7,  1500, NULL, 0,     NULL,  NULL,    NULL),
  (572, 'gain-left',               true,  '认定获利却没有追缴退赔',           '287-2', NULL, '287-2', '有罪', NULL, 1, '有期徒刑', 8, 5000, NULL, 10000, NULL, NULL,   NULL),
  (573, 'wrong-days',              true,  '刑期止日多算一个月',              '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (574, 'below-tier',              true,  '数额巨大而在三年以下量刑',         '264', 60000, '264', '有罪', 60000, NULL, '有期徒刑', 20, 8000, NULL, 0,  NULL,  NULL,    NULL),
  (575, 'above-the-sum',           true,  '数罪并罚超过总和刑期',            '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 12, 3000, NULL, 0,     NULL,  NULL,    NULL),
  (576, 'life-without-rights',     true,  '无期徒刑未剥夺政治权利终身',       '263', NULL,  '263', '有罪', NULL,  2, '无期',    NULL, 20000, NULL, 0,    NULL,  NULL,    NULL),
  (577, 'detention-too-long',      true,  '拘役八个月',                    '264', 3000,  '264', '有罪', 3000,  1, '拘役',    8,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (578, 'exempt',                  true,  '免予刑事处罚',                  '264', 2000,  '264', '免予刑事处罚', 2000, 1, '免刑', NULL, NULL, NULL, 0,   NULL,  NULL,    NULL),
  (579, 'gain-recovered',          false, '认定的获利已判决追缴',            '287-2', NULL, '287-2', '有罪', NULL, 1, '有期徒刑', 8, 5000, NULL, 10000, 10000, NULL,   NULL),
  (580, 'reduced-as-accessory',    false, '数额巨大，因从犯减轻处罚',         '264', 60000, '264', '有罪', 60000, NULL, '有期徒刑', 20, 8000, NULL, 0,  NULL,  'ACC',   'ACC'),
  (581, 'short-period',            false, '拘役三个月缓刑六个月',            '264', 3000,  '264', '有罪', 3000,  1, '拘役',    3,  2000, 6,    0,     NULL,  NULL,    NULL),
  (582, 'before-the-amendment',    false, '职务侵占发生在修正前，没有罚金',    '271', 80000, '271', '有罪', 80000, 1, '有期徒刑', 24, NULL, NULL, 0,     NULL,  NULL,    NULL),
  (583, 'custody-counted',         false, '先行羁押三十日已折抵',            '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (584, 'other-charge',            true,  '起诉抢劫，判决抢夺',              '263', NULL,  '267', '有罪', 4000,  1, '有期徒刑', 12, 3000, NULL, 0,     NULL,  NULL,    NULL),
  (585, 'charge-dropped',          true,  '起诉两罪，判决只认定一罪',         '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (586, 'amount-one-tier-less',    true,  '认定数额比起诉低一档',            '264', 60000, '264', '有罪', 48000, 1, '有期徒刑', 24, 5000, NULL, 0,     NULL,  NULL,    NULL),
  (587, 'recidivism-not-found',    true,  '起诉的累犯判决没有认定',           '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    'RECID'),
  (588, 'recidivism-missed',       true,  '刑满五年内再犯，未认定累犯',        '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (589, 'drug-repeater-missed',    true,  '曾贩卖毒品又容留吸毒，未认定毒品再犯', '354', NULL, '354', '有罪', NULL,  1, '有期徒刑', 8,  3000, NULL, 0,     NULL,  NULL,    NULL),
  (590, 'charged-gain-left',       true,  '起诉写明获利，判决没有处理',        '287-2', NULL, '287-2', '有罪', NULL, 1, '有期徒刑', 8, 5000, NULL, 0,     NULL,  NULL,    NULL),
  (591, 'above-recommendation',    true,  '认罪认罚案件高于确定刑建议半年',     '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 16, 3000, NULL, 0,     NULL,  'PLEA',  'PLEA'),
  (592, 'acquitted',               true,  '判决无罪',                      '264', 4000,  '264', '无罪', NULL,  NULL, NULL,     NULL, NULL, NULL, 0,   NULL,  NULL,    NULL),
  (593, 'charge-changed',          false, '书面变更起诉后判决一致',           '264', 5000,  '312', '有罪', 5000,  1, '有期徒刑', 8,  3000, NULL, 0,     NULL,  NULL,    NULL),
  (594, 'negligent-before',        false, '前罪为过失犯罪',                '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (595, 'probation-before',        false, '前罪缓刑考验期满',               '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (596, 'amount-a-little-less',    false, '认定数额略低，档次相同',           '264', 60000, '264', '有罪', 55000, 2, '有期徒刑', 40, 8000, NULL, 0,     NULL,  NULL,    NULL),
  (597, 'long-ago',                false, '前刑执行完毕已满五年',            '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 9,  2000, NULL, 0,     NULL,  NULL,    NULL),
  (598, 'near-recommendation',     false, '与确定刑建议相差一个月',           '264', 4000,  '264', '有罪', 4000,  1, '有期徒刑', 11, 3000, NULL, 0,     NULL,  'PLEA',  'PLEA'),
  (599, 'drug-repeater-found',     false, '已认定毒品再犯',                '354', NULL,  '354', '有罪', NULL,  1, '有期徒刑', 8,  3000, NULL, 0,     NULL,  'DRUGRE', 'DRUGRE')
) t(place, story, finding, words, charged, charged_yuan, article, verdict, yuan, tier, penalty, months, fine, probation_months, gain, recovered, circ, charged_circ);

CREATE MACRO crime_of(article) AS CASE article
  WHEN '263' THEN '抢劫罪' WHEN '264' THEN '盗窃罪' WHEN '266' THEN '诈骗罪' WHEN '267' THEN '抢夺罪' WHEN '271' THEN '职务侵占罪'
  WHEN '274' THEN '敲诈勒索罪' WHEN '287-2' THEN '帮助信息网络犯罪活动罪' WHEN '312' THEN '掩饰、隐瞒犯罪所得罪' WHEN '347' THEN '贩卖毒品罪'
  WHEN '354' THEN '容留他人吸毒罪' WHEN '133' THEN '交通肇事罪' WHEN '234' THEN '故意伤害罪' END;

CREATE TABLE trial AS
SELECT person.i, person.id_no, p.*, ago(10 + roll('judged', person.i, 60)) AS judged,
  CASE story WHEN 'before-the-amendment' THEN DATE '2021-01-10' ELSE ago(240 + roll('act', person.i, 30)) END AS act,
  ago(230) AS held
FROM person JOIN trial_plot p USING (place);

CREATE TABLE trial_numbered AS
SELECT *, '(' || year(judged) || ')示0207刑初' || (i * 2 + 1) || '号' AS judgment_no,
  '示检刑诉〔' || year(judged) || '〕' || (i * 2 + 1) || '号' AS pros_case_no
FROM trial;

-- Earlier convictions of those whose story has one: when it was judged, how it ended.
CREATE TABLE earlier_trial AS
SELECT i, id_no, story, e.article, e.months, e.probation_months, ago(judged_ago) AS judged, ago(judged_ago + 90) AS act,
  ago(judged_ago - 11) AS effective, last_of_term(ago(judged_ago), e.months) AS term_end,
  '(' || year(ago(judged_ago)) || ')示0207刑初' || (i * 2 + 2) || '号' AS judgment_no,
  '示检刑诉〔' || year(ago(judged_ago)) || '〕' || (i * 2 + 2) || '号' AS pros_case_no
FROM trial JOIN (VALUES
  ('recidivism-missed',    '264', 18, NULL, 1700),
  ('drug-repeater-missed', '347', 8,  NULL, 3000),
  ('negligent-before',     '133', 18, NULL, 1700),
  ('probation-before',     '264', 12, 18,   1700),
  ('long-ago',             '264', 12, NULL, 2700),
  ('drug-repeater-found',  '347', 8,  NULL, 3000)
) e(story, article, months, probation_months, judged_ago) USING (story);

CREATE VIEW trial_judgment AS
SELECT judgment_no, pros_case_no, '一审' AS instance, '普通' AS procedure, judged AS judgment_date, days_on(judged, 3) AS received_date,
  days_on(judged, 14) AS effective_date, days_on(judged, 18) AS docs_sent_date
FROM trial_numbered
UNION ALL
SELECT judgment_no, pros_case_no, '一审', '普通', judged, days_on(judged, 3), effective, days_on(effective, 4) FROM earlier_trial;

CREATE VIEW trial_charge AS
SELECT judgment_no, id_no, article AS charge_code, crime_of(article) AS charge_name, verdict, yuan AS amount_found, tier AS tier_found,
  gain AS illegal_gain, 0 AS victim_loss, penalty AS main_type, months AS main_months, fine, act AS act_start, act AS act_end
FROM trial_numbered
UNION ALL
SELECT judgment_no, id_no, '266', '诈骗罪', '有罪', 5000, 1, 0, 0, '有期徒刑', 10, 3000, act, act FROM trial_numbered WHERE story = 'above-the-sum'
UNION ALL
SELECT judgment_no, id_no, article, crime_of(article), '有罪', CASE article WHEN '264' THEN 4000 END, 1, 0, 0, '有期徒刑', months,
  CASE WHEN article <> '133' THEN 2000 END, act, act
FROM earlier_trial;

CREATE VIEW trial_exec AS
SELECT judgment_no, id_no, penalty AS exec_type, CASE story WHEN 'above-the-sum' THEN 24 ELSE months END AS exec_months,
  probation_months IS NOT NULL AS probation, probation_months, fine + CASE story WHEN 'above-the-sum' THEN 3000 ELSE 0 END AS fine_total,
  CASE WHEN fine IS NOT NULL THEN days_on(judged, 40) END AS fine_due_date, recovered AS recover_amount,
  CASE WHEN story = 'custody-counted' THEN days_on(held, -60) WHEN probation_months IS NULL AND months > 0 THEN held END AS custody_from,
  CASE WHEN story = 'custody-counted' THEN 30 WHEN probation_months IS NULL AND months > 0 THEN date_diff('day', held, judged) END AS custody_days,
  CASE WHEN probation_months IS NULL AND months > 0 THEN held END AS term_start,
  CASE WHEN probation_months IS NULL AND months > 0 THEN CASE story
      WHEN 'wrong-days' THEN last_of_term(held, months + 1)
      WHEN 'custody-counted' THEN days_on(last_of_term(held, months), -30)
      WHEN 'above-the-sum' THEN last_of_term(held, 24)
      ELSE last_of_term(held, months) END END AS term_end,
  probation_months IS NULL AND months > 0 AS outcome_in_custody
FROM trial_numbered WHERE penalty IS NOT NULL
UNION ALL
SELECT judgment_no, id_no, '有期徒刑', months, probation_months IS NOT NULL, probation_months, CASE WHEN article <> '133' THEN 2000 END, NULL, NULL,
  CASE WHEN probation_months IS NULL THEN judged END, CASE WHEN probation_months IS NULL THEN 0 END,
  CASE WHEN probation_months IS NULL THEN judged END, CASE WHEN probation_months IS NULL THEN term_end END, probation_months IS NULL
FROM earlier_trial;

CREATE VIEW trial_truth AS
SELECT words, finding, 'person' AS subject_kind, id_no AS subject, act AS since, judged AS until, NULL AS yuan FROM trial
