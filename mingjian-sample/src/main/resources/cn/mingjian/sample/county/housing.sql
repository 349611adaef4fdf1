-- Ten of a hundred companies build; each sells flats of one project, with a main contract and a supplementary agreement.
CREATE TABLE housing_plot AS SELECT * FROM (VALUES
  (70, 'last-word',     24, true,  '补充协议约定最终解释权归出卖人，用于二十余份合同'),
  (71, 'area',          6,  true,  '面积误差不论大小据实结算、不得退房'),
  (72, 'rates',         5,  true,  '出卖人逾期违约金仅为买受人的十分之一'),
  (73, 'loan',          8,  true,  '贷款未获批准即没收定金，已有投诉'),
  (74, 'advertising',   4,  true,  '广告宣传不作为合同内容，处罚后仍使用'),
  (75, 'deposit',       2,  true,  '项目合同样本约定定金超过总价款百分之二十'),
  (76, 'withdrawn',     4,  false, '最终解释权条款仅见于两份有效合同'),
  (77, 'buyer-at-fault', 6, false, '限于买受人原因未取得贷款'),
  (78, 'three-percent', 6,  false, '面积误差超过百分之三可以退房'),
  (79, 'even-rates',    6,  false, '双方逾期违约金比率相同')
) t(q, story, contracts, finding, words);

CREATE TABLE usual_clause AS SELECT * FROM (VALUES
  ('MAIN', '1', '出卖人以出让方式取得建设用地使用权，该商品房的用途为住宅。'),
  ('MAIN', '2', '买受人按照附件约定的方式和期限付款。'),
  ('MAIN', '3', '该商品房经验收合格并符合交付条件后，出卖人应当提前书面通知买受人办理交付手续。'),
  ('MAIN', '4', '出卖人逾期交付的，按日支付已付房价款万分之二的违约金；买受人逾期付款的，按日支付逾期应付款万分之二的违约金。'),
  ('MAIN', '5', '面积误差比绝对值在3%以内的据实结算；超出3%的，买受人有权解除合同。'),
  ('MAIN', '6', '出卖人应当在房屋交付之日起90日内协助买受人办理不动产权证书，逾期按日支付违约金。'),
  ('MAIN', '7', '屋面防水工程的保修期为5年，电气管线、给排水管道的保修期为2年。'),
  ('SUPPLEMENT', '1', '一方的通讯地址变更的，应当书面通知对方。'),
  ('SUPPLEMENT', '2', '未尽事宜由双方另行协商；协商不成的，向房屋所在地人民法院起诉。')
) t(part, clause_no, text);

CREATE TABLE planted_clause AS SELECT * FROM (VALUES
  ('last-word', '3', '本补充协议及其附件的最终解释权归出卖人所有。'),
  ('withdrawn', '3', '本补充协议及其附件的最终解释权归出卖人所有。'),
  ('area', '3', '产权登记面积与约定面积有差异的，不论差异大小均据实结算，买受人不得退房。'),
  ('rates', '3', '出卖人逾期交付的，按日支付已付房价款万分之零点五的违约金。'),
  ('rates', '4', '买受人逾期付款的，按日支付逾期应付款万分之五的违约金。'),
  ('loan', '3', '银行未批准贷款的，买受人应当在七日内付清房款，否则出卖人有权没收定金。'),
  ('advertising', '3', '销售广告、沙盘和样板间仅供参考，均不作为合同内容。'),
  ('deposit', '3', '买受人应当在签约当日支付定金，数额为总价款的30%。'),
  ('buyer-at-fault', '3', '因买受人原因未能取得贷款的，买受人应当付清房款并承担违约责任。'),
  ('three-percent', '3', '房屋面积误差据实结算，误差比超过3%时买受人不得拒绝结清差价，但可以退房。'),
  ('even-rates', '3', '出卖人逾期交付的，违约金为每日已付房价款的0.02%；买受人逾期付款的，违约金为每日逾期应付款的0.02%。')
) t(story, clause_no, text);

-- The last number of a project with a form of its own is the form.
CREATE TABLE sale AS
SELECT f, firm.uscc, entity_name, p.story, p.finding, p.words, k, k = contracts AS is_form,
  CASE WHEN k = contracts THEN 'YB' ELSE 'HT' END || lpad(CAST(f AS VARCHAR), 8, '0') || lpad(CAST(k AS VARCHAR), 3, '0') AS contract_no,
  '示例' || one_of(['春江', '云岭', '湖畔', '松林', '晨光'], 'project', f) || (f + 1) || '苑' AS project,
  ago(30 + roll('signed', f * 1000 + k, 500)) AS signed
FROM firm JOIN housing_plot p USING (q), range(25) t(k)
WHERE k < contracts OR (k = contracts AND p.story = 'deposit');

CREATE VIEW register.housing_contract AS
SELECT contract_no, project, uscc AS developer_uscc, entity_name AS developer_name, 'PERSON' AS buyer_kind,
  '示预售证' || year(signed) || '第' || (f + 1) || '号' AS presale_permit_no, ago(700) AS presale_permit_date, signed AS sign_date,
  days_on(signed, 10 + roll('filed', f * 1000 + k, 15)) AS filing_date,
  800000 + 1000 * roll('price', f * 1000 + k, 900) AS price_total, 80 + roll('area', f * 1000 + k, 60) AS area_build, 62 + roll('area', f * 1000 + k, 60) * 4 // 5 AS area_inner,
  'GF-2014-0171' AS template_version, CASE WHEN k % 3 = 0 THEN 'ONCE' ELSE 'LOAN' END AS pay_mode,
  CASE WHEN story = 'withdrawn' AND k < 2 THEN 'WITHDRAWN' ELSE 'EFFECTIVE' END AS status, is_form AS is_template, '340207' AS region
FROM sale;

CREATE VIEW register.contract_text AS
SELECT contract_no, part, clause_no, text, false AS bold, false AS handwritten, 1 AS ocr_confidence, contract_no || '.docx' AS source_file
FROM sale, usual_clause
UNION ALL
SELECT contract_no, 'SUPPLEMENT', clause_no, text, false, false, 1, contract_no || '.docx' FROM sale JOIN planted_clause USING (story);

CREATE VIEW register.consumer_complaint AS
SELECT '示投' || year(day) || lpad(CAST(f AS VARCHAR), 8, '0') AS complaint_no, day AS complaint_date, uscc,
  CASE WHEN q = 73 THEN 'CONTRACT' ELSE one_of(['DELIVERY', 'QUALITY', 'ADVERTISING', 'OTHER'], 'topic', f) END AS topic, '340207' AS region
FROM (SELECT *, ago(5 + roll('complaint', f, 20)) AS day FROM firm WHERE q IN (72, 73, 78) OR q BETWEEN 80 AND 84);

CREATE VIEW register.market_penalty AS
SELECT '示市监罚字〔' || year(day) || '〕' || f || '号' AS decision_no, uscc, CASE WHEN q = 74 THEN 'UNFAIR_TERMS' ELSE 'FALSE_ADVERTISING' END AS act,
  day AS decision_date, '340207' AS region
FROM (SELECT *, ago(560 + roll('penalty', f, 100)) AS day FROM firm WHERE q IN (71, 74, 85));

CREATE VIEW housing_truth AS
SELECT words, finding, 'company' AS subject_kind, uscc AS subject, min(signed) AS since, NULL AS until, NULL AS yuan
FROM sale WHERE NOT is_form GROUP BY ALL;
