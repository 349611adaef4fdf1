/** Who is signed in. */
import { defineStore } from 'pinia'

import { api, ApiFailure } from '../api/client'
import type { Me, Role } from '../api/schema'

/** Roles that run models and read clues. */
const READERS: Role[] = ['PROSECUTOR', 'DEPARTMENT_HEAD', 'CHIEF', 'CASE_MANAGEMENT', 'JUVENILE_DESK', 'INSPECTION', 'DIGITAL_OFFICE']

export const useSession = defineStore('session', {
  state: () => ({ me: null as Me | null, asked: false }),
  getters: {
    /** Administrators, stewards and protection officers see no clues. */
    readsClues: (state) => state.me !== null && state.me.roles.some((role) => READERS.includes(role)),
    /** Takes data in for the office. */
    stewards: (state) => state.me?.roles.includes('DATA_STEWARD') ?? false,
    /** Sees which data there are. */
    readsData(): boolean {
      return this.readsClues || this.stewards
    },
    /** Looks at which data there are, without their rows. */
    seesCatalogue(): boolean {
      return this.readsData || (this.me?.roles.includes('PROTECTION_OFFICER') ?? false)
    },
  },
  actions: {
    /** Whether this person holds a role, of their own or lent. */
    holds(role: Role): boolean {
      return this.me?.roles.includes(role) ?? false
    },
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
