-- Ten hotels for each 1,000 persons. Rooms 201 to 304 take ordinary guests; the stories happen in the four that follow.
CREATE TABLE lodging AS
SELECT h, h // 10 AS block, h % 10 AS z, 'H' || lpad(CAST(h AS VARCHAR), 6, '0') AS hotel_id,
  CASE WHEN h % 10 < 2 THEN 'ESPORT_FULL' WHEN h % 10 < 4 THEN 'ESPORT_PART' WHEN h % 10 < 8 THEN 'HOTEL' WHEN h % 10 = 8 THEN 'HOMESTAY' ELSE 'SHORT_LET' END AS kind
FROM range(40 * scale()) t(h);

CREATE VIEW register.hotel AS
SELECT hotel_id, uscc, '示例' || one_of(['云朵', '清风', '晨光', '江畔', '槐花', '白鹭'], 'hotel', h) || (h + 1) || '号'
    || CASE WHEN z < 4 THEN '电竞酒店' WHEN z < 8 THEN '酒店' WHEN z = 8 THEN '民宿' ELSE '短租公寓' END AS name,
  '鸠江区示例街' || (h + 1) || '号' AS address,
  CASE WHEN z < 9 THEN '示公特旅第' || (h + 1) || '号' END AS special_licence_no, kind, z < 4 AS net_licence, z < 9 AS police_system
FROM lodging JOIN firm ON firm.block = lodging.block AND q = 80 + z;

