-- 100 companies for each 1,000 persons; the place in its block decides what a company is, and for some a story.
CREATE TABLE firm_plot AS SELECT * FROM (VALUES
  (0,  'idle-and-gone',        110, 50,   true,  '长期零申报、无发票、无参保，现场查无'),
  (1,  'silent-and-gone',      110, 50,   true,  '六个月以上未申报、无发票、无参保，现场失联'),
  (2,  'two-years-no-report',  150, 100,  true,  '连续两年未报年报且失联，未吊销'),
  (3,  'tool-of-crime',        400, 100,  true,  '涉案企业判决生效后仍存续'),
  (4,  'neighbour-of-crime',   110, 50,   true,  '与涉案企业同一法定代表人、同一电话，停业六个月以上'),
  (5,  'revoked-long-ago',     2000, 1300, true, '吊销满三年未注销'),
  (6,  'revoked-lately',       700, 300,  true,  '吊销满六个月未清算、未标注'),
  (7,  'dead-registered',      700, 300,  true,  '以已死亡人员为法定代表人登记设立'),
  (8,  'prisoner-registered',  0, 0,      true,  '以在押人员为法定代表人登记设立'),
  (9,  'claim-unanswered',     300, 220,  true,  '冒名登记撤销申请逾期未作决定'),
  (10, 'barred-officer',       85, 60,    true,  '缓刑考验期满未逾二年任职'),
  (11, 'dormant',              230, 200,  false, '已办理歇业备案'),
  (12, 'new-company',          130, 110,  false, '成立不满六个月'),
  (13, 'holding',              0, 0,      false, '投资控股公司无参保人员，每月开票'),
  (14, 'found-again',          40, 20,    false, '两年未报年报，但已在住所找到'),
  (15, 'victim-of-crime',      400, 100,  false, '企业是案件被害人'),
  (16, 'ban-over',             85, 60,    false, '任职限制期限已过'),
  (17, 'thief-in-office',      85, 60,    false, '盗窃罪不属于任职限制的罪名'),
  (18, 'in-liquidation',       700, 300,  false, '吊销后已公告清算'),
  (90, 'late-report-filed',    0, 0,      false, '逾期补报年报后已移出异常名录'),
  (91, 'deprived-officer',     85, 60,    true,  '因犯罪被剥夺政治权利，期满未逾五年任职'),
  (92, 'deprivation-over',     85, 60,    false, '剥夺政治权利期满已逾五年任职')
) t(q, story, earliest, latest, finding, words);

CREATE TABLE firm AS
WITH spot AS (
  SELECT f, f // 100 AS block, f % 100 AS q FROM range(400 * scale()) t(f)
), told AS (
  SELECT spot.*, story, finding, words, ago(latest + roll('firm', f, earliest - latest + 1)) AS happened
  FROM spot LEFT JOIN firm_plot USING (q)
), represented AS (
  SELECT *, block * 1000 + CASE story WHEN 'neighbour-of-crime' THEN 253 WHEN 'dead-registered' THEN 4 WHEN 'prisoner-registered' THEN 560
    WHEN 'barred-officer' THEN 602 WHEN 'ban-over' THEN 603 WHEN 'thief-in-office' THEN 604 ELSE 250 + q END AS rep
  FROM told
)
SELECT r.*, uscc_of((f * 7919 + seed() % 1000) % 10000000) AS uscc,
  '示例' || one_of(['东风', '长江', '星辰', '青山', '明月', '远航', '金穗', '新光'], 'word', f) || (f + 1) || '号'
    || CASE WHEN story = 'holding' THEN '投资控股' WHEN q BETWEEN 50 AND 69 THEN '制造' WHEN q BETWEEN 70 AND 79 THEN '建设' WHEN q BETWEEN 80 AND 89 THEN '酒店管理'
            ELSE one_of(['商贸', '科技', '建材', '食品', '物流', '信息咨询'], 'trade', f) END || '有限公司' AS entity_name,
  CASE WHEN story IN ('dead-registered', 'new-company') THEN happened
       WHEN story = 'prisoner-registered' THEN days_on((SELECT min(s.held) FROM served s WHERE s.i = r.rep), 40)
       ELSE ago(1300 + roll('established', f, 3000)) END AS established,
  CASE WHEN story IN ('revoked-long-ago', 'revoked-lately', 'in-liquidation') THEN 'REVOKED'
       WHEN q = 19 OR q BETWEEN 45 AND 49 THEN 'CANCELLED' WHEN story = 'dormant' THEN 'DORMANT' ELSE 'EXISTING' END AS status,
  story IN ('idle-and-gone', 'silent-and-gone', 'tool-of-crime', 'neighbour-of-crime', 'dead-registered', 'prisoner-registered', 'dormant', 'new-company') IS TRUE AS idle,
  q BETWEEN 40 AND 44 AS quarterly,
  20000 + 1000 * roll('sales', f, 400) AS sales, CASE WHEN story = 'holding' THEN 0 ELSE 1 + roll('staff', f, 30) END AS staff
FROM represented r;

