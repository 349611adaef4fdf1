-- The county grows in blocks of 1,000 persons. The place in its block decides a person's generation and, for some, a story.
CREATE TABLE cohort AS SELECT * FROM (VALUES
  ('old',     0,  59, 33600, 29960),
  ('elder',  60, 249, 29500, 22700),
  ('father', 250, 374, 21000, 14200),
  ('mother', 375, 499, 21000, 14200),
  ('young',  500, 749, 13400,  7500),
  ('teen',   750, 848,  6420,  4400),
  ('eighteen', 849, 849, 6700, 6600),
  ('child',  850, 999,  4200,   300)
) t(name, first_place, last_place, oldest_days, youngest_days);

CREATE TABLE person AS
WITH spot AS (
  SELECT i, i // 1000 AS block, i % 1000 AS place FROM range(4000 * scale()) t(i)
), placed AS (
  SELECT spot.*, name AS cohort, oldest_days, oldest_days - youngest_days AS days,
         block * (last_place - first_place + 1) + place - first_place AS n
  FROM spot JOIN cohort ON place BETWEEN first_place AND last_place
), born AS (
  -- A walk through the birth days that meets each day once a round: with the round in the number no two are alike.
  SELECT *, (n * 7919 + seed() % 1000) % days AS day, n // days AS round FROM placed
), numbered AS (
  SELECT *, ago(oldest_days - day) AS birth,
    CASE cohort WHEN 'father' THEN 1 WHEN 'mother' THEN 0 ELSE roll('sex', i, 2) END AS male,
    CASE WHEN roll('home', i, 10) < 8 THEN '340207'
         ELSE one_of(['340202', '340209', '340210', '340212', '340223', '340281'], 'home', i) END AS home
  FROM born
)
SELECT i, block, place, cohort, birth, male = 1 AS male,
  id_of(home, birth, 2 * ((round + roll('order', day, 499)) % 499) + male) AS id_no,
  name_of(i) AS name
FROM numbered;

