/** What a page does at a person's wish: one at a time, and why the server refused. */
import { type Ref, ref, shallowRef } from 'vue'

import type { ApiFailure } from '../api/client'
import { asFailure } from './load'

export interface Act<A extends unknown[]> {
  /** Does it, unless it is being done; the refusal of an earlier try is forgotten. */
  go: (...what: A) => Promise<void>
  busy: Ref<boolean>
  failure: Ref<ApiFailure | null>
}

export function useAct<A extends unknown[]>(work: (...what: A) => Promise<unknown>): Act<A> {
  const busy = ref(false)
  const failure = shallowRef<ApiFailure | null>(null)
  async function go(...what: A): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = null
    try {
      await work(...what)
    } catch (error) {
      failure.value = asFailure(error)
    } finally {
      busy.value = false
    }
  }
  return { go, busy, failure }
}