-- The last day of its business: none for those that exist.
CREATE VIEW business AS
SELECT *, CASE status WHEN 'REVOKED' THEN happened WHEN 'CANCELLED' THEN ago(200 + roll('cancelled', f, 900)) WHEN 'DORMANT' THEN happened END AS ended
FROM firm;

CREATE VIEW register.market_entity AS
SELECT uscc, entity_name, status, established AS establish_date, coalesce(ended, established) AS status_date,
  CASE WHEN q BETWEEN 20 AND 39 THEN '鸠江区示例大道' || (100 + b.block) || '号集群注册楼' ELSE '鸠江区示例路' || (f + 1) || '号' || (101 + q) || '室' END AS address_raw,
  CASE WHEN q BETWEEN 20 AND 39 THEN '示例大道' || (100 + b.block) || '号' ELSE '示例路' || (f + 1) || '号' || (101 + q) || '室' END AS address_norm,
  CASE WHEN q BETWEEN 20 AND 39 THEN 'CLUSTER' ELSE 'OFFICE' END AS address_kind,
  100000 * (1 + roll('capital', f, 50)) AS reg_capital, 10000 * roll('paid', f, 60) AS paid_capital,
  person.name AS legal_rep_name, id_no AS legal_rep_id, phone_of(rep) AS liaison_phone,
  CASE WHEN story IN ('dead-registered', 'prisoner-registered', 'claim-unanswered') THEN false ELSE true END AS realname_verified,
  quarterly AS reports_quarterly
FROM business b JOIN person ON person.i = rep;

CREATE VIEW register.entity_officer AS
SELECT uscc, id_no AS person_id, 'LEGAL_REP' AS role,
  CASE WHEN story IN ('barred-officer', 'ban-over', 'thief-in-office', 'deprived-officer', 'deprivation-over') THEN happened ELSE established END AS from_date
FROM firm JOIN person ON person.i = rep
UNION ALL
SELECT uscc, id_no, 'SUPERVISOR', established FROM firm JOIN person ON person.i = firm.block * 1000 + 375 + q;

CREATE VIEW register.annual_report AS
SELECT uscc, year, CASE WHEN late THEN make_date(year + 1, 8, 20) ELSE days_on(make_date(year + 1, 1, 15), roll('filed', f * 100 + year, 155)) END AS filed_date,
  CASE WHEN idle THEN 0 ELSE staff END AS employees, CASE WHEN idle THEN 0 ELSE sales * 12 END AS sales, CASE WHEN idle THEN 0 ELSE sales // 4 END AS tax_total
FROM (
  SELECT b.*, y.year, story = 'late-report-filed' AND y.year = year(as_of()) - 2 IS TRUE AS late
  FROM business b, range(year(as_of()) - 5, year(as_of())) y(year)
)
WHERE year >= year(established) AND (ended IS NULL OR make_date(year + 1, 6, 30) < ended)
  AND NOT (coalesce(story, '') IN ('two-years-no-report', 'found-again') AND year >= year(as_of()) - 2);

CREATE VIEW register.abnormal_list AS
SELECT uscc, 'NO_REPORT' AS reason, make_date(y.year + 1, 7, 5) AS in_date, NULL AS out_date
FROM firm, range(year(as_of()) - 2, year(as_of())) y(year) WHERE story IN ('two-years-no-report', 'found-again')
UNION ALL
SELECT uscc, 'NO_REPORT', make_date(year(as_of()) - 1, 7, 5), make_date(year(as_of()) - 1, 8, 25) FROM firm WHERE story = 'late-report-filed'
UNION ALL
SELECT uscc, 'UNREACHABLE', days_on(happened, 10), NULL FROM firm WHERE story = 'silent-and-gone';

CREATE VIEW register.site_check AS
SELECT uscc, happened AS check_date, CASE story WHEN 'two-years-no-report' THEN 'UNREACHABLE' WHEN 'silent-and-gone' THEN 'UNREACHABLE' WHEN 'found-again' THEN 'NORMAL' ELSE 'NOT_FOUND' END AS result
FROM firm WHERE story IN ('idle-and-gone', 'silent-and-gone', 'two-years-no-report', 'neighbour-of-crime', 'found-again')
UNION ALL
SELECT uscc, days_on(happened, -80), 'NOT_FOUND' FROM firm WHERE story = 'found-again'
UNION ALL
SELECT uscc, ago(30 + roll('check', f, 300)), 'NORMAL' FROM business WHERE NOT idle AND ended IS NULL AND story IS NULL AND roll('checked', f, 4) = 0;

CREATE VIEW register.dormancy AS
SELECT uscc, happened AS from_date, last_of_term(happened, 12) AS to_date FROM firm WHERE story = 'dormant';

CREATE VIEW register.tax_registration AS
SELECT uscc, CASE story WHEN 'silent-and-gone' THEN '非正常' ELSE '正常' END AS status, CASE story WHEN 'silent-and-gone' THEN days_on(happened, 15) END AS abnormal_date
FROM firm WHERE story IS DISTINCT FROM 'new-company';