-- The stories of persons: who, when it began (days before the county's day), whether a supervisor should find it.
CREATE TABLE plot AS SELECT * FROM (VALUES
  -- benefits
  (0,   'pension-after-death',    900, 240, true,  '死亡后养老金继续发放'),
  (1,   'pension-after-death',    900, 240, true,  '死亡后养老金继续发放'),
  (60,  'pension-after-death',    900, 240, true,  '死亡后养老金继续发放'),
  (61,  'pension-after-death',    900, 240, true,  '死亡后养老金继续发放'),
  (2,   'allowance-after-death',  900, 300, true,  '死亡后高龄津贴继续发放'),
  (62,  'pension-in-prison',      800, 400, true,  '服刑期间养老金继续发放'),
  (63,  'pension-in-prison',      800, 400, true,  '服刑期间养老金继续发放'),
  (64,  'pension-in-custody',     420, 200, true,  '判决前羁押期间养老金继续发放'),
  (65,  'pension-raised',         630, 490, true,  '缓刑考验期内养老金照常调增'),
  (66,  'pension-raised',         630, 490, true,  '缓刑考验期内养老金照常调增'),
  (700, 'allowance-in-prison',    700, 400, true,  '服刑期间最低生活保障金继续发放'),
  (720, 'certificate-expired',   1000, 500, true,  '残疾人证过期后护理补贴继续发放'),
  (3,   'died-this-month',         20,   4, false, '死亡当月的待遇已发（合法）'),
  (70,  'hospital-row-alive',     500, 300, false, '医院误报死亡，其后资格认证通过'),
  (71,  'survivor-benefit',       700, 300, false, '死亡后同一账户发放的是遗属待遇'),
  (72,  'overpaid-recovered',     700, 300, false, '死亡后多发两个月，已全部追回'),
  (73,  'overpaid-returned',      700, 300, false, '死亡后多发的一个月已被银行退回'),
  (74,  'pension-not-raised',     630, 490, false, '缓刑考验期内按原标准发放养老金'),
  (75,  'fine-only',              600, 300, false, '仅单处罚金，养老金照发'),
  (76,  'funeral-allowance',      600, 300, false, '死亡后发放的是丧葬补助金'),
  (77,  'pension-stopped',        800, 400, false, '入监后养老金自次月停发'),
  (722, 'certificate-renewed',   1000, 500, false, '残疾人证到期前已换领新证'),
  -- persons whom a company names; what is to be found is told of the company
  (4,   'dead-representative',   1600, 1300, NULL,  '已死亡，其后被登记为法定代表人'),
  (602, 'economic-crime',         900, 760, NULL,  '因破坏市场经济秩序犯罪被判缓刑'),
  (603, 'economic-crime-long-ago', 2900, 2800, NULL, '多年前因破坏市场经济秩序犯罪被判缓刑'),
  (604, 'theft-and-office',       900, 760, NULL,  '因盗窃被判缓刑'),
  -- community correction
  (500, 'parole-gambling',        560, 430, true,  '假释期间赌博被行政拘留，未提请撤销假释'),
  (501, 'detained-nobody-told',   560, 430, true,  '缓刑期间被行政拘留十二日，公安未通报、社矫未提请撤销'),
  (502, 'detained-twice',         560, 430, true,  '缓刑期间两次被行政拘留，未提请撤销'),
  (503, 'warned-twice-again',     560, 430, true,  '两次警告后再次违规，未提请撤销'),
  (504, 'new-crime',              560, 480, true,  '缓刑考验期内再犯新罪，后判未撤销前罪缓刑'),
  (505, 'late-no-warning',        400, 100, true,  '逾期十四日才报到，未予警告'),
  (506, 'court-silent',           560, 430, true,  '法院收到撤销提请后逾期未裁定'),
  (507, 'ruling-not-executed',    560, 430, true,  '撤销缓刑裁定作出后未收监执行'),
  (508, 'never-reported',         300, 100, true,  '判决生效后从未报到，社矫未处置'),
  (509, 'drove-unlicensed',       560, 430, true,  '驾驶证被吊销后仍驾驶，未受处罚'),
  (510, 'left-the-country',       560, 430, true,  '矫正期间出境'),
  (511, 'out-of-area',            560, 430, true,  '未请假离开居住地二十日，未处置'),
  (512, 'no-medical-review',      560, 430, true,  '监外执行人员被警告后仍不提交病情复查'),
  (513, 'surveillance-breach',    330, 250, true,  '管制对象违反监督管理规定，未提请治安处罚'),
  (514, 'court-papers-late',      400, 100, true,  '法院逾期送达执行通知书和法律文书'),
  (520, 'act-before-period',      560, 430, false, '被拘留的行为发生在考验期开始之前'),
  (521, 'decision-annulled',      560, 430, false, '行政拘留决定已被撤销'),
  (522, 'still-pending',          212, 212, false, '刚被行政拘留并已通报，提请期限未届满'),
  (523, 'judicial-detention',     560, 430, false, '被法院司法拘留，次日已通报'),
  (524, 'tenth-day',              400, 100, false, '第十日报到，未逾期'),
  (525, 'surveillance-punished',  330, 250, false, '管制对象违规后经社矫提请被治安拘留'),
  (526, 'revoked-in-time',        560, 430, false, '被拘留后依法提请、裁定撤销并收监'),
  (527, 'camera-only',            560, 430, false, '驾驶证被吊销，卡口只拍到车辆'),
  (528, 'leave-granted',          560, 430, false, '离开居住地前已获准请假'),
  (529, 'new-crime-revoked',      560, 480, false, '再犯新罪，后判已撤销前罪缓刑'),
  (530, 'fine-in-traffic',        560, 430, false, '仅受交通罚款'),
  (531, 'act-after-period',      1000, 900, false, '矫正期满解除后才违法被拘留'),
  (532, 'notice-not-delivered',   206, 206, false, '刚被行政拘留，通报登记尚未报送至该日')
) t(place, story, earliest, latest, finding, words);

-- The lives that have a story; `happened` is the day of the death, of the sentence, of the first day of correction.
CREATE TABLE life AS
SELECT person.*, story, finding, words,
  ago(latest + roll('happened', i, earliest - latest + 1)) AS happened,
  roll('shift', i, 20) AS shift
FROM person JOIN plot USING (place);

CREATE VIEW tale AS SELECT i, story, happened FROM life;

CREATE TABLE death AS
SELECT i, happened AS day, true AS told FROM life
WHERE story IN ('died-this-month', 'survivor-benefit', 'overpaid-recovered', 'overpaid-returned', 'funeral-allowance',
  'dead-representative')
UNION ALL
SELECT i, happened, false FROM life WHERE story IN ('pension-after-death', 'allowance-after-death')
UNION ALL
SELECT i, ago(40 + roll('death', i, 1800)), true FROM person
WHERE cohort IN ('old', 'elder') AND place NOT IN (SELECT place FROM plot)
  AND roll('dies', i, 100) < CASE cohort WHEN 'old' THEN 25 ELSE 7 END;

CREATE SCHEMA register;

CREATE VIEW register.death_record AS
SELECT id_no, day AS death_date, source, days_on(day, delay + roll(source, i, delay + 1)) AS record_date
FROM death JOIN person USING (i)
JOIN (VALUES ('POLICE_CANCEL', 4, 100), ('CREMATION', 1, 100), ('HOSPITAL', 0, 60), ('CDC', 3, 30)) s(source, delay, share)
  ON roll(source, i, 1000) < share * 10
UNION ALL
SELECT id_no, happened, 'HOSPITAL', happened FROM life WHERE story = 'hospital-row-alive';

-- Two parents and two children; the father's parents where the years allow it.
CREATE VIEW register.kinship AS
WITH child AS (
  SELECT *, (place - 750) // 2 AS family FROM person WHERE place >= 750
), father AS (
  SELECT *, place - 250 AS family FROM person WHERE cohort = 'father'
), mother AS (
  SELECT *, place - 375 AS family FROM person WHERE cohort = 'mother'
)
SELECT child.id_no, father.id_no AS related_id_no, '父母' AS relation FROM child JOIN father USING (block, family)
UNION ALL
SELECT child.id_no, mother.id_no, '父母' FROM child JOIN mother USING (block, family)
UNION ALL
SELECT father.id_no, mother.id_no, '配偶' FROM father JOIN mother USING (block, family)
UNION ALL
SELECT father.id_no, elder.id_no, '父母' FROM father JOIN person elder
  ON elder.block = father.block AND elder.place = father.family + 100 AND elder.cohort = 'elder'
WHERE elder.birth < father.birth - INTERVAL 20 YEAR
