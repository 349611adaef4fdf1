/**
 * The one place through which the pages speak with the server: every call of `/api/v1` is a function of `api`. What is
 * asked and answered is described by `schema.ts`, which is made from the server's description.
 * A refusal is an `ApiFailure` with the problems the server gave; a server that cannot be reached has the status 0.
 */
import createClient, { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch'

import type * as c from './schema'

export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly problems: c.Told[],
  ) {
    super(`server answered ${status}`)
  }
}

/** What is to happen when the session has ended; set once by the application. */
let onSignedOut: () => void = () => undefined
export function whenSignedOut(action: () => void): void {
  onSignedOut = action
}

/** What is to happen when a role turned out to be missing: it may have been taken away. */
let onForbidden: () => void = () => undefined
export function whenForbidden(action: () => void): void {
  onForbidden = action
}

function token(): string {
  return decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '')
}

const client = createClient<c.paths>({ headers: { Accept: 'application/json' } })
client.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', token())
    return request
  },
})

function failureOf(status: number, body: unknown): ApiFailure {
  const problems = (body as c.Failure | null | undefined)?.problems
  return new ApiFailure(status, Array.isArray(problems) ? problems : [])
}

/** The value of an answer; an answer that is none of ours counts as no server. */
async function value<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked.catch(() => {
    throw new ApiFailure(0, [])
  })
  if (!response.ok) {
    if (response.status === 401 && !response.url.endsWith('/session')) onSignedOut()
    if (response.status === 403) onForbidden()
    throw failureOf(response.status, error)
  }
  return data as T
}

/** Sends files with their progress (0 to 1), which `fetch` cannot tell. */
function upload(files: File[], kind: c.DeliveryKind, progress: (share: number) => void): Promise<c.DeliveryPage> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('kind', kind)
    files.forEach((file) => form.append('files', file, file.name))
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/deliveries' satisfies keyof c.paths)
    request.setRequestHeader('X-XSRF-TOKEN', token())
    request.responseType = 'json'
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new ApiFailure(0, []))
    request.onload = () => {
      if (request.status === 201) return resolve(request.response as c.DeliveryPage)
      if (request.status === 401) onSignedOut()
      reject(failureOf(request.status, request.response))
    }
    request.send(form)
  })
}

/** What a file is called that left under a passphrase. */
const sealedName = (name: string, passphrase?: string | null) => (passphrase ? `${name}.sealed` : name)

/** Hands a file to the person whose request used up a permission: a link could be followed twice. */
function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The address of a file, for a link. */
function address(of: keyof c.paths, path: Record<string, string>, query: Record<string, string> = {}): string {
  const params = { path, query }
  return createFinalURL(of, { baseUrl: '', params, pathSerializer: defaultPathSerializer, querySerializer: createQuerySerializer() })
}

type QueryOf<P extends keyof c.paths> = c.paths[P] extends { get: { parameters: { query?: infer Q } } } ? NonNullable<Q> : never

/** The filters of the clue list, as they also stand in the address bar. */
export type ClueQuery = QueryOf<'/api/v1/runs/{run}/clues'>
export type RunQuery = QueryOf<'/api/v1/runs'>
export type AccountQuery = QueryOf<'/api/v1/administration/accounts'>
export type AuditQuery = QueryOf<'/api/v1/audit/entries'>

/** The server says by its status too that something does not work; what it says is wanted all the same. */
async function health(): Promise<c.Health> {
  const { data, error, response } = await client.GET('/api/v1/health').catch(() => {
    throw new ApiFailure(0, [])
  })
  if (data !== undefined) return data
  if (error !== undefined && 'status' in error) return error as unknown as c.Health
  throw failureOf(response.status, error)
}

