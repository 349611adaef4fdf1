/** For what masked values may be opened. */
import type { OpeningReason } from '../api/schema'

export const REASONS: OpeningReason[] = ['VERIFICATION', 'CASE', 'CHECK']
