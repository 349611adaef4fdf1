// The contract between server and pages for mark 1 of issue 4, all under /api/v1. JSON is camelCase.
// Later the types are generated from the server's OpenAPI file with the same names; use them through one module.
// Content (titles, sentences) comes in both languages; the page picks.
export interface Words { zh: string; en: string }
export interface Page<T> { items: T[]; total: number; page: number; size: number } // page counts from 0; size default 50, max 200

// Every failure: 400 bad input, 401 not signed in, 403 not allowed, 404 not there or not yours (never told apart),
// 409 state does not allow it, 413 too large, 423 account locked, 429 too many tries, 500.
export interface Failure { problems: Problem[] }
export interface Problem { code: string; severity: 'error' | 'warning' | 'note'; place: string | null; message: Words }

// --- identity -------------------------------------------------------------------------------------------------------
// Session cookie HttpOnly SameSite=Strict; CSRF: cookie XSRF-TOKEN is sent back as header X-XSRF-TOKEN on every write.
// GET /setup -> Setup ; POST /setup SetupWish -> 201 SetupDone (only while no account exists; needs the code printed at start)
export interface Setup { needed: boolean }
export interface Made { account: string; name: string; roles: Role[]; password: string | null } // the password to hand over, this once
export interface SetupDone { accounts: Made[] }
export interface SetupWish { code: string; region: string; officeName: string; account: string; name: string; password: string }
// POST /session SignIn -> Me ; GET /session -> Me (401 when nobody is signed in) ; DELETE /session
export interface SignIn { account: string; password: string }
export type Role = 'PROSECUTOR' | 'DEPARTMENT_HEAD' | 'CHIEF' | 'CASE_MANAGEMENT' | 'JUVENILE_DESK' | 'INSPECTION'
  | 'DIGITAL_OFFICE' | 'DATA_STEWARD' | 'PROTECTION_OFFICER' | 'DUTY' | 'SYSTEM_ADMIN' | 'SECURITY_ADMIN' | 'AUDIT_ADMIN'
export interface Me {
  account: string; name: string
  office: { id: number; name: string; level: 'NATIONAL' | 'PROVINCE' | 'CITY' | 'COUNTY' }
  department: { id: number; name: Words }
  roles: Role[]
  pledge: 'OPEN' | 'DUE'            // DUE: only lesson + pledge can be used until it is given
  passwordChange: boolean           // true: the password must be changed first
  sample: boolean                   // the installation holds the sample county: shown in the frame of every page
}
// GET /session/pledge -> Pledge ; PUT /session/pledge {answers} -> Me (400 with problems when an answer is wrong)
export interface Pledge { lesson: Words /* markdown */; questions: { id: string; text: Words; choices: Words[] }[]; text: Words }
export interface PledgeGiven { answers: { [question: string]: number } }
// PUT /session/password {old, password} -> Me
// GET /session/own -> SessionShown[] (own sessions) ; DELETE /session/own/{id}
export interface SessionShown { id: string; begun: string; lastUsed: string; address: string; current: boolean }

// --- desk -----------------------------------------------------------------------------------------------------------
// GET /desk -> Desk
export interface Desk {
  ended: RunRow[]                   // own runs that ended since the day before yesterday, newest first
  running: RunRow[]
  deliveries: DeliveryRow[]         // brought and not yet run
  since: string                     // what "since" means
}

// --- models (shelf) ---------------------------------------------------------------------------------------------------
// GET /models?query=&line=&door= -> ModelRow[] (a library has tens of models; not paged)
export type Line = 'criminal' | 'civil' | 'administrative' | 'public-interest'
export interface ModelRow {
  id: string; version: string; title: Words; line: Line; point: Words; question: Words   // question: "plain question" a person suspects
  bodies: Words[]                   // supervised bodies, for the door "by which body"
  documents: string | null          // the document type that alone feeds it ('criminal-judgment', 'housing-contract'), or null
  tables: number                    // registers it reads at most
  rules: number
  lastRun: RunRow | null            // of this department
}
// GET /models/{id} -> ModelPage
export interface ModelPage extends ModelRow {
  guide: Words                      // markdown
  duty: Words; necessity: Words
  inputs: InputShown[]
  ruleCards: RuleShown[]
  parameters: { name: string; title: Words; value: string; unit: string | null; source: string; settable: boolean }[]
  digest: string
}
export interface InputShown { contract: string; title: Words; columns: { id: string; title: Words; type: string }[]; must: boolean; derived: boolean }
export interface RuleShown { id: string; code: string; title: Words; card: Words /* markdown */; law: LawShown[]; grades: { grade: string; when: Words }[]; needs: string[] }
export interface LawShown { law: string; article: string; text: string; chosenBy: string; verified: boolean }
// GET /models/{id}/form -> xlsx