-- A company's month: since a year and more the idle ones do nothing.
CREATE VIEW firm_month AS
SELECT b.*, m.month,
  CASE WHEN idle AND (story IN ('dead-registered', 'prisoner-registered', 'dormant', 'new-company') OR m.month > month_at(14)) THEN 0
       ELSE sales * (80 + roll('month', f * 1000 + date_diff('month', paid_from(), m.month), 41)) // 100 END AS turnover
FROM business b JOIN month_list() m ON m.month >= established AND (b.ended IS NULL OR m.month < month_of(b.ended) OR story = 'dormant')
WHERE story IS DISTINCT FROM 'new-company';

CREATE VIEW register.tax_declaration AS
SELECT uscc, month AS period, 'VAT' AS tax_type, sum_sales AS sales, sum_sales * 3 // 100 AS tax, sum_sales = 0 AS zero_flag, days_on(months_on(month, 1), 3 + roll('declared', f * 1000 + date_diff('month', paid_from(), month), 12)) AS declared_date
FROM (
  SELECT *, CASE WHEN quarterly THEN sum(turnover) OVER (PARTITION BY f, date_trunc('quarter', month)) ELSE turnover END AS sum_sales FROM firm_month
)
WHERE (NOT quarterly OR month(month) % 3 = 0) AND months_on(month, 1) + INTERVAL 15 DAY <= as_of()
  AND NOT (story IS NOT DISTINCT FROM 'silent-and-gone' AND month > month_at(10));

CREATE VIEW register.invoice_month AS
SELECT uscc, month, turnover AS issued_amount, turnover * 7 // 10 AS received_amount
FROM firm_month WHERE turnover > 0 OR story IS DISTINCT FROM 'silent-and-gone';

CREATE VIEW register.si_employer_month AS
SELECT uscc, month, CASE WHEN turnover = 0 THEN 0 ELSE staff END AS insured_count
FROM firm_month WHERE turnover > 0 OR story IS DISTINCT FROM 'silent-and-gone';

CREATE VIEW register.bank_account AS
SELECT uscc, account_of(900000000 + f) AS account, days_on(established, 20) AS open_date, CASE WHEN status = 'CANCELLED' THEN ended END AS close_date,
  CASE WHEN story = 'tool-of-crime' THEN '关注' ELSE '无' END AS risk_flag
FROM business WHERE days_on(established, 20) <= as_of();

CREATE VIEW register.case_entity AS
SELECT uscc, '(' || year(happened) || ')示0207刑初' || (900000000 + f) || '号' AS criminal_case_no,
  CASE story WHEN 'tool-of-crime' THEN '帮助信息网络犯罪活动罪' ELSE '合同诈骗罪' END AS crime,
  CASE story WHEN 'tool-of-crime' THEN 'TOOL' ELSE 'VICTIM' END AS entity_role,
  days_on(happened, -11) AS judgment_date, happened AS effective_date
FROM firm WHERE story IN ('tool-of-crime', 'victim-of-crime');

CREATE VIEW register.identity_claim AS
SELECT '示冒字〔' || year(happened) || '〕' || f || '号' AS claim_no, uscc, id_no AS person_id, happened AS apply_date, days_on(happened, 2) AS accept_date,
  false AS extended, NULL AS decision_date, NULL AS decision
FROM firm JOIN person ON person.i = rep WHERE story = 'claim-unanswered'
UNION ALL
SELECT '示冒字〔' || year(day) || '〕' || (f + 1000000) || '号', uscc, id_no, day, days_on(day, 2), false, days_on(day, 60), 'WITHDRAWN'
FROM (SELECT *, ago(400 + roll('claim', f, 300)) AS day FROM firm WHERE q = 46) JOIN person ON person.i = rep;

CREATE VIEW register.liquidation AS
SELECT uscc, days_on(happened, 120) AS notice_date, '清算组备案' AS kind FROM firm WHERE story = 'in-liquidation';

-- Two years of deprivation, that end a year or nearly six years before the office is taken.
CREATE VIEW register.depriv_register AS
SELECT id_no, '(' || (year(start_date) - 3) || ')示0207刑初' || (910000000 + f) || '号' AS judgment_no, start_date AS register_date, start_date,
  last_of_term(start_date, 24) AS end_date
FROM (SELECT *, days_on(happened, CASE story WHEN 'deprived-officer' THEN -1100 ELSE -2850 END) AS start_date FROM firm WHERE story IN ('deprived-officer', 'deprivation-over'))
  JOIN person ON person.i = rep;

CREATE VIEW register.dishonest_listing AS
SELECT '示失信' || year(day) || '-' || i AS list_id, id_no AS person_id, day AS since
FROM (SELECT *, ago(100 + roll('dishonest', i, 600)) AS day FROM person WHERE place BETWEEN 640 AND 644);

CREATE VIEW firm_truth AS
SELECT words, finding, 'company' AS subject_kind, uscc AS subject,
  CASE WHEN story = 'prisoner-registered' THEN established WHEN story NOT IN ('holding', 'late-report-filed') THEN happened END AS since, NULL AS until, NULL AS yuan FROM firm WHERE story IS NOT NULL
