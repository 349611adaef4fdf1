-- Few are on probation: the penalties meet them first, and what is left is small. Only the penalties of people on
-- probation are the model's, so nothing is counted over all of them.
CREATE TEMP TABLE period AS
SELECT *, coalesce(left_date, cc_end) AS period_to FROM $cc_person;

CREATE TEMP TABLE penalty AS
SELECT decision_no, party_id, act_date, decision_date, detention_days, act_code, status = '有效' AS valid
FROM $admin_penalty WHERE party_id IN (SELECT id_no FROM period);

CREATE TEMP TABLE pairs AS
SELECT p.id_no, p.judgment_no, p.cc_kind, p.period_to, p.agency, p.region, v.decision_no, v.act_date, v.decision_date, v.detention_days,
  v.act_date BETWEEN p.cc_start AND p.period_to AS inside
FROM period p JOIN penalty v ON p.id_no = v.party_id AND v.valid;

CREATE TEMP TABLE detained AS
SELECT *, cc_kind = '缓刑' AND detention_days > 0 AS detained FROM pairs WHERE inside;

CREATE TEMP TABLE proposals AS SELECT id_no, max(proposal_date) AS last, count(*) FILTER (WHERE proposal_date IS NULL) AS undated FROM $cc_revocation GROUP BY id_no;

CREATE TEMP TABLE silent AS
SELECT d.*, CASE WHEN d.id_no IS NULL THEN NULL WHEN coalesce(r.last >= d.act_date, false) THEN false
    WHEN coalesce(r.undated, 0) > 0 OR r.id_no IS NOT NULL AND d.act_date IS NULL OR pending
      OR d.decision_date IS NULL OR d.decision_date + 30 > DATE '2024-09-30' OR d.act_date IS NULL OR d.act_date < DATE '2018-01-01' THEN NULL
    ELSE true END AS silent
FROM (SELECT *, coalesce(decision_date + 30 > DATE '2024-09-30', false) AS pending FROM detained WHERE detained) d
LEFT JOIN proposals r ON r.id_no = d.id_no;

CREATE TEMP TABLE clues AS
SELECT id_no, judgment_no, count(DISTINCT decision_no) AS times, max(detention_days) AS longest, min(act_date) AS first_day, max(act_date) AS last_day,
  max(agency) AS agency, max(DATE '2024-09-30' - (decision_date + 30)) AS overdue,
  CASE greatest(CASE WHEN count(DISTINCT decision_no) >= 2 THEN 1 WHEN max(detention_days) >= 10 THEN 2 ELSE 3 END,
      CASE WHEN bool_or(decision_date > period_to) OR count(*) FILTER (WHERE (decision_date > period_to) IS NULL) > 0 THEN
        CASE WHEN bool_or(decision_date > period_to) THEN 3 ELSE 2 END ELSE 1 END)
    WHEN 1 THEN 'A' WHEN 2 THEN 'B' ELSE 'C' END AS grade
FROM silent WHERE silent AND judgment_no IS NOT NULL GROUP BY id_no, judgment_no ORDER BY id_no, judgment_no;

CREATE TEMP TABLE counts AS
SELECT 'valid' AS step, count(*) AS rows_in, count(*) FILTER (WHERE valid) AS kept, count(*) FILTER (WHERE valid IS NULL) AS unknown, 0 AS pending FROM penalty
UNION ALL SELECT 'penalised', count(*), count(*) FILTER (WHERE inside), count(*) FILTER (WHERE inside IS NULL), 0 FROM pairs
UNION ALL SELECT 'detained', count(*), count(*) FILTER (WHERE detained), count(*) FILTER (WHERE detained IS NULL), 0 FROM detained
UNION ALL SELECT 'unproposed', count(*), count(*) FILTER (WHERE silent), count(*) FILTER (WHERE silent IS NULL AND NOT pending), count(*) FILTER (WHERE silent IS NULL AND pending) FROM silent
UNION ALL SELECT 'hits', count(*), count(*) FILTER (WHERE judgment_no IS NOT NULL), count(*) FILTER (WHERE judgment_no IS NULL), 0 FROM silent WHERE silent
