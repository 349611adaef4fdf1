/**
 * Answers the contract of /api/v1 from fixtures, and serves dist/: for writing pages without the server, and for trying
 * the journeys in e2e/. Everything is synthetic and kept in memory. PORT chooses the port (8090), EMPTY=1 begins with
 * first set-up. Accounts: zhang (prosecutor), xin and lin (prosecutors, first sign-in), admin; password "sample".
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const fixture = (name) => JSON.parse(readFileSync(join(here, 'fixtures', `${name}.json`), 'utf8'))
const models = fixture('models')
const clues = fixture('clues')
const documents = fixture('documents')
const result = fixture('run')
const dist = join(here, '..', 'dist')
const both = (zh, en) => ({ zh, en })
const now = () => new Date().toISOString()
const problem = (zh, en, severity = 'error') => ({ code: 'dev', severity, place: null, message: both(zh, en) })

class Refusal extends Error {
  constructor(status, ...problems) {
    super(String(status))
    this.status = status
    this.problems = problems
  }
}

const office = { id: 1, name: '示例市示例区人民检察院', level: 'COUNTY' }
const department = { id: 11, name: both('第二检察部', 'Second department') }
const person = (account, name, roles, extra = {}) => ({ account, name, office, department, roles, pledge: 'OPEN', passwordChange: false, sample: true, ...extra })
const accounts = {
  zhang: person('zhang', '张示例', ['PROSECUTOR']),
  xin: person('xin', '新同事', ['PROSECUTOR'], { pledge: 'DUE', passwordChange: true }),
  lin: person('lin', '林同事', ['PROSECUTOR'], { pledge: 'DUE', passwordChange: true }),
  admin: person('admin', '管理员', ['SYSTEM_ADMIN']),
}
const sessions = new Map()
let setupNeeded = process.env.EMPTY === '1'

const guide = (id, language) => readFileSync(join(here, '../../library/models', id, language === 'zh' ? 'README.md' : 'README.en.md'), 'utf8')
const rowOf = ({ guide: _g, duty: _d, necessity: _n, inputs: _i, ruleCards: _r, parameters: _p, digest: _x, ...row }) => row

const deliveries = new Map()
const runs = new Map()
let numbers = 1

function makeDelivery(kind, files) {
  const id = `d-${numbers++}`
  const docs = kind !== 'registers'
  deliveries.set(id, {
    id, kind, brought: now(), files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0), state: 'READING', looks: 0, title: files[0]?.name ?? '',
    fileList: files, form: !docs && files[0]?.name.endsWith('.xlsx') ? { number: 'F-7K2Q', model: 'judgment-against-itself' } : null,
    tables: docs ? [] : result.imported.map((table) => ({ contract: table.contract, title: table.title, file: files[0]?.name ?? table.file, sheet: table.title.zh, headerRow: 2, matched: 12, columns: 14 })),
    unused: docs ? [] : [{ file: '说明.txt', reason: both('里面没有认出任何一种数据的列。', 'No column of any kind of data was recognised in it.') }],
    problems: docs ? [] : [{ code: 'dev', severity: 'warning', place: `${files[0]?.name} 第 57 行`, message: both('“宣判日”写的是“2024.13.5”，没有十三月。此行不会采用；改正以后可以重新上传。', '“Date of judgment” says “2024.13.5”; there is no thirteenth month. The row will not be used; mend it and bring the file again.') }],
    documents: docs ? { read: 0, unreadable: 0, doubtful: 0, of: 24 } : null,
    models: [], latestDay: '2024-09-30',
  })
  return deliveries.get(id)
}

function showDelivery(delivery) {
  if (delivery.state === 'READING' && ++delivery.looks > 2) {
    delivery.state = 'READY'
    delivery.models = models
      .filter((model) => (delivery.documents ? model.documents === delivery.kind : ['judgment-against-itself', 'indictment-judgment-discrepancy'].includes(model.id)))
      .map((model, index) => ({ id: model.id, title: model.title, rules: model.rules, rulesRunnable: index === 0 && delivery.documents ? model.rules : Math.max(1, model.rules - 4 * (1 - index)), lacks: index === 0 && !delivery.documents ? [both('起诉书', 'indictments'), both('前科登记', 'earlier convictions')] : [] }))
      .sort((a, b) => b.rulesRunnable - a.rulesRunnable)
  }
  if (delivery.documents) Object.assign(delivery.documents, { read: Math.min(24, delivery.looks * 8), doubtful: Math.min(2, delivery.looks), unreadable: delivery.looks > 2 ? 1 : 0 })
  const { looks: _, ...shown } = delivery
  return shown
}

const documentRows = Array.from({ length: 24 }, (_, index) => {
  const { text: _t, elements: _e, ...row } = documents[index % documents.length]
  return { ...row, no: index + 1, name: `示例${String(index + 1).padStart(2, '0')}.docx`, problem: index === 23 ? both('这份文件是扫描图片，没有文字，无法读取。请先做文字识别。', 'This file is a scanned picture without text and cannot be read. Recognise its text first.') : null }
})

function makeRun(wish, by, state = 'QUEUED') {
  const model = models.find((row) => row.id === wish.model) ?? models[0]
  const id = `r-${numbers++}`
  runs.set(id, { id, model: model.id, version: model.version, title: model.title, state, purpose: wish.purpose, purposeText: wish.purposeText, asOf: wish.asOf, ordered: now(), orderedBy: by, ended: null, clues: null, grades: null,
    delivery: wish.delivery, asOfReason: wish.asOfReason, progress: null, problems: [], imported: [], funnel: null, fingerprint: null, mayStop: true, looks: 0 })
  return runs.get(id)
}

const ACTS = [both('排队', 'Waiting'), both('读取数据', 'Reading data'), both('计算', 'Computing'), both('取数据依据', 'Fetching source rows')]
function showRun(run) {
  if (['QUEUED', 'IMPORTING', 'RUNNING'].includes(run.state)) {
    const look = ++run.looks
    if (look > 4) finish(run)
    else {
      run.state = look === 1 ? 'QUEUED' : look === 2 ? 'IMPORTING' : 'RUNNING'
      run.progress = { phase: ACTS[look - 1], step: look === 3 ? both('其中考验期不在法定幅度内的', 'of these with a probation period out of bounds') : null, done: look * 10, of: 45, queue: look === 1 ? 1 : null }
    }
  }
  const { looks: _, ...shown } = run
  return shown
}

function finish(run, state = 'DONE') {
  Object.assign(run, { state, ended: now(), progress: null, mayStop: false })
  if (state === 'DONE') Object.assign(run, { clues: result.clues, grades: result.grades, imported: result.imported, funnel: result.funnel, fingerprint: 'a1979182b1df498c' })
  if (state === 'FAILED') run.problems = [problem('内存不够，运行在“计算”时停下，没有产生任何线索。请分几次上传较小的文件，或者请系统管理员提高内存上限。', 'Memory ran out while computing; no clue was made. Bring smaller files, or ask the system administrator for more memory.')]
}

const first = makeDelivery('registers', [{ name: '判决案卡.xlsx', bytes: 184320 }])
first.looks = 3
const study = { model: 'judgment-against-itself', delivery: first.id, purpose: 'STUDY', purposeText: '试用模型', asOf: '2024-09-30', asOfReason: '数据截至此日' }
finish(makeRun(study, '张示例'))
finish(makeRun({ ...study, purpose: 'ACTION', purposeText: '刑事裁判文书质量小专项' }, '李示例'), 'FAILED')
makeDelivery('criminal-judgment', [{ name: '示例01.docx', bytes: 20480 }, { name: '示例02.docx', bytes: 20992 }]).looks = 3
models.find((model) => model.id === study.model).lastRun = rowOfRun([...runs.values()][0])

function rowOfRun(run) {
  const { delivery: _d, asOfReason: _a, progress: _p, problems: _q, imported: _i, funnel: _f, fingerprint: _x, mayStop: _m, looks: _l, ...row } = run
  return row
}

const page = (items, at, size) => ({ items: items.slice(at * size, at * size + size), total: items.length, page: at, size })
const get = (map, id) => map.get(id) ?? (() => { throw new Refusal(404) })()

function cluesOf(query) {
  const direction = query.get('order') === 'desc' ? -1 : 1
  const key = { grade: (clue) => clue.grade, amount: (clue) => clue.amount ?? -1, place: (clue) => clue.place?.code ?? '', clock: (clue) => clue.timeLimit ?? '9' }[query.get('sort') ?? 'grade']
  const wanted = clues.filter((clue) => ['grade', 'rule'].every((name) => !query.get(name) || clue[name] === query.get(name))
    && (!query.get('place') || clue.place?.code === query.get('place')) && (!query.get('query') || `${clue.title.zh}${clue.title.en}`.includes(query.get('query'))))
  return [...wanted].sort((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : a.number - b.number))
}

const clueRow = ({ clueId, number, code, rule, title, grade, urgency, place, amount, timeLimit, against, undecided, bodies }) => ({ clueId, number, code, rule, title, grade, urgency, place, amount, timeLimit, against, undecided, bodies })

const lesson = both('# 安全课\n\n## 三条底线\n\n1. 只为**办案和批准的用途**使用数据。\n2. 不拍照、不外传、不在互联网上讨论。\n3. 线索只是疑似，不是对任何人的结论。', '# Lesson\n\n## Three lines\n\n1. Use the data only for **cases and approved purposes**.\n2. No photographs, no passing on, no talk on the internet.\n3. A clue is a suspicion, never a finding about a person.')
const pledge = { lesson, questions: [{ id: 'q1', text: both('同事请您顺便查一个熟人，您应当', 'A colleague asks you to look up an acquaintance. You'), choices: [both('查一下就告诉他', 'look and tell'), both('拒绝，这不是办案用途', 'refuse: it is no case')] }, { id: 'q2', text: both('线索等级 A 表示', 'Grade A means'), choices: [both('数据支持完整，仍须核实', 'the data support it in full; it must still be verified'), both('已经查实', 'it is verified')] }], text: both('我承诺：只在职责范围内使用数据，保守秘密，发现泄露立即报告。', 'I pledge to use the data only for my duty, to keep it secret, and to report any leak at once.') }

/** Method and pattern of the path → what answers; `m` holds the path's parts, `me` who asks. */
const routes = [
  ['GET', '/setup', () => ({ needed: setupNeeded })],
  ['POST', '/setup', ({ body }) => { if (body.code !== '1234-5678') throw new Refusal(400, problem('启动验证码不对。请照服务器窗口里显示的输入。', 'The start code is wrong. Copy it from the window of the server.')); setupNeeded = false; return { accounts: [{ account: body.account, name: body.name, roles: ['SYSTEM_ADMIN'], password: null }, { account: 'security', name: '安全保密管理员', roles: ['SECURITY_ADMIN'], password: 'dev-only-1' }, { account: 'audit', name: '安全审计员', roles: ['AUDIT_ADMIN'], password: 'dev-only-2' }] } }],
  ['GET', '/session', ({ me }) => me],
  ['DELETE', '/session', ({ token }) => { sessions.delete(token); return null }],
  ['GET', '/session/pledge', () => pledge],
  ['PUT', '/session/pledge', ({ me, body }) => { if (body.answers.q1 !== 1 || body.answers.q2 !== 0) throw new Refusal(400, problem('有一题答得不对。请再读一遍第一条和第三条。', 'One answer is wrong. Read the first and third line again.')); return Object.assign(me, { pledge: 'OPEN' }) }],
  ['PUT', '/session/password', ({ me, body }) => { if (body.password.length < 12) throw new Refusal(400, problem('密码太短。请至少用 12 个字符。', 'The password is too short. Use at least 12 characters.')); return Object.assign(me, { passwordChange: false }) }],
  ['GET', '/session/own', () => [{ id: 's1', begun: now(), lastUsed: now(), address: '10.0.0.8', current: true }, { id: 's2', begun: '2026-11-20T01:00:00Z', lastUsed: '2026-11-20T02:00:00Z', address: '10.0.0.9', current: false }]],
  ['DELETE', '/session/own/:id', () => null],
  ['GET', '/desk', () => ({ running: [...runs.values()].filter((run) => !run.ended).map((run) => rowOfRun(showRun(run))), ended: [...runs.values()].filter((run) => run.ended).reverse().map(rowOfRun), deliveries: [...deliveries.values()].map(showDelivery).filter((delivery) => ![...runs.values()].some((run) => run.delivery === delivery.id)), since: '2026-11-20T00:00:00Z' })],
  ['GET', '/models', () => models.map(rowOf)],
  ['GET', '/models/:id', ({ m }) => { const model = models.find((row) => row.id === m.id); if (!model) throw new Refusal(404); return { ...model, guide: both(guide(m.id, 'zh'), guide(m.id, 'en')) } }],
  ['GET', '/deliveries/:id', ({ m }) => showDelivery(get(deliveries, m.id))],
  ['DELETE', '/deliveries/:id', ({ m }) => { deliveries.delete(m.id); return null }],
  ['GET', '/deliveries/:id/documents', ({ query }) => page(documentRows, Number(query.get('page') ?? 0), 10)],
  ['GET', '/deliveries/:id/documents/:no', ({ m }) => { const row = documentRows[m.no - 1]; if (!row) throw new Refusal(404); const { text, elements } = documents[(m.no - 1) % documents.length]; return { ...row, text: row.problem ? '' : text, elements: row.problem ? [] : elements } }],
  ['PUT', '/deliveries/:id/documents/:no/corrections', ({ m, me, body }) => { const { text, elements } = documents[(m.no - 1) % documents.length]; const element = elements.find((one) => one.id === body.element); Object.assign(element, { value: body.value, words: null, state: 'CORRECTED', correctedBy: me.name, correctedAt: now() }); return { ...documentRows[m.no - 1], text, elements } }],
  ['POST', '/runs', ({ me, body }) => { if (body.purpose === 'CASE' && !body.purposeText) throw new Refusal(400, problem('请写明案号。', 'State the case number.')); return showRun(makeRun(body, me.name)) }],
  ['GET', '/runs', ({ query }) => page([...runs.values()].reverse().filter((run) => (!query.get('model') || run.model === query.get('model')) && (!query.get('state') || run.state === query.get('state'))).map(rowOfRun), Number(query.get('page') ?? 0), 50)],
  ['GET', '/runs/:id', ({ m }) => showRun(get(runs, m.id))],
  ['POST', '/runs/:id/stop', ({ m }) => { const run = get(runs, m.id); finish(run, 'STOPPED'); return showRun(run) }],
  ['GET', '/runs/:id/clues', ({ query }) => page(cluesOf(query).map(clueRow), Number(query.get('page') ?? 0), 10)],
  ['GET', '/runs/:id/clues/:clue', ({ m, query }) => { const list = cluesOf(query); const at = list.findIndex((clue) => clue.clueId === m.clue); const clue = clues.find((one) => one.clueId === m.clue); if (!clue) throw new Refusal(404); return { ...clue, runId: m.id, previous: list[at - 1]?.clueId ?? null, next: at < 0 ? null : (list[at + 1]?.clueId ?? null) } }],
  ['GET', '/health', () => ({ status: 'UP', version: 'dev' })],
].map(([method, path, answer]) => ({ method, answer, path: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }))