CREATE TABLE room AS
SELECT h, block, z, hotel_id, r, CAST((2 + r // 6) * 100 + r % 6 + 1 AS VARCHAR) AS room_no,
  kind = 'ESPORT_FULL' OR (kind = 'ESPORT_PART' AND r BETWEEN 6 AND 11) AS is_esport
FROM lodging, range(14) t(r);

CREATE VIEW register.hotel_room AS
SELECT hotel_id, room_no, is_esport, CASE WHEN z = 1 AND r = 13 THEN 8 WHEN is_esport THEN 3 WHEN r >= 10 AND z = 4 THEN 3 ELSE 2 END AS beds,
  CASE WHEN z = 3 AND r = 11 THEN 5 WHEN z = 1 AND r = 13 THEN 8 WHEN is_esport THEN 3 ELSE 0 END AS computers
FROM room;

-- Ordinary stays: thirty in each of ten rooms, no two at once. Party: 0 one adult, 1 a couple, 2 a father with his child, 3 two friends.
CREATE TABLE stay AS
WITH booked AS (
  SELECT room.*, k, h * 300 + r * 30 + k AS n FROM room, range(30) t(k) WHERE r < 10 AND z < 9
), drawn AS (
  SELECT *, days_on(ago(487), k * 16 + roll('day', n, 12)) AS day, roll('couple', n, 50) AS family, roll('party', n, 100) AS luck FROM booked
), grouped AS (
  -- Fathers take a child along at the end of the week only.
  SELECT *, CASE WHEN isodow(day) IN (5, 6) AND NOT is_esport AND luck < 30 THEN 2 WHEN luck < 60 THEN 0 WHEN luck < 85 THEN 1 ELSE 3 END AS party FROM drawn
), lasting AS (
  SELECT *, CASE WHEN party = 2 THEN 7 - isodow(day) ELSE 1 + roll('nights', n, 3) END AS nights FROM grouped
)
SELECT *, clock(day, 840 + roll('in', n, 480)) AS in_time, clock(days_on(day, nights), 540 + roll('out', n, 180)) AS out_time FROM lasting;

CREATE TABLE ordinary_guest AS
SELECT stay.*, g, stay.block * 1000 + CASE
    WHEN g = 0 THEN 250 + family
    WHEN party = 1 THEN 375 + family
    WHEN party = 2 THEN 750 + 2 * family - CASE WHEN family = 49 THEN 2 ELSE 0 END
    ELSE 605 + family % 30 END AS i
FROM stay, range(2) t(g) WHERE g = 0 OR party > 0;

-- The stories of hotels, by the place of the hotel in its block.
CREATE TABLE stay_plot AS SELECT * FROM (VALUES
  ('minor-in-esports',       0, 10, 100, true,  '电竞房接待未成年人'),
  ('minor-in-esports-2',     1, 10, 80,  true,  '电竞房接待未成年人'),
  ('minor-in-esports-3',     2, 10, 60,  true,  '电竞房接待未成年人'),
  ('minors-unasked',         4, 10, 100, true,  '两名未成年人入住，未询问监护人'),
  ('minor-with-stranger',    5, 10, 90,  true,  '未成年人与非亲属成年人同住，未登记关系'),
  ('minor-with-offender',    6, 10, 70,  true,  '未成年人与有性侵害记录的成年人同住'),
  ('school-nights',          7, 10, 174, true,  '在校生三十日内四次在上学日夜间住宿'),
  ('three-minors',           4, 11, 50,  true,  '三名未成年人同住一间，无成年人'),
  ('not-registered',         0, 11, 120, true,  '未登记的未成年人在电竞房上机'),
  ('more-logins',            2, 11, 40,  true,  '电竞房上机人数多于登记人数'),
  ('registered-late',        5, 11, 65,  true,  '未成年人入住五小时后才上传登记'),
  ('more-guests-than-beds',  3, 10, 55,  true,  '电竞房入住人数多于床位数'),
  ('one-phone-for-all',      7, 11, 60,  true,  '五次入住登记同一监护人电话'),
  ('crime-without-stay',     7, 13, 110, true,  '案发旅馆没有被害未成年人的入住登记'),
  ('eighteen',               1, 11, 0,   false, '入住时已满十八周岁'),
  ('ordinary-room',          2, 12, 75,  false, '非专业电竞酒店的普通客房，已联系监护人'),
  ('parent-next-door',       6, 12, 85,  false, '父亲住在隔壁房间'),
  ('before-the-notice',      3, 10, 438, false, '电竞房入住早于2023年8月的通知'),
  ('placed-by-rescue',       5, 12, 45,  false, '公安救助安置的未成年人'),
  ('holiday-stays',          7, 12, 82,  false, '假期内两次住宿'),
  ('not-yet-delivered',      8, 10, 4,   false, '未成年人入住，监护人询问登记尚未报送至该日'),
  ('team-with-teacher',      4, 12, 95,  false, '学校集体活动，教师住隔壁')
) t(story, z, r, days_ago, finding, words);

-- Who stayed: place in the block, days after the story's first night, room beside it, whether a guardian was asked.
CREATE TABLE story_guest AS SELECT * FROM (VALUES
  ('minor-in-esports', 800, 0, 0, 'ASKED'), ('minor-in-esports-2', 801, 0, 0, 'ASKED'), ('minor-in-esports-3', 802, 0, 0, 'ASKED'),
  ('minors-unasked', 803, 0, 0, 'NO'), ('minors-unasked', 804, 0, 0, 'NO'),
  ('minor-with-stranger', 805, 0, 0, 'NO_RELATION'), ('minor-with-stranger', 655, 0, 0, 'ADULT'),
  ('minor-with-offender', 806, 0, 0, 'NO_RELATION'), ('minor-with-offender', 656, 0, 0, 'ADULT'),
  ('school-nights', 807, 0, 0, 'ASKED'), ('school-nights', 807, 6, 0, 'ASKED'), ('school-nights', 807, 8, 0, 'ASKED'), ('school-nights', 807, 14, 0, 'ASKED'),
  ('three-minors', 808, 0, 0, 'ASKED'), ('three-minors', 809, 0, 0, 'ASKED'), ('three-minors', 810, 0, 0, 'ASKED'),
  ('not-registered', 657, 0, 0, 'ADULT'), ('more-logins', 658, 0, 0, 'ADULT'),
  ('registered-late', 812, 0, 0, 'ASKED'),
  ('more-guests-than-beds', 659, 0, 0, 'ADULT'), ('more-guests-than-beds', 660, 0, 0, 'ADULT'), ('more-guests-than-beds', 661, 0, 0, 'ADULT'),
  ('more-guests-than-beds', 664, 0, 0, 'ADULT'),
  ('one-phone-for-all', 813, 0, 0, 'ONE_PHONE'), ('one-phone-for-all', 814, 5, 0, 'ONE_PHONE'), ('one-phone-for-all', 815, 10, 0, 'ONE_PHONE'),
  ('one-phone-for-all', 816, 15, 0, 'ONE_PHONE'), ('one-phone-for-all', 817, 20, 0, 'ONE_PHONE'),
  ('eighteen', 849, 0, 0, 'ADULT'), ('ordinary-room', 818, 0, 0, 'ASKED'),
  ('parent-next-door', 819, 0, 0, 'NO'), ('parent-next-door', 284, 0, 1, 'ADULT'),
  ('before-the-notice', 820, 0, 0, 'ASKED'),
  ('placed-by-rescue', 821, 0, 0, 'RESCUE'), ('placed-by-rescue', 662, 0, 0, 'ADULT'),
  ('not-yet-delivered', 827, 0, 0, 'NO'),
  ('holiday-stays', 822, 0, 0, 'ASKED'), ('holiday-stays', 822, 35, 0, 'ASKED'),
  ('team-with-teacher', 823, 0, 0, 'ASKED'), ('team-with-teacher', 824, 0, 0, 'ASKED'), ('team-with-teacher', 825, 0, 0, 'ASKED'), ('team-with-teacher', 663, 0, 1, 'ADULT')
) t(story, place, after, beside, asked);

CREATE TABLE guest AS
WITH planted AS (
  SELECT room.h, room.hotel_id, room.room_no, lodging.block * 1000 + g.place AS i, g.story, g.asked, days_ago, after,
    row_number() OVER (PARTITION BY lodging.h ORDER BY g.story, g.place, g.after) AS k
  FROM story_guest g JOIN stay_plot p USING (story) JOIN lodging USING (z) JOIN room ON room.h = lodging.h AND room.r = p.r + g.beside
), dated AS (
  SELECT planted.*, CASE WHEN story = 'eighteen' THEN days_on(months_on(birth, 216), 2) ELSE ago(days_ago - after) END AS day
  FROM planted JOIN person USING (i)
)
SELECT 'S' || lpad(CAST(h AS VARCHAR), 6, '0') || 'P' || k AS stay_id, h, hotel_id, room_no, i, story, asked, clock(day, 1270 + roll('in', h, 60)) AS in_time, clock(days_on(day, 1), 430) AS out_time
FROM dated
UNION ALL
SELECT 'S' || lpad(CAST(h AS VARCHAR), 6, '0') || 'N' || lpad(CAST(n % 300 * 2 + g AS VARCHAR), 3, '0'), h, hotel_id, room_no, i, NULL,
  CASE WHEN party = 2 AND g = 1 THEN 'ASKED' ELSE 'ADULT' END, in_time, out_time
FROM ordinary_guest;

CREATE VIEW register.check_in AS
SELECT stay_id, hotel_id, room_no, id_no AS guest_id, name AS guest_name, birth AS birth_date, in_time, out_time,
  in_time + to_minutes(CASE WHEN story = 'registered-late' THEN 300 ELSE 3 + roll('upload', guest.i, 12) END) AS registered_at,
  CASE WHEN story = 'team-with-teacher' THEN 'O' || hotel_id || '-1' END AS order_no
FROM guest JOIN person USING (i);

CREATE VIEW register.guardian_contact AS
SELECT stay_id, father.name AS guardian_name, CASE asked WHEN 'ONE_PHONE' THEN phone_of(99000000 + person.block) ELSE phone_of(father.i) END AS guardian_phone,
  CASE WHEN asked <> 'NO_RELATION' THEN CASE WHEN person.male THEN '父子' ELSE '父女' END END AS relation_declared,
  in_time + to_minutes(5) AS asked_time
FROM guest JOIN person USING (i)
JOIN person father ON father.i = person.block * 1000 + 250 + (person.place - 750) // 2
WHERE asked IN ('ASKED', 'ONE_PHONE', 'NO_RELATION');

CREATE VIEW register.hotel_report AS
SELECT stay_id, in_time + to_minutes(20) AS report_time, CASE asked WHEN 'RESCUE' THEN '公安机关救助安置' ELSE '未成年人入住' END AS reason
FROM guest WHERE asked IN ('ASKED', 'RESCUE', 'ONE_PHONE');

CREATE VIEW register.student_roll AS
SELECT id_no, '示例第' || (1 + roll('school', i, 20)) || '中学' AS school, CASE WHEN birth < as_of() - INTERVAL 15 YEAR THEN '高中' ELSE '初中' END AS stage,
  make_date(year(as_of()) - 1, 9, 1) AS from_date, '在读' AS status
FROM person WHERE cohort = 'teen';

-- Computers and doors: registered guests in e-sports rooms, and those of the stories.
CREATE VIEW register.computer_session AS
SELECT hotel_id, room_no, '1' AS seat, id_no AS login_id, in_time + to_minutes(60) AS start_time, in_time + to_minutes(240) AS end_time
FROM guest JOIN person USING (i) JOIN room USING (h, hotel_id, room_no) WHERE is_esport AND story IS NULL AND roll('plays', guest.i, 2) = 0 AND asked = 'ADULT' AND stay_id SIMILAR TO '.*[02468]'
UNION ALL
SELECT hotel_id, room_no, CAST(2 + k AS VARCHAR), id_no, in_time + to_minutes(60), in_time + to_minutes(200)
FROM guest, range(3) t(k) JOIN person ON person.i = guest.i - guest.i % 1000 + CASE story WHEN 'not-registered' THEN 811 ELSE 658 + k END
WHERE (story = 'not-registered' AND k = 0) OR story = 'more-logins';

CREATE VIEW register.room_access_log AS
SELECT hotel_id, room_no, id_no AS person_id, in_time + to_minutes(4) AS access_time
FROM guest JOIN person USING (i) WHERE story IS NULL AND stay_id SIMILAR TO '.*[02468]' AND roll('door', guest.i, 5) = 0;

CREATE VIEW register.booking AS
SELECT 'O' || hotel_id || '-1' AS order_no, hotel_id, '鸠江区示例街' || (h + 1) || '号' AS address, 4 AS guests, id_no AS booker_id, in_time - INTERVAL 5 DAY AS order_time
FROM guest JOIN person USING (i) WHERE story = 'team-with-teacher' AND asked = 'ADULT'
UNION ALL
SELECT 'O' || hotel_id || '-S' || k, hotel_id, '鸠江区示例街' || (h + 1) || '号', 2, id_no, clock(ago(20 + 30 * k + roll('order', h, 20)), 1200)
FROM lodging, range(3) t(k) JOIN person ON person.i = lodging.block * 1000 + 670 + k WHERE z = 9;

CREATE VIEW crime_scene AS
SELECT lodging.h, hotel_id, lodging.block * 1000 + 826 AS i, clock(ago(110), 1400) AS moment FROM lodging WHERE z = 7;

CREATE VIEW register.case_place AS
SELECT '示检侵未〔' || year(moment) || '〕' || h || '号' AS case_no, hotel_id, '402' AS room_no, id_no AS victim_id, date_diff('year', birth, CAST(moment AS DATE)) AS victim_age, moment AS incident_time
FROM crime_scene JOIN person USING (i);

CREATE VIEW register.alarm AS
SELECT 'J' || strftime(moment, '%Y%m%d') || lpad(CAST(h AS VARCHAR), 6, '0') AS alarm_no, moment + to_minutes(30) AS ts, '鸠江区示例街' || (h + 1) || '号' AS place, hotel_id AS place_id,
  id_no AS victim_id_no, '性侵' AS kind, '已立案' AS result
FROM crime_scene JOIN person USING (i);

CREATE VIEW register.offence_record AS
SELECT id_no, '性侵害' AS category, '强制猥亵罪' AS charge_or_act, ago(2500 + roll('offence', i, 500)) AS date FROM person WHERE place = 656
UNION ALL
SELECT id_no, '暴力伤害', '故意伤害罪', ago(2500 + roll('offence', i, 500)) FROM person WHERE place BETWEEN 680 AND 684;

CREATE VIEW hotel_truth AS
SELECT words, finding, 'hotel' AS subject_kind, hotel_id AS subject, coalesce(CAST(min(in_time) AS DATE), ago(any_value(days_ago))) AS since, CAST(max(in_time) AS DATE) AS until, NULL AS yuan
FROM stay_plot JOIN lodging USING (z) LEFT JOIN guest USING (h, hotel_id, story) GROUP BY words, finding, hotel_id, story
UNION ALL
SELECT CASE z WHEN 1 THEN '电竞房床位超过六张' WHEN 3 THEN '电竞房电脑多于床位' ELSE '短租房未办特种行业许可、未接入旅馆业系统' END, true, 'hotel', hotel_id, NULL, NULL, NULL
FROM lodging WHERE z IN (1, 3, 9)