// --- deliveries -------------------------------------------------------------------------------------------------------
// POST /deliveries multipart: files (1..n), kind -> 201 DeliveryPage ; GET /deliveries/{id} ; DELETE /deliveries/{id}
// kind 'registers': Excel, csv, json, parquet, or a filled form; kind 'criminal-judgment' | 'housing-contract': documents
export interface DeliveryRow { id: string; kind: string; brought: string; files: number; bytes: number; state: 'READING' | 'READY' | 'FAILED'; title: string }
export interface DeliveryPage extends DeliveryRow {
  fileList: { name: string; bytes: number }[]
  form: { number: string; model: string | null } | null     // a filled form names its model by its number
  tables: { contract: string; title: Words; file: string; sheet: string | null; headerRow: number | null; matched: number; columns: number }[]
  unused: { file: string; reason: Words }[]
  problems: Problem[]
  documents: { read: number; unreadable: number; doubtful: number; of: number } | null   // for document deliveries, grows while READING
  models: { id: string; title: Words; rulesRunnable: number; rules: number; lacks: Words[] }[]  // what can run on it now, most rules first
  latestDay: string | null          // proposed as-of date
}
// GET /deliveries/{id}/documents?page= -> Page<DocumentRow> ; GET /deliveries/{id}/documents/{no} -> DocumentPage
export interface DocumentRow { no: number; name: string; court: string | null; caseNumber: string | null; defendants: number; unsure: number; problem: Words | null }
export interface DocumentPage extends DocumentRow {
  text: string                      // normalised text; positions below count code points in it
  elements: ElementShown[]
}
export interface ElementShown {
  id: string                        // path, e.g. defendants[0].months
  element: string; title: Words; group: Words   // group: "document" or the defendant (masked)
  value: string | null; words?: Words | null   // words: the value where it is a code
  choices?: { code: string; title: Words }[] | null   // the values that a correction may take, where they are few
  kind?: string; correctable?: boolean
  start: number | null; end: number | null; sentence: string | null
  confidence: number | null; state: 'FOUND' | 'NOT_STATED' | 'UNSURE' | 'CORRECTED'
  correctedBy: string | null; correctedAt: string | null
}
// PUT /deliveries/{id}/documents/{no}/corrections {element, value, reason} -> DocumentPage

// --- runs -------------------------------------------------------------------------------------------------------------
// POST /runs RunWish -> 201 RunPage ; GET /runs?model=&state=&page= -> Page<RunRow> ; GET /runs/{id} -> RunPage
// POST /runs/{id}/stop -> RunPage
export type Purpose = 'CASE' | 'ACTION' | 'STUDY'  // a case number, an approved special action, study of a model
export interface RunWish { model: string; delivery: string; purpose: Purpose; purposeText: string; asOf: string; asOfReason: string; parameters: { [name: string]: string } }
export type RunState = 'QUEUED' | 'IMPORTING' | 'RUNNING' | 'DONE' | 'FAILED' | 'STOPPED'
export interface RunRow {
  id: string; model: string; version: string; title: Words; state: RunState; purpose: Purpose; purposeText: string; asOf: string
  ordered: string; orderedBy: string; ended: string | null; clues: number | null; grades: { [grade: string]: number } | null
}
export interface RunPage extends RunRow {
  delivery: string; asOfReason: string
  progress: { phase: Words; step: Words | null; done: number; of: number; queue: number | null } | null   // while not ended
  problems: Problem[]               // why it failed, or what to know
  imported: { contract: string; title: Words; file: string; read: number; kept: number; rejected: number; outOfScope: number; problems: Problem[] }[]
  funnel: FunnelShown | null
  fingerprint: string | null
  mayStop: boolean
}
export interface FunnelShown {
  inputs: { title: Words; rows: number; persons: number | null; delivered: boolean; from: string | null; knownUntil: string | null }[]
  steps: { title: Words; in: number; kept: number; unknown: number; pending: number }[]
  rules: { rule: string; code: string; title: Words; signal: boolean; state: 'run' | 'not-runnable' | 'too-many'; lacks: Words[]
    hits: number; unknown: number; pending: number; clues: number; grades: { [g: string]: number }; dropped: { title: Words; rows: number }[]; personsHit: number; personsShown: number }[]
}

