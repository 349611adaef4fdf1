-- The stays of minors are half of the register. One pass marks them; the nights of pupils before school days, which are
-- a third of the year, are what is kept. Workdays are asked once a day, not once a stay.
CREATE TEMP TABLE calendar AS
SELECT night, mj_is_workday_date(night + 1) AND NOT (night + 1) BETWEEN make_date(year(night), 7, 1) AND make_date(year(night), 8, 31) AS school
FROM (SELECT DISTINCT CAST(in_time - INTERVAL 12 HOUR AS DATE) AS night FROM $check_in);

CREATE TEMP TABLE stays AS
SELECT stay_id, hotel_id, guest_id, birth_date, in_time, night, overnight,
  CASE WHEN overnight THEN c.school END AS school
FROM (
  SELECT *, CAST(in_time + INTERVAL 2 HOUR AS DATE) = night
    AND (out_time IS NULL OR CAST(out_time - INTERVAL 6 HOUR AS DATE) > night) AS overnight
  FROM (SELECT *, CAST(in_time - INTERVAL 12 HOUR AS DATE) AS night FROM $check_in
    WHERE CAST(in_time AS DATE) <= CAST(birth_date + INTERVAL 18 YEAR AS DATE))
) s LEFT JOIN calendar c USING (night);

CREATE TEMP TABLE pupils AS
SELECT id_no, from_date, to_date FROM $student_roll WHERE status = '在读' AND id_no IN (SELECT guest_id FROM stays);

CREATE TEMP TABLE enrolled AS
SELECT s.*, h.name AS hotel_name
FROM stays s LEFT JOIN $hotel h USING (hotel_id)
WHERE school AND EXISTS (SELECT 1 FROM pupils p WHERE p.id_no = s.guest_id AND s.night BETWEEN p.from_date AND coalesce(p.to_date, s.night));

CREATE TEMP TABLE windows AS
SELECT *, count(*) OVER span AS times, min(night) OVER span AS window_from
FROM (SELECT DISTINCT guest_id, night FROM enrolled)
WINDOW span AS (PARTITION BY guest_id ORDER BY night RANGE BETWEEN INTERVAL 30 DAY PRECEDING AND CURRENT ROW);

CREATE TEMP TABLE hits AS
SELECT e.*, w.times, w.window_from FROM enrolled e JOIN windows w USING (guest_id, night) WHERE w.times >= 5;

CREATE TEMP TABLE clues AS
SELECT guest_id, max(times) AS nights, min(window_from) AS window_from, max(night) AS last_night, string_agg(DISTINCT hotel_name, '、' ORDER BY hotel_name) AS hotels,
  mj_age_band_integer(max(mj_age_at_date_time(birth_date, in_time))) AS age_band, 'B' AS grade
FROM hits GROUP BY guest_id ORDER BY guest_id;

CREATE TEMP TABLE counts AS
SELECT 'overnight' AS step, count(*) AS rows_in, count(*) FILTER (WHERE overnight) AS kept, count(*) FILTER (WHERE overnight IS NULL) AS unknown, 0 AS pending FROM stays
UNION ALL SELECT 'school_night', count(*) FILTER (WHERE overnight), count(*) FILTER (WHERE school), count(*) FILTER (WHERE overnight AND school IS NULL), 0 FROM stays
UNION ALL SELECT 'enrolled', (SELECT count(*) FROM stays WHERE school), count(*), (SELECT count(*) FROM stays WHERE school AND guest_id IS NULL), 0 FROM enrolled
UNION ALL SELECT 'windows', count(*), count(*) FILTER (WHERE times >= 5), 0, 0 FROM windows
UNION ALL SELECT 'hits', count(*), count(*) FILTER (WHERE night >= DATE '2021-06-01'), 0, 0 FROM hits
