-- Twenty of a hundred companies discharge: those at an even place into water, the others into air.
CREATE TABLE discharge_plot AS SELECT * FROM (VALUES
  (50, 'never-declared',     true,  '直接排放应税污染物，从未申报环境保护税'),
  (51, 'one-of-three',       true,  '三种应税大气污染物只申报一种'),
  (52, 'coefficients',       true,  '已安装自动监测却按排污系数申报'),
  (53, 'sudden-fall',        true,  '申报排放量骤降而产量未降'),
  (54, 'reduction-over-limit', true, '最大浓度超标仍享受减税'),
  (56, 'tampered',           true,  '因篡改监测数据被处罚，仍按监测量申报'),
  (58, 'waste-unaccounted',  true,  '固体废物产生量与去向不符，未申报'),
  (57, 'fourth-pollutant',   false, '当量排第四的污染物未申报'),
  (60, 'indirect',           false, '间接排入城镇污水处理厂'),
  (62, 'reduction-earned',   false, '浓度低于标准百分之三十，依法减税'),
  (64, 'last-day',           false, '期限最后一日申报'),
  (66, 'stopped',            false, '停产期间无排放'),
  (68, 'municipal-plant',    false, '城乡污水集中处理厂达标排放')
) t(q, story, finding, words);

-- Kilograms to one equivalent and yuan to an equivalent, as companies of Anhui file them.
CREATE TABLE pollutant AS SELECT * FROM (VALUES
  ('COD', 'WATER', 1.00, 1.4, 900, 1800), ('NH3-N', 'WATER', 0.80, 1.4, 80, 160), ('TP', 'WATER', 0.25, 1.4, 5, 10),
  ('NOx', 'AIR', 0.95, 1.2, 950, 950), ('SO2', 'AIR', 0.95, 1.2, 475, 475), ('smoke_dust', 'AIR', 2.18, 1.2, 109, 327),
  ('CO', 'AIR', 16.70, 1.2, 167, 334)
) t(pollutant, medium, kg_per_equivalent, yuan, least_kg, spread_kg);

CREATE TABLE outlet AS
SELECT f, block, q, uscc, entity_name, p.story, p.finding, p.words, CASE WHEN q % 2 = 0 THEN 'WATER' ELSE 'AIR' END AS medium,
  CASE WHEN q % 2 = 0 THEN 'DW001' ELSE 'DA001' END AS outlet_no,
  CASE WHEN p.story = 'indirect' THEN 'WATER_INDIRECT' WHEN q % 2 = 0 THEN 'WATER_DIRECT' ELSE 'AIR_ORGANISED' END AS outlet_kind
FROM firm LEFT JOIN discharge_plot p USING (q) WHERE q BETWEEN 50 AND 69;

CREATE VIEW outlet_pollutant AS
SELECT outlet.*, pollutant, kg_per_equivalent, yuan, least_kg + roll(pollutant, f, spread_kg) AS usual_kg
FROM outlet JOIN pollutant USING (medium) WHERE pollutant <> 'CO' OR story = 'fourth-pollutant';

CREATE VIEW register.pollution_permit AS
SELECT uscc, entity_name, uscc || '001P' AS permit_no, CASE WHEN q < 60 THEN 'KEY' ELSE 'SIMPLE' END AS mgmt_class,
  make_date(year(as_of()) - 3, 1, 1) AS valid_from, make_date(year(as_of()) + 1, 12, 31) AS valid_to, outlet_no, outlet_kind,
  CASE WHEN story = 'indirect' THEN '示例城东污水处理厂' WHEN medium = 'WATER' THEN '示例河' ELSE '大气' END AS receiving_body, pollutant,
  CASE WHEN medium = 'WATER' THEN 50 ELSE 100 END AS limit_conc, usual_kg * 15 // 1000 + 1 AS limit_ton,
  CASE WHEN story = 'municipal-plant' THEN '城乡污水' ELSE '无' END AS plant_kind
FROM outlet_pollutant;

CREATE VIEW discharge AS
SELECT o.*, m.month, k,
  CASE WHEN story = 'stopped' AND k < 12 THEN 0
       WHEN story = 'sudden-fall' AND k BETWEEN 3 AND 8 THEN usual_kg * 2 // 5
       ELSE usual_kg * (90 + roll(pollutant, f * 1000 + k, 21)) // 100 END AS kg,
  story = 'tampered' AND k IN (9, 10) IS TRUE AS forged