// --- clues of a run, masked ---------------------------------------------------------------------------------------------
// GET /runs/{id}/clues?grade=&rule=&place=&query=&sort=grade|amount|place|clock&order=asc|desc&page= -> CluesOfRun
export interface CluesOfRun extends Page<ClueRow> { places?: { code: string; name: string; clues: number }[] }   // all places of the run, for the filter
export interface ClueRow {
  clueId: string; number: number /* place in the run */; code: string; rule: string; title: Words; grade: string; urgency: string
  place: { code: string; name: string } | null; amount: number | null; timeLimit: string | null; against: number; undecided: number; bodies: Words[]
}
// GET /runs/{id}/clues/{clueId} -> CluePage
export interface CluePage extends ClueRow {
  facts: { title: Words; value: Words }[]             // the three that say why come first
  running: { title: Words; value: Words }[]
  gradeReason: Words
  subject: { type: string; id: string | null; name: string | null }
  protectedPersons: { role: Words; id: string }[]
  amountFormula: Words | null; amountWhose: Words | null
  againstWords: Words[]                               // what speaks against it
  exclusionsRun: { title: Words; dropped: number }[]
  undecidedWords: { title: Words; reason: Words }[]   // what could not be checked
  ask: Words[]
  sourceRows: SourceRowShown[]
  matched: Words[]                                    // how persons were matched
  law: LawShown[]; lawDate: string
  toEstablish: { what: Words; from: Words; how: Words; refutedBy: Words }[]
  measures: Words[]; parameters: { title: Words; value: string; source: string }[]
  sameSubject: { clueId: string; code: string; grade: string }[]
  previous: string | null; next: string | null        // clue ids in the order of the list
  asOf: string; runId: string; model: Words; version: string; fingerprint: string
}
export interface SourceRowShown {
  input: string; title: Words; file: string | null; sheet: string | null; row: number | null; count: number
  absent: boolean; knownUntil: string | null; search?: Words | null
  cells: { title: Words; column: string; value: string | null; raw: string | null }[]   // raw only where cleaning changed it
}
// GET /runs/{id}/clues.xlsx -> xlsx, masked ; GET /runs/{id}/clues/{clueId}/outline.docx?lang= -> Word (verification outline)
// GET /health -> { status: 'UP' | 'DOWN', version: string }
// changes
// 2026-11-22 web: takes ElementShown.words, choices, correctable, SourceRowShown.search and clues.xlsx?lang= as the server has them.
// 2026-11-22 web: GET /runs/{id}/clues/{clueId} takes the same filter and sort parameters as the list, so that previous and
//   next follow the list as the person sees it; without them the order of the run. The pages are served under / and every
//   path outside /api that is no file answers index.html.
// 2026-11-22 web: the list of clues may carry all places of the run (CluesOfRun.places); without it the filter offers those on the page.

// changes
// (deliver) ElementShown gains: kind: string (text, day, months, money, count, code, charges, names, ...), words: Words | null
//   (a code value in words), choices: { code: string; title: Words }[] | null (for codes), correctable: boolean.
// (deliver) PUT .../corrections {element: <ElementShown.id>, value: string | null, reason}: null = the text does not say it.
//   An element that may stand several times has an id per item (charges[0]); id charges[+] adds one more item.
//   The answer shows the correction at once; the delivery is READING again until its rows are rewritten (a second or so).
// (deliver, for the run helper) call deliveries.used(id) inside the act that orders a run: then it no longer waits on the desk.
//   cn.mingjian.server.page.Page is the Page record; cn.mingjian.server.installation.Packages reads packages.
// changes (runs, clues, desk; 15:25)
// GET /runs also takes purpose=CASE|ACTION|STUDY and purposeText= (exact), so that all runs of a model for a purpose can be listed; size= as everywhere.
// RunProgress.done/of: bytes of the file that is read, acts of the plan; both 0 where nobody knows. queue: runs before it, while it waits.
// GET /runs/{id}/clues: place is the beginning of a division code; query looks in both sentences, the code, and the beginning of the clue number; sort also number (default: order of the run).
// GET /runs/{id}/clues/{clueId} takes the same grade, rule, place, query, sort, order: previous and next are then those of that list.
// SourceRowShown has also: search: Words | null (of absent rows: what was searched, for which keys and days).
// clues.xlsx and outline.docx take lang=zh|en (default zh). clues.xlsx of a run that is not DONE: 409 server.run-not-done.
// protectedPersons[].role is Words; law of a clue is as stored: law "社会保险法@2018", article "57.3".
