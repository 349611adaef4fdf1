-- Thirty-six months of pensions, month after month. Six of a hundred die on the way; one and a half of a hundred of them
-- are paid on for six months. One of a hundred goes to prison for two years; one in ten of them is paid on.
CREATE MACRO people() AS scale() // 34 + 1;
CREATE MACRO dies(i) AS roll('dies', i, 1000) < 60;
CREATE MACRO death_month(i) AS 2 + roll('death', i, 34);
CREATE MACRO death_day(i) AS days_on(month_at(35 - death_month(i)), roll('day', i, 20));
CREATE MACRO paid_on(i) AS roll('paid on', i, 1000) < 15;
CREATE MACRO jailed(i) AS roll('jailed', i, 1000) < 10 AND NOT dies(i);
CREATE MACRO jail_month(i) AS roll('jail', i, 34);
CREATE MACRO jail_day(i) AS days_on(month_at(35 - jail_month(i)), 3 + roll('day', i, 20));
CREATE MACRO jail_paid(i) AS roll('jail paid', i, 10) = 0;
CREATE MACRO level_of(i) AS 2000 + 10 * roll('level', i, 320);

CREATE VIEW payment AS
SELECT i, m, elder_digits(i) AS digits, month_at(35 - m) AS month, CASE WHEN jailed(i) AND NOT jail_paid(i) AND m > jail_month(i) AND m < jail_month(i) + 24 THEN 0 ELSE level_of(i) END AS yuan
FROM (SELECT r % people() AS i, r // people() AS m FROM range(36 * people()) t(r))
WHERE NOT dies(i) OR m <= death_month(i) + CASE WHEN paid_on(i) THEN 6 ELSE 0 END;

CREATE VIEW register.benefit_payment AS
SELECT id_from(digits) AS id_no, 'EMPLOYEE_PENSION' AS kind, month, yuan AS amount, account_of(i) AS account, days_on(month, 14) AS paid_date, yuan AS base_amount, 0 AS adjust_amount, CASE WHEN yuan = 0 THEN '停发' ELSE '正常' END AS status,
  '企业职工' AS scheme
FROM payment;

CREATE VIEW register.death_record AS
SELECT elder_id(i) AS id_no, death_day(i) AS death_date, source, days_on(death_day(i), 3) AS record_date
FROM range(people()) t(i), (VALUES ('POLICE_CANCEL'), ('CREMATION')) s(source) WHERE dies(i);

CREATE VIEW register.inmate AS
SELECT elder_id(i) AS id_no, '(' || year(jail_day(i)) || ')示0207刑初' || i || '号' AS judgment_no, jail_day(i) AS intake_date, '266' AS charge_codes,
  24 AS orig_months, jail_day(i) AS term_start, last_of_term(jail_day(i), 24) AS term_end,
  CASE WHEN last_of_term(jail_day(i), 24) <= as_of() THEN last_of_term(jail_day(i), 24) END AS release_date
FROM range(people()) t(i) WHERE jailed(i);

CREATE VIEW truth AS
SELECT '死亡后养老金继续发放' AS words, true AS finding, 'person' AS subject_kind, elder_id(i) AS subject, death_day(i) AS since,
  NULL AS until, level_of(i) * least(6, 35 - death_month(i)) AS yuan
FROM range(people()) t(i) WHERE dies(i) AND paid_on(i) AND death_month(i) < 35
UNION ALL
SELECT '服刑期间养老金继续发放', true, 'person', elder_id(i), jail_day(i), NULL, level_of(i) * least(23, 35 - jail_month(i))
FROM range(people()) t(i) WHERE jailed(i) AND jail_paid(i)
