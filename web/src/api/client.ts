/**
 * The one place through which the pages speak with the server: every call of `/api/v1` is a function of `api`.
 * A refusal is an `ApiFailure` with the problems the server gave; a server that cannot be reached has the status 0.
 */
import type * as c from './contract'

export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly problems: c.Problem[],
  ) {
    super(`server answered ${status}`)
  }
}

/** What is to happen when the session has ended; set once by the application. */
let onSignedOut: () => void = () => undefined
export function whenSignedOut(action: () => void): void {
  onSignedOut = action
}

const BASE = '/api/v1'

function token(): string {
  return /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
}

function failureOf(status: number, body: unknown): ApiFailure {
  const problems = (body as c.Failure | null)?.problems
  return new ApiFailure(status, Array.isArray(problems) ? problems : [])
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = decodeURIComponent(token())
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  let answer: Response
  try {
    answer = await fetch(BASE + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) })
  } catch {
    throw new ApiFailure(0, [])
  }
  const text = await answer.text()
  let value: unknown = null
  try {
    value = text === '' ? null : JSON.parse(text)
  } catch {
    if (answer.ok) throw new ApiFailure(0, [])
  }
  if (!answer.ok) {
    if (answer.status === 401 && path !== '/session') onSignedOut()
    throw failureOf(answer.status, value)
  }
  return value as T
}

type Query = Record<string, string | number | undefined>

function query(values: Query): string {
  const parts = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

const id = encodeURIComponent

/** Sends files with their progress (0 to 1), which `fetch` cannot tell. */
function upload(files: File[], kind: string, progress: (share: number) => void): Promise<c.DeliveryPage> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('kind', kind)
    files.forEach((file) => form.append('files', file, file.name))
    const request = new XMLHttpRequest()
    request.open('POST', `${BASE}/deliveries`)
    request.setRequestHeader('X-XSRF-TOKEN', decodeURIComponent(token()))
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

/** The filters of the clue list, as they also stand in the address bar. */
export interface ClueQuery {
  grade?: string
  rule?: string
  place?: string
  query?: string
  sort?: string
  order?: string
  page?: number
}

export const api = {
  setup: () => call<c.Setup>('GET', '/setup'),
  setUp: (wish: c.SetupWish) => call<c.SetupDone>('POST', '/setup', wish),
  me: () => call<c.Me>('GET', '/session'),
  signIn: (wish: c.SignIn) => call<c.Me>('POST', '/session', wish),
  signOut: () => call<null>('DELETE', '/session'),
  pledge: () => call<c.Pledge>('GET', '/session/pledge'),
  givePledge: (given: c.PledgeGiven) => call<c.Me>('PUT', '/session/pledge', given),
  changePassword: (old: string, password: string) => call<c.Me>('PUT', '/session/password', { old, password }),
  sessions: () => call<c.SessionShown[]>('GET', '/session/own'),
  endSession: (session: string) => call<null>('DELETE', `/session/own/${id(session)}`),

  desk: () => call<c.Desk>('GET', '/desk'),
  models: () => call<c.ModelRow[]>('GET', '/models'),
  model: (model: string) => call<c.ModelPage>('GET', `/models/${id(model)}`),
  formAddress: (model: string) => `${BASE}/models/${id(model)}/form`,

  bring: upload,
  delivery: (delivery: string) => call<c.DeliveryPage>('GET', `/deliveries/${id(delivery)}`),
  removeDelivery: (delivery: string) => call<null>('DELETE', `/deliveries/${id(delivery)}`),
  documents: (delivery: string, page: number) =>
    call<c.Page<c.DocumentRow>>('GET', `/deliveries/${id(delivery)}/documents${query({ page })}`),
  document: (delivery: string, no: number) => call<c.DocumentPage>('GET', `/deliveries/${id(delivery)}/documents/${no}`),
  correct: (delivery: string, no: number, wish: { element: string; value: string | null; reason: string }) =>
    call<c.DocumentPage>('PUT', `/deliveries/${id(delivery)}/documents/${no}/corrections`, wish),

  order: (wish: c.RunWish) => call<c.RunPage>('POST', '/runs', wish),
  runs: (filter: { model?: string; state?: string; page?: number }) =>
    call<c.Page<c.RunRow>>('GET', `/runs${query(filter)}`),
  run: (run: string) => call<c.RunPage>('GET', `/runs/${id(run)}`),
  stop: (run: string) => call<c.RunPage>('POST', `/runs/${id(run)}/stop`),
  clues: (run: string, filter: ClueQuery) =>
    call<c.CluesOfRun>('GET', `/runs/${id(run)}/clues${query({ ...filter })}`),
  clue: (run: string, clue: string, filter: ClueQuery = {}) =>
    call<c.CluePage>('GET', `/runs/${id(run)}/clues/${id(clue)}${query({ ...filter })}`),
  cluesAddress: (run: string, lang: string) => `${BASE}/runs/${id(run)}/clues.xlsx${query({ lang })}`,
  outlineAddress: (run: string, clue: string, lang: string) =>
    `${BASE}/runs/${id(run)}/clues/${id(clue)}/outline.docx${query({ lang })}`,
}
