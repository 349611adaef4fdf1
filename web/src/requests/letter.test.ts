import { describe, expect, it } from 'vitest'

import type { RequestProposal } from '../api/schema'
import { fresh, proposed, wish } from './letter'

const words = { zh: '', en: '' }
const basis = (citation: string, ways: string[], lines: string[]) => ({ citation, law: citation, title: '', article: '1', label: '', text: '', verified: true, checkedUntil: '2024-12-31', ways, lines, when: words })
const proposal: RequestProposal = {
  models: [{ id: 'm', name: words }],
  lines: ['civil'],
  tables: [],
  owners: [{ id: 'court', name: words }],
  bases: [basis('all', ['shared', 'obtained'], ['civil', 'criminal']), basis('civil', ['obtained'], ['civil']), basis('criminal', ['obtained'], ['criminal'])],
  regions: [{ id: '340207', name: words }],
  periodFrom: '2024-01-01',
  periodUntil: '2024-12-31',
  due: '2025-01-31',
  contact: 'x',
}

describe('letter', () => {
  it('should propose the bases that fit the way and the line', () => {
    expect(proposed(proposal, 'SHARED')).toEqual(['all'])
    expect(proposed(proposal, 'OBTAINED')).toEqual(['all', 'civil'])
    expect(proposed(proposal, 'PUBLIC')).toEqual([])
  })

  it('should send no day where none was written', () => {
    const draft = { ...fresh(proposal, { purpose: 'p', handingOver: 'h' }), due: '' }
    expect(wish(draft).due).toBeNull()
    expect(wish(draft).periodFrom).toBe('2024-01-01')
    expect(wish(draft).models).toEqual(['m'])
  })
})
