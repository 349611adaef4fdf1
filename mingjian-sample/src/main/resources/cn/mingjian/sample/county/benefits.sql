-- Payment registers begin with a year. Pensions rise by a step each July, from January on the rise is part of the base.
CREATE MACRO paid_from() AS make_date(year(as_of()) - 3, 1, 1);
CREATE MACRO rises(day) AS year(day) - year(paid_from()) + CASE WHEN month(day) >= 7 THEN 1 ELSE 0 END;
CREATE MACRO later(a, b) AS CASE WHEN a > b THEN a ELSE b END;
CREATE MACRO earlier(a, b) AS CASE WHEN a < b THEN a ELSE b END;

CREATE TABLE entitlement AS
WITH pensioner AS (
  SELECT person.i, birth, story, happened, death.day AS died,
    roll('employee', person.i, 100) < 60 OR person.place IN (62, 63, 64, 65, 66, 74) AS employee,
    CASE story
      WHEN 'pension-after-death' THEN earlier(month_of(as_of()), months_on(month_of(happened), 4 + roll('still', person.i, 12)))
      WHEN 'overpaid-recovered' THEN months_on(month_of(happened), 2)
      WHEN 'overpaid-returned' THEN months_on(month_of(happened), 1)
      ELSE month_of(coalesce(death.day, as_of()))
    END AS last_month
  FROM person LEFT JOIN tale USING (i) LEFT JOIN death USING (i)
  WHERE person.cohort IN ('old', 'elder')
), low AS (
  SELECT person.i, story, happened FROM person LEFT JOIN tale USING (i) WHERE person.place BETWEEN 700 AND 719
), disabled AS (
  SELECT i FROM person WHERE place BETWEEN 720 AND 739
)
SELECT i, CASE WHEN employee THEN 'EMPLOYEE_PENSION' ELSE 'RESIDENT_PENSION' END AS kind,
  CASE WHEN NOT employee THEN '城乡居民' WHEN roll('public', i, 4) = 0 THEN '机关事业' ELSE '企业职工' END AS scheme,
  later(paid_from(), months_on(month_of(birth), 12 * 60 + 1)) AS first_month, last_month,
  CASE WHEN employee THEN 2000 + 10 * roll('level', i, 320) ELSE 160 + 5 * roll('level', i, 30) END AS level,
  CASE WHEN employee THEN 70 + 5 * roll('step', i, 12) ELSE 10 END AS step
FROM pensioner
UNION ALL
SELECT i, 'OLD_AGE', NULL, later(paid_from(), months_on(month_of(birth), 12 * 80 + 1)),
  CASE story WHEN 'allowance-after-death' THEN earlier(month_of(as_of()), months_on(month_of(happened), 6 + roll('still', i, 12)))
       ELSE month_of(coalesce(died, as_of())) END,
  CASE WHEN birth < as_of() - INTERVAL 90 YEAR THEN 200 ELSE 60 END, 0
FROM pensioner JOIN person USING (i, birth) WHERE cohort = 'old'
UNION ALL
SELECT i, 'LOW_INCOME', NULL, later(paid_from(), month_of(ago(400 + roll('low', i, 900)))),
  month_of(as_of()), 620 + 10 * roll('level', i, 20), 0
FROM low
UNION ALL
SELECT i, 'DISABLED_CARE', NULL, paid_from(), month_of(as_of()), 100, 0 FROM disabled
UNION ALL
SELECT i, 'DISABLED_LIVING', NULL, paid_from(), month_of(as_of()), 80, 0 FROM disabled WHERE roll('living', i, 2) = 0 AND i % 1000 > 722;

-- From the sentence on the pension stands still, as it should, or goes on rising.
CREATE TABLE standstill AS
SELECT i, month_of(happened) AS since, story = 'pension-raised' AS raised FROM life
WHERE story IN ('pension-raised', 'pension-not-raised');

CREATE TABLE stopped AS
SELECT i, months_on(month_of(happened), 1) AS since FROM life WHERE story = 'pension-stopped';

CREATE MACRO month_list() AS TABLE
SELECT CAST(m AS DATE) AS month FROM range(CAST(paid_from() AS TIMESTAMP), CAST(as_of() AS TIMESTAMP) + INTERVAL 1 DAY, INTERVAL 1 MONTH) t(m);

CREATE VIEW payment AS
WITH monthly AS (
  SELECT e.*, m.month, s.since, s.raised, x.since AS stop
  FROM entitlement e
  JOIN month_list() m ON m.month BETWEEN e.first_month AND e.last_month
  LEFT JOIN standstill s ON s.i = e.i AND m.month >= s.since
  LEFT JOIN stopped x ON x.i = e.i AND m.month >= x.since
), counted AS (
  SELECT *, level + step * CASE WHEN since IS NULL THEN year(month) - year(paid_from()) ELSE rises(since) END AS base,
    step * CASE WHEN since IS NULL THEN rises(month) - (year(month) - year(paid_from()))
                WHEN raised THEN rises(month) - rises(since) ELSE 0 END AS rise
  FROM monthly
)
SELECT i, kind, month, scheme,
  CASE WHEN stop IS NULL THEN base ELSE 0 END AS base_amount,
  CASE WHEN stop IS NULL THEN rise ELSE 0 END AS adjust_amount,
  CASE WHEN stop IS NOT NULL THEN '停发' ELSE '正常' END AS status
FROM counted
UNION ALL
SELECT i, 'SURVIVOR', m.month, NULL, 700, 0, '正常'
FROM life JOIN month_list() m ON m.month > month_of(happened) WHERE story = 'survivor-benefit'
UNION ALL
SELECT i, 'FUNERAL', months_on(month_of(happened), 1), NULL, 12000, 0, '正常' FROM life WHERE story = 'funeral-allowance';

