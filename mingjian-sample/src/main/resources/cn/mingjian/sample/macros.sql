-- Everything random is a hash of the seed, a topic and a number: the same order gives the same county.
CREATE MACRO roll(topic, i, n) AS CAST(hash(seed(), topic, i) % CAST(n AS UBIGINT) AS BIGINT);
CREATE MACRO one_of(texts, topic, i) AS texts[1 + roll(topic, i, len(texts))];

CREATE MACRO ago(days) AS CAST(as_of() - CAST(days AS INTEGER) AS DATE);
CREATE MACRO days_on(day, days) AS CAST(day + CAST(days AS INTEGER) AS DATE);
CREATE MACRO months_on(day, months) AS CAST(day + to_months(CAST(months AS INTEGER)) AS DATE);
CREATE MACRO month_of(day) AS CAST(date_trunc('month', day) AS DATE);
CREATE MACRO month_at(months_ago) AS months_on(month_of(as_of()), -months_ago);
CREATE MACRO clock(day, minutes) AS CAST(day AS TIMESTAMP) + to_minutes(CAST(minutes AS BIGINT));
-- The term of a sentence or a permit that begins on a day: its last day.
CREATE MACRO last_of_term(day, months) AS days_on(months_on(day, months), -1);

-- Citizen identity number (GB 11643-1999) from 17 digits: check character by ISO 7064 MOD 11-2.
CREATE MACRO id_check(n) AS substr('10X98765432', CAST(1 + (
    7 * (n // 10000000000000000 % 10) + 9 * (n // 1000000000000000 % 10) + 10 * (n // 100000000000000 % 10)
  + 5 * (n // 10000000000000 % 10) + 8 * (n // 1000000000000 % 10) + 4 * (n // 100000000000 % 10)
  + 2 * (n // 10000000000 % 10) + 1 * (n // 1000000000 % 10) + 6 * (n // 100000000 % 10)
  + 3 * (n // 10000000 % 10) + 7 * (n // 1000000 % 10) + 9 * (n // 100000 % 10)
  + 10 * (n // 10000 % 10) + 5 * (n // 1000 % 10) + 8 * (n // 100 % 10)
  + 4 * (n // 10 % 10) + 2 * (n % 10)) % 11 AS INTEGER), 1);
CREATE MACRO id_from(n) AS CAST(n AS VARCHAR) || id_check(n);
CREATE MACRO id_digits(region, birth, in_order) AS
    CAST(region AS BIGINT) * 100000000000 + (year(birth) * 10000 + month(birth) * 100 + day(birth)) * 1000 + in_order;
CREATE MACRO id_of(region, birth, in_order) AS id_from(id_digits(region, birth, in_order));

-- Unified social credit code (GB 32100-2015) of the n-th company of 340207: 91 340207 M<letter> <seven digits>.
CREATE MACRO uscc_digits(n, letter) AS 31 * 31 * 31 - (
    9 + 1 * 3 + 3 * 9 + 4 * 27 + 0 * 19 + 2 * 26 + 0 * 16 + 7 * 17 + 21 * 20 + letter * 29
  + (n // 1000000 % 10) * 25 + (n // 100000 % 10) * 13 + (n // 10000 % 10) * 8 + (n // 1000 % 10) * 24
  + (n // 100 % 10) * 10 + (n // 10 % 10) * 30 + (n % 10) * 28);
CREATE MACRO uscc_of(n) AS '91340207M' || substr('ABCDEFGH', CAST(1 + n // 10000000 AS INTEGER), 1)
    || lpad(CAST(n % 10000000 AS VARCHAR), 7, '0')
    || substr('0123456789ABCDEFGHJKLMNPQRTUWXY', CAST(1 + uscc_digits(n % 10000000, 10 + n // 10000000) % 31 AS INTEGER), 1);

-- Names and numbers that nobody can take for real ones; no mobile phone begins with 120.
CREATE MACRO name_of(i) AS one_of(['示', '样', '例', '拟', '仿'], 'surname', i)
    || one_of(['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '东', '南', '西', '北', '春', '夏', '秋', '冬', '金', '木'], 'given', i)
    || one_of(['子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥', '一', '二', '三', '四', '五', '六', '七', '八'], 'second', i);
CREATE MACRO phone_of(i) AS '120' || lpad(CAST(i % 100000000 AS VARCHAR), 8, '0');
CREATE MACRO account_of(i) AS '6200000' || lpad(CAST(i AS VARCHAR), 12, '0');
