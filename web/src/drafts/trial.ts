/** A trial of a draft: begun, asked how far it is until it has ended, stopped. */
import { onUnmounted, type Ref, shallowRef } from 'vue'

import { api } from '../api/client'
import type { TrialPage, TrialWish } from '../api/schema'
import { type Act, useAct } from '../shared/act'

const PAUSE = 700

export interface Trying {
  trial: Ref<TrialPage | null>
  begin: Act<[TrialWish]>
  stop: Act<[]>
}

export const goesOn = (trial: TrialPage | null) => trial !== null && (trial.state === 'WAITING' || trial.state === 'RUNNING')

/** @param save saves what is not saved: a trial is of what was saved last */
export function useTrial(id: string, save: () => Promise<void>): Trying {
  const trial = shallowRef<TrialPage | null>(null)
  let left = false
  const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE))

  const begin = useAct(async (wish: TrialWish) => {
    await save()
    trial.value = await api.tryDraft(id, wish)
    while (!left && goesOn(trial.value)) {
      await pause()
      if (!left) trial.value = await api.trial(id)
    }
  })
  const stop = useAct(async () => {
    trial.value = await api.stopTrial(id)
  })
  onUnmounted(() => {
    left = true
  })
  return { trial, begin, stop }
}