CREATE VIEW register.benefit_payment AS
SELECT id_no, kind, month, base_amount + adjust_amount AS amount, account_of(payment.i) AS account, days_on(month, 14) AS paid_date,
  base_amount, adjust_amount,
  CASE WHEN story = 'overpaid-returned' AND month > month_of(happened) THEN '退回' ELSE status END AS status,
  scheme, '340207' AS region
FROM payment JOIN person USING (i) LEFT JOIN tale USING (i);

CREATE VIEW register.benefit_adjust AS
SELECT id_no, kind, month AS adjust_date, level + step * (rises(month) - 1) AS from_amount, level + step * rises(month) AS to_amount
FROM entitlement e JOIN month_list() m ON month(m.month) = 7 AND m.month BETWEEN e.first_month AND e.last_month
JOIN person USING (i)
LEFT JOIN standstill s USING (i)
LEFT JOIN stopped x ON x.i = e.i
WHERE step > 0 AND (s.since IS NULL OR s.raised OR m.month <= s.since) AND (x.since IS NULL OR m.month < x.since);

CREATE VIEW register.benefit_recovery AS
SELECT id_no, kind, months_on(month_of(happened), 1) AS from_month, last_month AS to_month,
  (SELECT sum(p.base_amount + p.adjust_amount) FROM payment p WHERE p.i = life.i AND p.kind = e.kind AND p.month > month_of(happened)) AS amount,
  months_on(days_on(month_of(happened), 20), 4) AS recovered_date
FROM life JOIN entitlement e USING (i) WHERE story = 'overpaid-recovered' AND e.kind LIKE '%PENSION';

CREATE VIEW register.benefit_loss_report AS
SELECT id_no, '死亡' AS event_kind, day AS event_date, days_on(day, 2 + roll('report', i, 16)) AS report_date, '亲属' AS reporter
FROM death JOIN person USING (i) WHERE told AND days_on(day, 18) <= as_of()
UNION ALL
SELECT id_no, '服刑', happened, days_on(happened, 6), '亲属' FROM life WHERE story IN ('pension-stopped', 'pension-not-raised');

CREATE VIEW register.alive_check AS
SELECT id_no, days_on(ago(365 * y + 30), roll('check', i * 10 + y, 300)) AS check_date,
  one_of(['人脸识别', '现场', '上门', '数据比对'], 'method', i * 10 + y) AS method, '通过' AS result
FROM person LEFT JOIN death USING (i), range(1, 4) t(y)
WHERE cohort IN ('old', 'elder') AND place NOT BETWEEN 62 AND 77
  AND (death.day IS NULL OR days_on(ago(365 * y + 30), 300) < death.day)
UNION ALL
SELECT id_no, ago(20 + roll('check', i, 40)), '现场', '通过' FROM life WHERE story = 'hospital-row-alive';

CREATE VIEW register.disability AS
WITH card AS (
  SELECT i, CASE WHEN story IN ('certificate-expired', 'certificate-renewed') THEN happened
                 ELSE months_on(ago(roll('card', i, 1500)), 12 * 6) END AS valid_to, story
  FROM person LEFT JOIN tale USING (i) WHERE place BETWEEN 720 AND 739
)
SELECT id_no, one_of(['视力', '听力', '肢体', '智力'], 'disability', i) AS kind, one_of(['一', '二'], 'grade', i) AS level,
  months_on(valid_to, -120) AS issue_date, valid_to, CASE WHEN valid_to < as_of() THEN '过期' ELSE '有效' END AS status
FROM card JOIN person USING (i)
UNION ALL
SELECT id_no, one_of(['视力', '听力', '肢体', '智力'], 'disability', i), one_of(['一', '二'], 'grade', i),
  ago(date_diff('day', valid_to, as_of()) + 60), months_on(valid_to, 120), '有效'
FROM card JOIN person USING (i) WHERE card.story = 'certificate-renewed';

-- What of it was paid and should not have been.
CREATE VIEW benefit_truth AS
WITH wrong AS (
  SELECT life.i, p.month,
    CASE story WHEN 'pension-raised' THEN p.adjust_amount ELSE p.base_amount + p.adjust_amount END AS amount
  FROM life JOIN payment p USING (i)
  LEFT JOIN prison_time t USING (i)
  WHERE CASE story
    WHEN 'pension-after-death' THEN p.kind LIKE '%PENSION' AND p.month > month_of(happened)
    WHEN 'allowance-after-death' THEN p.kind = 'OLD_AGE' AND p.month > month_of(happened)
    WHEN 'pension-in-prison' THEN p.kind LIKE '%PENSION' AND p.month >= happened AND last_day(p.month) <= until
    WHEN 'allowance-in-prison' THEN p.kind = 'LOW_INCOME' AND p.month >= happened AND last_day(p.month) <= until
    WHEN 'pension-in-custody' THEN p.kind LIKE '%PENSION' AND p.month >= happened
    WHEN 'pension-raised' THEN p.kind LIKE '%PENSION' AND p.adjust_amount > 0 AND p.month >= month_of(happened)
    WHEN 'certificate-expired' THEN p.kind = 'DISABLED_CARE' AND p.month > happened
    ELSE false END
)
SELECT words, finding, 'person' AS subject_kind, id_no AS subject, happened AS since, max(last_day(wrong.month)) AS until, sum(wrong.amount) AS yuan
FROM life LEFT JOIN wrong USING (i)
WHERE place IN (SELECT place FROM plot) AND place NOT BETWEEN 500 AND 699
GROUP BY ALL
