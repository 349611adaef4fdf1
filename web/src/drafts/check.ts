/** Asks for a check soon after the last key, one at a time; the answer of an older text is followed by another check. */
import { onUnmounted, type Ref, ref, shallowRef, watch } from 'vue'

import { api, type ApiFailure } from '../api/client'
import type { DraftFile, DraftProblem } from '../api/schema'
import { asFailure } from '../shared/load'

const PAUSE = 450
const BUSY = 429

export interface Check {
  problems: Ref<DraftProblem[]>
  failure: Ref<ApiFailure | null>
  /** Whether the problems are those of the text as it stands. */
  current: Ref<boolean>
}

export function useCheck(id: string, files: Ref<DraftFile[]>): Check {
  const problems = shallowRef<DraftProblem[]>([])
  const failure = shallowRef<ApiFailure | null>(null)
  const current = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false

  function soon() {
    current.value = false
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), PAUSE)
  }

  async function ask() {
    if (asking) return soon()
    asking = true
    const asked = files.value
    try {
      problems.value = await api.checkDraft(id, asked)
      failure.value = null
      current.value = asked === files.value
    } catch (error) {
      const refused = asFailure(error)
      if (refused.status === BUSY) soon()
      else failure.value = refused
    } finally {
      asking = false
    }
  }

  watch(files, () => {
    if (files.value.length > 0) soon()
  })
  onUnmounted(() => clearTimeout(timer))
  return { problems, failure, current }
}