export const api = {
  health,
  setup: () => value(client.GET('/api/v1/setup')),
  setUp: (body: c.SetupWish) => value(client.POST('/api/v1/setup', { body })),
  me: () => value(client.GET('/api/v1/session')),
  signIn: (body: c.SignInWish) => value(client.POST('/api/v1/session', { body })),
  signInWays: () => value(client.GET('/api/v1/session/ways')),
  signInByCertificate: () => value(client.POST('/api/v1/session/certificate')),
  askOrganisation: () => value(client.PUT('/api/v1/session/organisation')),
  signInByOrganisation: (body: c.Returned) => value(client.POST('/api/v1/session/organisation', { body })),
  signOut: () => value(client.DELETE('/api/v1/session')),
  pledge: () => value(client.GET('/api/v1/session/pledge')),
  givePledge: (body: c.PledgeGiven) => value(client.PUT('/api/v1/session/pledge', { body })),
  changePassword: (body: c.PasswordWish) => value(client.PUT('/api/v1/session/password', { body })),
  seal: () => value(client.GET('/api/v1/seal')),
  unlock: (body: c.UnlockWish) => value(client.POST('/api/v1/seal/unlocking', { body })),
  readOfMove: () => value(client.PUT('/api/v1/session/move')),
  sessions: () => value(client.GET('/api/v1/session/own')),
  endSession: (id: string) => value(client.DELETE('/api/v1/session/own/{id}', { params: { path: { id } } })),

  codes: () => value(client.GET('/api/v1/session/codes')),
  beginCodes: (password: string) => value(client.POST('/api/v1/session/codes', { body: { password, code: '' } })),
  confirmCodes: (code: string) => value(client.PUT('/api/v1/session/codes', { body: { password: '', code } })),
  endCodes: (body: c.Proof) => value(client.POST('/api/v1/session/codes/end', { body })),

  offices: () => value(client.GET('/api/v1/administration/offices')),
  office: (id: number) => value(client.GET('/api/v1/administration/offices/{id}', { params: { path: { id } } })),
  addOffice: (body: c.OfficeWish) => value(client.POST('/api/v1/administration/offices', { body })),
  renameOffice: (id: number, name: string) =>
    value(client.PUT('/api/v1/administration/offices/{id}/name', { params: { path: { id } }, body: { name } })),
  closeOffice: (id: number, closed: boolean) =>
    value(client.PUT('/api/v1/administration/offices/{id}/closed', { params: { path: { id } }, body: { closed } })),
  addDepartment: (id: number, kind: string) =>
    value(client.POST('/api/v1/administration/offices/{id}/departments', { params: { path: { id } }, body: { kind } })),
  regions: (above: string) => value(client.GET('/api/v1/administration/regions', { params: { query: { above } } })),
  accounts: (query: AccountQuery) => value(client.GET('/api/v1/administration/accounts', { params: { query } })),
  accountTerms: () => value(client.GET('/api/v1/administration/accounts/terms')),
  makeAccount: (body: c.AccountWish) => value(client.POST('/api/v1/administration/accounts', { body })),
  newPassword: (id: number) => value(client.POST('/api/v1/administration/accounts/{id}/password', { params: { path: { id } } })),
  moveAccount: (id: number, department: number) =>
    value(client.PUT('/api/v1/administration/accounts/{id}/department', { params: { path: { id } }, body: { department } })),
  closeAccount: (id: number) => value(client.POST('/api/v1/administration/accounts/{id}/close', { params: { path: { id } } })),
  reopenAccount: (id: number) => value(client.POST('/api/v1/administration/accounts/{id}/reopen', { params: { path: { id } } })),
  unlockAccount: (id: number) => value(client.POST('/api/v1/administration/accounts/{id}/unlock', { params: { path: { id } } })),
  resetCodes: (id: number) => value(client.DELETE('/api/v1/administration/accounts/{id}/codes', { params: { path: { id } } })),
  grantRole: (id: number, role: c.Role) =>
    value(client.PUT('/api/v1/administration/accounts/{id}/roles/{role}', { params: { path: { id, role } } })),
  withdrawRole: (id: number, role: c.Role) =>
    value(client.DELETE('/api/v1/administration/accounts/{id}/roles/{role}', { params: { path: { id, role } } })),

  delegations: (page: number) => value(client.GET('/api/v1/delegations', { params: { query: { page } } })),
  delegationOffer: () => value(client.GET('/api/v1/delegations/offer')),
  lend: (body: c.DelegationWish) => value(client.POST('/api/v1/delegations', { body })),
  endDelegation: (id: number) => value(client.POST('/api/v1/delegations/{id}/end', { params: { path: { id } } })),

  auditEntries: (query: AuditQuery) => value(client.GET('/api/v1/audit/entries', { params: { query } })),
  auditChoices: () => value(client.GET('/api/v1/audit/choices')),
  auditPeople: (beginning: string) => value(client.GET('/api/v1/audit/people', { params: { query: { beginning } } })),
  verifyAudit: (body: c.HeadWish) => value(client.POST('/api/v1/audit/verification', { body })),

  desk: () => value(client.GET('/api/v1/desk')),
  models: () => value(client.GET('/api/v1/models')),
  model: (id: string) => value(client.GET('/api/v1/models/{id}', { params: { path: { id } } })),
  lineage: (id: string) => value(client.GET('/api/v1/models/{id}/lineage', { params: { path: { id } } })),
  modelTests: (model: string) => value(client.GET('/api/v1/models/{model}/tests', { params: { path: { model } } })),
  runModelTests: (model: string) => value(client.POST('/api/v1/models/{model}/tests', { params: { path: { model } } })),
  modelVersions: (model: string) => value(client.GET('/api/v1/models/{model}/versions', { params: { path: { model } } })),
  modelDifference: (model: string, from: string, to: string) => value(client.GET('/api/v1/models/{model}/versions/{from}/{to}', { params: { path: { model, from, to } } })),
  formAddress: (id: string) => address('/api/v1/models/{id}/form', { id }),
  briefAddress: (id: string, lang: string) => address('/api/v1/models/{id}/brief.docx', { id }, { lang }),

  drafts: (page: number) => value(client.GET('/api/v1/drafts', { params: { query: { page } } })),
  draftOrigins: () => value(client.GET('/api/v1/drafts/origins')),
  beginDraft: (body: c.DraftWish) => value(client.POST('/api/v1/drafts', { body })),
  draft: (draft: string) => value(client.GET('/api/v1/drafts/{draft}', { params: { path: { draft } } })),
  saveDraft: (draft: string, body: c.DraftWish) => value(client.PUT('/api/v1/drafts/{draft}', { params: { path: { draft } }, body })),
  removeDraft: (draft: string) => value(client.DELETE('/api/v1/drafts/{draft}', { params: { path: { draft } } })),
  checkDraft: (draft: string, files: c.DraftFile[]) =>
    value(client.POST('/api/v1/drafts/{draft}/check', { params: { path: { draft } }, body: { files } })),
  draftAddress: (draft: string) => address('/api/v1/drafts/{draft}/package.zip', { draft }),
  draftData: (draft: string) => value(client.GET('/api/v1/drafts/{draft}/data', { params: { path: { draft } } })),
  tryDraft: (draft: string, body: c.TrialWish) => value(client.POST('/api/v1/drafts/{draft}/trial', { params: { path: { draft } }, body })),
  trial: (draft: string) => value(client.GET('/api/v1/drafts/{draft}/trial', { params: { path: { draft } } })),
  stopTrial: (draft: string) => value(client.POST('/api/v1/drafts/{draft}/trial/stop', { params: { path: { draft } } })),

  bring: upload,
  delivery: (id: string) => value(client.GET('/api/v1/deliveries/{id}', { params: { path: { id } } })),
  removeDelivery: (id: string) => value(client.DELETE('/api/v1/deliveries/{id}', { params: { path: { id } } })),
  documents: (id: string, query: QueryOf<'/api/v1/deliveries/{id}/documents'>) =>
    value(client.GET('/api/v1/deliveries/{id}/documents', { params: { path: { id }, query } })),
  document: (id: string, no: number) =>
    value(client.GET('/api/v1/deliveries/{id}/documents/{no}', { params: { path: { id, no } } })),
  correct: (id: string, no: number, body: c.CorrectionWish) =>
    value(client.PUT('/api/v1/deliveries/{id}/documents/{no}/corrections', { params: { path: { id, no } }, body })),

  watchedFolders: () => value(client.GET('/api/v1/sources/folders')),
  sourceDatabases: () => value(client.GET('/api/v1/sources/databases')),
  sourceTables: (database: string) =>
    value(client.GET('/api/v1/sources/databases/{database}/tables', { params: { path: { database } } })),
  fetchTable: (database: string, body: c.FetchWish) =>
    value(client.POST('/api/v1/sources/databases/{database}/fetches', { params: { path: { database } }, body })),
  fetched: (fetch: string) => value(client.GET('/api/v1/sources/fetches/{fetch}', { params: { path: { fetch } } })),
  stopFetch: (fetch: string) => value(client.POST('/api/v1/sources/fetches/{fetch}/stop', { params: { path: { fetch } } })),
  contracts: () => value(client.GET('/api/v1/contracts')),
  datasets: (query: QueryOf<'/api/v1/datasets'>) => value(client.GET('/api/v1/datasets', { params: { query } })),
  dataset: (dataset: string) => value(client.GET('/api/v1/datasets/{dataset}', { params: { path: { dataset } } })),
  changeDataset: (dataset: string, body: c.DatasetWish) =>
    value(client.PUT('/api/v1/datasets/{dataset}', { params: { path: { dataset } }, body })),
  destroyDataset: (dataset: string, reason: string) =>
    value(client.POST('/api/v1/datasets/{dataset}/destroy', { params: { path: { dataset } }, body: { reason } })),
  version: (dataset: string, number: number) =>
    value(client.GET('/api/v1/datasets/{dataset}/versions/{number}', { params: { path: { dataset, number } } })),
  stopVersion: (dataset: string, number: number) =>
    value(client.POST('/api/v1/datasets/{dataset}/versions/{number}/stop', { params: { path: { dataset, number } } })),
  destroyVersion: (dataset: string, number: number, reason: string) =>
    value(client.POST('/api/v1/datasets/{dataset}/versions/{number}/destroy', { params: { path: { dataset, number } }, body: { reason } })),
  takeRejected: async (dataset: string, number: number, lang: string, body: c.TakenRows) =>
    save(
      await value(
        client.POST('/api/v1/datasets/{dataset}/versions/{number}/rejected.xlsx', {
          params: { path: { dataset, number }, query: { lang } },
          body,
          parseAs: 'blob',
        }),
      ),
      sealedName(`rejected-${number}.xlsx`, body.passphrase),
    ),
  versionErrorsAddress: (dataset: string, number: number) =>
    address('/api/v1/datasets/{dataset}/versions/{number}/errors.zip', { dataset, number: String(number) }),
  modelData: (model: string) => value(client.GET('/api/v1/models/{model}/data', { params: { path: { model } } })),
  intake: (delivery: string) => value(client.GET('/api/v1/intake/{delivery}', { params: { path: { delivery } } })),
  mapping: (delivery: string, body: c.MappingWish) =>
    value(client.POST('/api/v1/intake/{delivery}/mapping', { params: { path: { delivery } }, body })),
  takeIn: (delivery: string, body: c.IntakeWish) =>
    value(client.POST('/api/v1/intake/{delivery}/import', { params: { path: { delivery } }, body })),

  order: (body: c.RunWish) => value(client.POST('/api/v1/runs', { body })),
  runs: (query: RunQuery) => value(client.GET('/api/v1/runs', { params: { query } })),
  run: (id: string) => value(client.GET('/api/v1/runs/{id}', { params: { path: { id } } })),
  stop: (id: string) => value(client.POST('/api/v1/runs/{id}/stop', { params: { path: { id } } })),
  clues: (run: string, query: ClueQuery) =>
    value(client.GET('/api/v1/runs/{run}/clues', { params: { path: { run }, query } })),
  clue: (run: string, clue: string, query: ClueQuery = {}) =>
    value(client.GET('/api/v1/runs/{run}/clues/{clue}', { params: { path: { run, clue }, query } })),
  comparison: (run: string, query: QueryOf<'/api/v1/runs/{run}/comparison'>) =>
    value(client.GET('/api/v1/runs/{run}/comparison', { params: { path: { run }, query } })),
  schedules: (query: QueryOf<'/api/v1/schedules'>) => value(client.GET('/api/v1/schedules', { params: { query } })),
  schedule: (body: c.ScheduleWish) => value(client.POST('/api/v1/schedules', { body })),
  pauseSchedule: (id: string) => value(client.POST('/api/v1/schedules/{id}/pause', { params: { path: { id } } })),
  resumeSchedule: (id: string) => value(client.POST('/api/v1/schedules/{id}/resume', { params: { path: { id } } })),
  endSchedule: (id: string) => value(client.POST('/api/v1/schedules/{id}/end', { params: { path: { id } } })),
  cluesAddress: (run: string, lang: string) => address('/api/v1/runs/{run}/clues.xlsx', { run }, { lang }),
  openClue: (run: string, clue: string, body: c.OpeningWish) =>
    value(client.POST('/api/v1/runs/{run}/clues/{clue}/opening', { params: { path: { run, clue } }, body })),
  openDocument: (id: string, no: number, body: c.OpeningWish) =>
    value(client.POST('/api/v1/deliveries/{id}/documents/{no}/opening', { params: { path: { id, no } }, body })),
  openingsToday: () => value(client.GET('/api/v1/openings/today')),
  openingRequests: (page: number) => value(client.GET('/api/v1/opening-requests', { params: { query: { page } } })),
  askForMore: (body: c.MoreOpeningsWish) => value(client.POST('/api/v1/opening-requests', { body })),
  askForClues: (run: string, body: c.OpeningWish) =>
    value(client.POST('/api/v1/runs/{run}/opening-requests', { params: { path: { run } }, body })),
  decideOpening: (request: string, body: c.OpeningDecision) =>
    value(client.PUT('/api/v1/opening-requests/{request}/decision', { params: { path: { request } }, body })),
  takeOpenedClues: async (run: string, request: string, lang: string, body: c.TakenFile) =>
    save(
      await value(
        client.POST('/api/v1/runs/{run}/opening-requests/{request}/clues.xlsx', {
          params: { path: { run, request }, query: { lang } },
          body,
          parseAs: 'blob',
        }),
      ),
      sealedName(`clues-${run.slice(0, 8)}.xlsx`, body.passphrase),
    ),

  protectionWeek: () => value(client.GET('/api/v1/protection/week')),
  protectionOpenings: (page: number) => value(client.GET('/api/v1/protection/openings', { params: { query: { page } } })),
  protectionFiles: (page: number) => value(client.GET('/api/v1/protection/files', { params: { query: { page } } })),
  protectionRegister: () => value(client.GET('/api/v1/protection/register')),
  protectionTerms: (page: number) => value(client.GET('/api/v1/protection/terms', { params: { query: { page } } })),
  necessity: (model: string) =>
    value(client.GET('/api/v1/protection/models/{model}/necessity', { params: { path: { model } } })),
  whoSaw: (body: c.PersonWish) => value(client.POST('/api/v1/protection/person-searches', { body })),

  outlineAddress: (run: string, clue: string, lang: string) =>
    address('/api/v1/runs/{run}/clues/{clue}/outline.docx', { run, clue }, { lang }),

  requests: (query: QueryOf<'/api/v1/requests'>) => value(client.GET('/api/v1/requests', { params: { query } })),
  gaps: () => value(client.GET('/api/v1/requests/gaps')),
  proposal: (model: string[], table: string[]) =>
    value(client.GET('/api/v1/requests/proposal', { params: { query: { model, table } } })),
  draftRequest: (body: c.RequestWish) => value(client.POST('/api/v1/requests', { body })),
  request: (id: string) => value(client.GET('/api/v1/requests/{id}', { params: { path: { id } } })),
  changeRequest: (id: string, body: c.RequestWish) =>
    value(client.PUT('/api/v1/requests/{id}', { params: { path: { id } }, body })),
  stepRequest: (id: string, body: c.RequestStep) =>
    value(client.POST('/api/v1/requests/{id}/state', { params: { path: { id } }, body })),
  packAddress: (id: string) => address('/api/v1/requests/{id}/pack.zip', { id }),
  errorsAddress: (id: string) => address('/api/v1/deliveries/{id}/errors.zip', { id }),
  expected: (page: number) => value(client.GET('/api/v1/expected-deliveries', { params: { query: { page } } })),
  expect: (body: c.ExpectedWish) => value(client.POST('/api/v1/expected-deliveries', { body })),
  changeExpected: (id: string, body: c.ExpectedWish) =>
    value(client.PUT('/api/v1/expected-deliveries/{id}', { params: { path: { id } }, body })),
  tickOff: (id: string) =>
    value(client.POST('/api/v1/expected-deliveries/{id}/arrivals', { params: { path: { id } }, body: {} })),
  takeBack: (id: string) =>
    value(client.DELETE('/api/v1/expected-deliveries/{id}/arrivals/latest', { params: { path: { id } } })),
  endExpected: (id: string) => value(client.DELETE('/api/v1/expected-deliveries/{id}', { params: { path: { id } } })),
}