FROM outlet_pollutant o, (SELECT month_at(k) AS month, k FROM range(21) t(k)) m;

CREATE VIEW register.discharge_month AS
SELECT uscc, outlet_no, month, pollutant, kg AS amount_kg, CASE WHEN forged THEN kg * 20 ELSE kg * 5 END AS produced_kg,
  CASE story WHEN 'reduction-over-limit' THEN 34 WHEN 'reduction-earned' THEN 30 ELSE 42 END AS avg_conc,
  CASE story WHEN 'reduction-over-limit' THEN CASE WHEN k % 3 = 0 THEN 56 ELSE 45 END WHEN 'reduction-earned' THEN 45 ELSE 48 END AS max_conc,
  50 AS std_limit, 'AUTO' AS method, CASE WHEN story = 'stopped' AND k < 12 THEN 0 ELSE 29 END AS valid_days
FROM discharge WHERE month < month_of(as_of());

-- Filed in the two weeks after the quarter.
CREATE VIEW due AS
SELECT *, days_on(CAST(date_trunc('quarter', month) + INTERVAL 3 MONTH AS DATE), CASE WHEN story = 'last-day' THEN 14 ELSE 4 + roll('filed', f, 9) END) AS declared_date,
  CAST(round(kg / kg_per_equivalent, 6) AS DECIMAL(16,6)) AS equivalents, CAST(yuan AS DECIMAL(4,2)) AS rate
FROM discharge WHERE date_trunc('quarter', month) + INTERVAL 3 MONTH + INTERVAL 14 DAY <= as_of();

CREATE VIEW filed AS
SELECT *, CASE WHEN story IN ('reduction-over-limit', 'reduction-earned') THEN 'R75' WHEN story = 'municipal-plant' THEN 'EXEMPT_PLANT' ELSE 'NONE' END AS reduction_code,
  round(equivalents * rate * CASE WHEN story IN ('reduction-over-limit', 'reduction-earned') THEN 0.75 WHEN story = 'municipal-plant' THEN 0.00 ELSE 1.00 END, 2) AS tax
FROM due
WHERE kg > 0 AND coalesce(story, '') NOT IN ('never-declared', 'indirect') AND NOT (coalesce(story, '') = 'one-of-three' AND pollutant <> 'SO2')
  AND NOT (coalesce(story, '') = 'fourth-pollutant' AND pollutant = 'CO');

-- Building sites: contractors file the dust they raise. Measures in full and mechanical washing leave 0.48 kg a square metre.
CREATE TABLE project AS
SELECT c.block, p, '340207' || strftime(ago(330), '%Y%m%d') || lpad(CAST(c.block * 5 + p AS VARCHAR), 6, '0') AS project_no, c.uscc AS contractor_uscc, b.uscc AS builder_uscc,
  5000 + 100 * roll('area', c.f, 150) AS base_area, ago(330) AS start_date, CASE WHEN p = 4 THEN ago(200) END AS finish_date,
  CASE p WHEN 3 THEN 4 ELSE 30 END AS work_days
FROM firm c JOIN firm b ON b.block = c.block AND b.q = c.q + 5, range(5) t(p) WHERE c.q = 70 + p;

CREATE VIEW register.construction_project AS
SELECT project_no, '示例' || (block * 5 + p + 1) || '号安置房项目' AS project_name, builder_uscc, contractor_uscc, 'BUILDING' AS site_type, 'EARTHWORK' AS stage,
  base_area, base_area * 4 AS above_area, base_area AS area_m2, start_date, finish_date, work_days AS work_days_month, base_area * 8000 AS amount
FROM project;

CREATE VIEW site_month AS
SELECT project.*, month FROM project, (SELECT month_at(k) AS month FROM range(13) t(k)) m
WHERE month >= month_of(start_date) AND (finish_date IS NULL OR month < month_of(finish_date)) AND month < month_of(as_of());

CREATE VIEW register.site_dust_measure AS
SELECT project_no, month, 'MECH' AS wash_type, work_days FROM site_month;

CREATE VIEW site_due AS
SELECT *, CAST(base_area * 0.12 AS DECIMAL(16,6)) AS equivalents, CAST(date_trunc('quarter', month) + INTERVAL 3 MONTH AS DATE) + 8 AS declared_date
FROM site_month WHERE work_days >= 15 AND date_trunc('quarter', month) + INTERVAL 3 MONTH + INTERVAL 14 DAY <= as_of();

