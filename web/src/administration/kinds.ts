/** The closed lists of this page family, in the order in which they are shown. */
import type { AccountState, Role } from '../api/schema'

export const ADMINISTRATORS: Role[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']

export const ROLES: Role[] = [
  'PROSECUTOR', 'DEPARTMENT_HEAD', 'CHIEF', 'CASE_MANAGEMENT', 'JUVENILE_DESK', 'INSPECTION', 'DIGITAL_OFFICE',
  'DATA_STEWARD', 'PROTECTION_OFFICER', 'DUTY', ...ADMINISTRATORS,
]

export const STATES: AccountState[] = ['OPEN', 'PLEDGE_DUE', 'LOCKED', 'LAPSED', 'CLOSED']
