-- Stays in the order of time over fifteen months; every other guest is a pupil, a guest comes about eight times.
CREATE MACRO people() AS scale() // 8 + 2;
CREATE MACRO hotels() AS scale() // 20000 + 1;
CREATE MACRO guest(r) AS roll('guest', r, people());
CREATE MACRO is_minor(i) AS i % 2 = 0;
CREATE MACRO hotel_no(r) AS 'H' || lpad(CAST(roll('hotel', r, hotels()) AS VARCHAR), 6, '0');
CREATE MACRO room_no(k) AS CAST(100 * (1 + k // 10) + k % 10 + 1 AS VARCHAR);
CREATE MACRO arrives(r) AS clock(ago(457 - r * 457 // scale()), 840 + roll('in', r, 560));

CREATE VIEW stay AS
SELECT *, CASE WHEN is_minor(i) THEN minor_digits(i // 2) ELSE adult_digits(i // 2) END AS digits
FROM (SELECT r, guest(r) AS i, arrives(r) AS in_time FROM range(scale()) t(r));

CREATE VIEW register.check_in AS
SELECT 'S' || lpad(CAST(r AS VARCHAR), 10, '0') AS stay_id, hotel_no(r) AS hotel_id, room_no(roll('room', r, 80)) AS room_no, id_from(digits) AS guest_id,
  name_of(i) AS guest_name, born(digits) AS birth_date, in_time, clock(days_on(CAST(in_time AS DATE), 1), 430 + roll('out', r, 290)) AS out_time,
  in_time + to_minutes(5) AS registered_at
FROM stay;

CREATE VIEW register.hotel AS
SELECT 'H' || lpad(CAST(h AS VARCHAR), 6, '0') AS hotel_id, uscc_of(h) AS uscc, '示例' || (h + 1) || '号酒店' AS name, '鸠江区示例街' || (h + 1) || '号' AS address,
  one_of(['HOTEL', 'HOTEL', 'HOTEL', 'ESPORT_PART', 'HOMESTAY'], 'hotel kind', h) AS kind
FROM range(hotels()) t(h);

CREATE VIEW register.hotel_room AS
SELECT 'H' || lpad(CAST(h AS VARCHAR), 6, '0') AS hotel_id, room_no(k) AS room_no, false AS is_esport, 2 AS beds, 0 AS computers
FROM range(hotels()) t(h), range(80) u(k);

CREATE VIEW register.student_roll AS
SELECT minor_id(i // 2) AS id_no, '示例第' || (1 + roll('school', i, 500)) || '中学' AS school, '高中' AS stage, make_date(year(as_of()) - 1, 9, 1) AS from_date, '在读' AS status
FROM range(people()) t(i) WHERE is_minor(i)