function answerOf(request, url, token, raw) {
  const path = url.pathname.slice('/api/v1'.length)
  const me = sessions.get(token)
  if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== 'dev') throw new Refusal(403)
  if (path === '/session' && request.method === 'POST') return { status: 200, signIn: JSON.parse(raw) }
  if (!me && !['/setup', '/health'].includes(path)) throw new Refusal(401)
  if (path === '/deliveries' && request.method === 'POST') {
    const kind = /name="kind"\r\n\r\n([^\r]+)/.exec(raw)?.[1] ?? 'registers'
    const files = [...raw.matchAll(/filename="([^"]+)"/g)].map((match) => ({ name: Buffer.from(match[1], 'latin1').toString('utf8'), bytes: Math.round(raw.length / 2) }))
    return { status: 201, body: showDelivery(makeDelivery(kind, files)) }
  }
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(path) : null
    if (match) return { status: request.method === 'POST' && path === '/runs' ? 201 : 200, body: route.answer({ m: match.groups ?? {}, me, token, query: url.searchParams, body: raw ? JSON.parse(raw) : null }) }
  }
  if (/\.(xlsx|docx)$|\/form$/.test(path)) return { status: 200, file: true }
  throw new Refusal(404)
}

function serveFile(url, response) {
  const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
  const wanted = join(dist, normalize(url.pathname))
  const file = extname(wanted) && existsSync(wanted) ? wanted : join(dist, 'index.html')
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:" })
  createReadStream(file).pipe(response)
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost')
  if (!url.pathname.startsWith('/api/v1')) return serveFile(url, response)
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const raw = bytes.toString(request.headers['content-type']?.startsWith('multipart') ? 'latin1' : 'utf8')
  const token = /SESSION=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  const headers = { 'Content-Type': 'application/json', 'Set-Cookie': ['XSRF-TOKEN=dev; Path=/; SameSite=Strict'] }
  try {
    const answer = answerOf(request, url, token, raw)
    if (answer.signIn) {
      const who = accounts[answer.signIn.account]
      if (!who || answer.signIn.password !== 'sample') throw new Refusal(401, problem('账号或者密码不对。', 'Account or password is wrong.'))
      const fresh = Math.random().toString(36).slice(2)
      sessions.set(fresh, who)
      headers['Set-Cookie'].push(`SESSION=${fresh}; Path=/; HttpOnly; SameSite=Strict`)
      answer.body = who
    }
    if (answer.file) headers['Content-Disposition'] = 'attachment; filename="sample.bin"'
    response.writeHead(answer.status, headers).end(answer.file ? 'sample' : JSON.stringify(answer.body ?? null))
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error)
    response.writeHead(error.status ?? 500, headers).end(JSON.stringify({ problems: error.problems ?? [] }))
  }
}).listen(Number(process.env.PORT ?? 8090), '127.0.0.1')
