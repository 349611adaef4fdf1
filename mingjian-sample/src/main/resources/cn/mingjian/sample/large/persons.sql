-- Everything here is a function of a row's number: nothing is kept, whatever the size. `scale()` is the number of rows.
CREATE MACRO home_of(k) AS CASE k // 499 WHEN 0 THEN 340207 WHEN 1 THEN 340202 WHEN 2 THEN 340209 WHEN 3 THEN 340210 WHEN 4 THEN 340212 WHEN 5 THEN 340223 ELSE 340281 END;
-- The i-th of those born within `days` days after a day: capacity days x 499 x 7. Digits first, `id_from` makes the
-- number of them: a view that names the digits in an inner query has them computed once.
CREATE MACRO person_digits(i, born_ago, days) AS id_digits(
    home_of(i // days), ago(born_ago - (i * 7919) % days), 2 * ((i // days) % 499) + roll('sex', i, 2));
CREATE MACRO adult_digits(i) AS person_digits(i, 29000, 22000);
CREATE MACRO elder_digits(i) AS person_digits(i, 33600, 10900);
CREATE MACRO minor_digits(i) AS person_digits(i, 6500, 2100);
CREATE MACRO adult_id(i) AS id_from(adult_digits(i));
CREATE MACRO elder_id(i) AS id_from(elder_digits(i));
CREATE MACRO minor_id(i) AS id_from(minor_digits(i));
CREATE MACRO born(digits) AS make_date(digits // 10000000 % 10000, digits // 100000 % 100, digits // 1000 % 100);
CREATE SCHEMA register;
