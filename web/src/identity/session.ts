/** Who is signed in. */
import { defineStore } from 'pinia'

import { api, ApiFailure } from '../api/client'
import type { Me, Role } from '../api/contract'

/** Roles that run models and read clues. */
const READERS: Role[] = ['PROSECUTOR', 'DEPARTMENT_HEAD', 'CHIEF', 'CASE_MANAGEMENT', 'JUVENILE_DESK', 'INSPECTION', 'DIGITAL_OFFICE']

export const useSession = defineStore('session', {
  state: () => ({ me: null as Me | null, asked: false }),
  getters: {
    /** Administrators, stewards and protection officers see no clues. */
    readsClues: (state) => state.me !== null && state.me.roles.some((role) => READERS.includes(role)),
  },
  actions: {
    /** Asks the server once who this is. */
    async ask(): Promise<void> {
      if (this.asked) return
      try {
        this.me = await api.me()
      } catch (error) {
        if (!(error instanceof ApiFailure) || error.status !== 401) throw error
        this.me = null
      }
      this.asked = true
    },
    take(me: Me | null): void {
      this.me = me
      this.asked = true
    },
    async signOut(): Promise<void> {
      await api.signOut()
      this.take(null)
    },
  },
})