CREATE VIEW register.ept_declaration AS
SELECT uscc, month, outlet_no, pollutant, CASE WHEN story = 'coefficients' THEN 'COEFFICIENT' ELSE 'AUTO' END AS method, kg AS amount_kg, equivalents, rate, reduction_code, tax AS tax_due,
  declared_date, tax AS paid_amount
FROM filed
UNION ALL
SELECT contractor_uscc, month, project_no, 'general_dust', 'COEFFICIENT', equivalents * 4, equivalents, 1.2, 'NONE', round(equivalents * 1.2, 2), declared_date, round(equivalents * 1.2, 2)
FROM site_due WHERE p <> 0;

CREATE VIEW register.ept_payment AS
SELECT uscc, period, sum(paid_amount) AS paid, declared_date AS paid_date
FROM (SELECT uscc, month AS period, paid_amount, declared_date FROM register.ept_declaration) GROUP BY uscc, period, declared_date;

CREATE VIEW register.env_penalty AS
SELECT '示环罚〔' || year(month_at(6)) || '〕' || f || '号' AS decision_no, uscc, 'TAMPER' AS act, month_at(10) AS act_from, days_on(month_at(8), -1) AS act_to, 100000 AS fine,
  days_on(month_at(6), 20) AS decision_date, outlet_no
FROM outlet WHERE story = 'tampered'
UNION ALL
SELECT '示城管罚〔' || year(month_at(5)) || '〕' || block || '号', contractor_uscc, 'DUST', month_at(5), days_on(month_at(5), 3), 30000, days_on(month_at(5), 25), NULL FROM project WHERE p = 0;

CREATE VIEW register.permit_execution_report AS
SELECT DISTINCT uscc, outlet_no, month, story IS NOT DISTINCT FROM 'stopped' AND k < 12 AS stopped FROM discharge WHERE month < month_of(as_of());

CREATE VIEW register.output_month AS
SELECT DISTINCT uscc, month, 1000 + roll('output', f * 1000 + k, 60) AS output_qty, 50000 + roll('power', f * 1000 + k, 3000) AS electricity_kwh
FROM discharge WHERE month < month_of(as_of()) AND NOT (story IS NOT DISTINCT FROM 'stopped' AND k < 12);

CREATE VIEW register.solid_waste_year AS
SELECT uscc, year, '冶炼渣' AS waste, 'OTHER' AS waste_class, 1000 AS produced_t, 100 AS stored_t, CASE WHEN story IS NOT DISTINCT FROM 'waste-unaccounted' THEN 300 ELSE 500 END AS disposed_t, 400 AS used_t
FROM outlet, range(year(as_of()) - 2, year(as_of())) y(year) WHERE q BETWEEN 50 AND 59;

CREATE VIEW pollution_truth AS
WITH unpaid AS (
  SELECT d.f, d.month,
    CASE d.story
      WHEN 'tampered' THEN CASE WHEN d.forged THEN round(d.equivalents * 19 * d.rate, 2) END
      WHEN 'reduction-over-limit' THEN CASE WHEN d.k % 3 = 0 THEN round(d.equivalents * d.rate, 2) - filed.tax END
      ELSE CASE WHEN filed.f IS NULL THEN round(d.equivalents * d.rate, 2) END END AS yuan
  FROM due d LEFT JOIN filed USING (f, month, pollutant)
  WHERE d.story IN ('never-declared', 'one-of-three', 'tampered', 'reduction-over-limit')
), gap AS (
  SELECT f, min(month) AS since, max(last_day(month)) AS until, sum(yuan) AS yuan FROM unpaid WHERE yuan IS NOT NULL GROUP BY f
)
SELECT words, finding, 'company' AS subject_kind, uscc AS subject, since, until, CASE story WHEN 'waste-unaccounted' THEN 2 * 200 * 25 ELSE yuan END AS yuan
FROM outlet LEFT JOIN gap USING (f) WHERE story IS NOT NULL
UNION ALL
SELECT CASE p WHEN 0 THEN '建筑工地扬尘未申报环境保护税' ELSE '工地当月施工不足五日' END, p = 0, 'project', project_no, start_date, NULL,
  CASE p WHEN 0 THEN (SELECT sum(round(s.equivalents * 1.2, 2)) FROM site_due s WHERE s.project_no = project.project_no) END
FROM project WHERE p IN (0, 3)
