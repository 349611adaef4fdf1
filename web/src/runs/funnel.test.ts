import { describe, expect, it } from 'vitest'

import { mostOf, tablesOf, widthOf } from './funnel'

describe('widthOf', () => {
  it('should grow with the rows and end at the whole width', () => {
    const widths = [1, 4, 188, 424, 1_000_000].map((rows) => widthOf(rows, 1_000_000))
    expect([...widths].sort((a, b) => a - b)).toEqual(widths)
    expect(widths[4]).toBe(1)
  })

  it('should be nothing without rows and visible with one', () => {
    expect(widthOf(0, 100)).toBe(0)
    expect(widthOf(1, 10 ** 60)).toBe(0.015)
  })
})

describe('tablesOf', () => {
  it('should show a table once when several steps read it', () => {
    const input = { title: { zh: '判决', en: 'judgment' }, rows: 4, persons: null, delivered: true, from: null, knownUntil: null }
    const other = { ...input, title: { zh: '情节', en: 'circumstance' } }
    expect(tablesOf({ inputs: [input, other, { ...input }], steps: [], rules: [] })).toEqual([input, other])
  })
})

describe('mostOf', () => {
  it('should be the largest of inputs, steps and rules', () => {
    const step = { title: { zh: '', en: '' }, in: 9, kept: 5, unknown: 0, pending: 0 }
    expect(mostOf({ inputs: [], steps: [step], rules: [] })).toBe(9)
    expect(mostOf({ inputs: [], steps: [], rules: [] })).toBe(1)
  })
})
