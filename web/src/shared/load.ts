/** What a page shows while it fetches: nothing yet, the value, or why there is none. */
import { type Ref, ref, shallowRef } from 'vue'

import { ApiFailure } from '../api/client'

export interface Load<T> {
  value: Ref<T | null>
  failure: Ref<ApiFailure | null>
  busy: Ref<boolean>
  again: () => Promise<void>
}

/** Fetches at once; a later answer of an older question is dropped. The old value stays while a new one is fetched. */
export function useLoad<T>(fetch: () => Promise<T>): Load<T> {
  const value = shallowRef<T | null>(null)
  const failure = shallowRef<ApiFailure | null>(null)
  const busy = ref(false)
  let asked = 0
  async function again(): Promise<void> {
    const mine = ++asked
    busy.value = true
    try {
      const answer = await fetch()
      if (mine !== asked) return
      value.value = answer
      failure.value = null
    } catch (error) {
      if (mine !== asked) return
      failure.value = asFailure(error)
    } finally {
      if (mine === asked) busy.value = false
    }
  }
  void again()
  return { value, failure, busy, again }
}

export function asFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error
  throw error
}
