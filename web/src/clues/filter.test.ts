import { describe, expect, it } from 'vitest'

import { filterOf, orderOf } from './filter'

describe('filterOf', () => {
  it('should count pages from nought when the address counts from one', () => {
    expect(filterOf({ page: '3', grade: 'A' })).toEqual({ grade: 'A', page: 2 })
    expect(filterOf({ page: '1' })).toEqual({})
  })

  it('should leave out what is no single text when an address was tampered with', () => {
    expect(filterOf({ grade: ['A', 'B'], page: '-4', rule: null, other: 'x', query: '累犯' })).toEqual({ query: '累犯' })
  })
})

describe('orderOf', () => {
  it('should drop the page', () => {
    expect(orderOf({ page: '3', sort: 'clock' })).toEqual({ sort: 'clock' })
  })
})
