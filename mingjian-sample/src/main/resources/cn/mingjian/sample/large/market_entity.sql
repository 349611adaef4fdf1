-- One company of forty sits in a building with a hundred others; three of a hundred are held by people with common names.
CREATE MACRO syllable(k) AS substr('甲乙丙丁戊己庚辛壬癸东南西北春夏秋冬金木', CAST(1 + k % 20 AS INTEGER), 1);
CREATE MACRO common_name(k) AS '示' || syllable(k) || syllable(k // 20) || syllable(k // 400) || syllable(k // 8000);
CREATE MACRO rare_name(k) AS '样' || syllable(k) || syllable(k // 20) || syllable(k // 400) || syllable(k // 8000) || syllable(k // 160000) || syllable(k // 3200000);
CREATE MACRO is_crowded(r) AS r % 40 = 0;

CREATE VIEW register.market_entity AS
SELECT uscc_of(n) AS uscc, '示例' || (r + 1) || '号' || one_of(['商贸', '科技', '建材', '食品', '物流'], 'trade', r) || '有限公司' AS entity_name,
  CASE WHEN roll('status', r, 10) < 8 THEN 'EXISTING' WHEN roll('status', r, 10) = 8 THEN 'CANCELLED' ELSE 'REVOKED' END AS status,
  ago(200 + roll('established', r, 6000)) AS establish_date, ago(100 + roll('established', r, 100)) AS status_date,
  CASE WHEN is_crowded(r) THEN '鸠江区示例大道' || (r // 4000) || '号集群注册楼' ELSE '鸠江区示例路' || r || '号101室' END AS address_raw,
  CASE WHEN is_crowded(r) THEN '示例大道' || (r // 4000) || '号' ELSE '示例路' || r || '号101室' END AS address_norm,
  CASE WHEN is_crowded(r) THEN 'CLUSTER' ELSE 'OFFICE' END AS address_kind, 100000 * (1 + roll('capital', r, 50)) AS reg_capital, 0 AS paid_capital,
  CASE WHEN roll('common', r, 100) < 3 THEN common_name(roll('rep', r, scale() // 600 + 1)) ELSE rare_name(r) END AS legal_rep_name,
  id_from(digits) AS legal_rep_id, phone_of(r) AS liaison_phone
FROM (SELECT r, (r * 7919 + seed() % 1000) % 80000000 AS n, adult_digits(r) AS digits FROM range(scale()) t(r))
