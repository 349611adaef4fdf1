/** How the seal of the installation stands: asked while somebody is signed in, and again until it is open. */
import { defineStore } from 'pinia'

import { api } from '../api/client'
import type { SealState } from '../api/schema'

/** Somebody elsewhere may unlock it meanwhile. */
const AGAIN_MS = 20_000

export const useSeal = defineStore('seal', {
  state: () => ({ state: 'NONE' as SealState, timer: 0 }),
  actions: {
    take(state: SealState): void {
      window.clearTimeout(this.timer)
      this.state = state
      if (state === 'LOCKED') this.timer = window.setTimeout(() => void this.ask(), AGAIN_MS)
    },
    /** Who cannot be told sees no notice: every page works without. */
    async ask(): Promise<void> {
      try {
        this.take((await api.seal()).state)
      } catch {
        this.take('NONE')
      }
    },
  },
})
