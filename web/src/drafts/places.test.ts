import { describe, expect, it } from 'vitest'

import { offsetOf, stretchAt } from './places'

const TEXT = 'id: a\ntitle: {zh: 𠮷野家, en: b}\n\nwhere: fin >= :least'

describe('offsetOf', () => {
  it('should count lines and columns from one', () => {
    expect(offsetOf(TEXT, 1, 1)).toBe(0)
    expect(TEXT.slice(offsetOf(TEXT, 4, 8), offsetOf(TEXT, 4, 11))).toBe('fin')
  })

  it('should count characters beyond the basic plane once', () => {
    expect(TEXT.slice(offsetOf(TEXT, 2, 13))).toMatch(/^𠮷野家/)
    expect(TEXT.slice(offsetOf(TEXT, 2, 18))).toMatch(/^en: b/)
  })

  it('should stay within the text', () => {
    expect(offsetOf(TEXT, 99, 1)).toBe(TEXT.length)
    expect(TEXT[offsetOf(TEXT, 1, 99)]).toBe('\n')
    expect(offsetOf(TEXT, 0, 0)).toBe(0)
  })
})

describe('stretchAt', () => {
  it('should be the word at the place', () => {
    const found = stretchAt(TEXT, 4, 8)
    expect(TEXT.slice(found.from, found.to)).toBe('fin')
  })

  it('should be the rest of the line where no word begins', () => {
    const found = stretchAt(TEXT, 2, 8)
    expect(TEXT.slice(found.from, found.to)).toBe('{zh: 𠮷野家, en: b}')
  })

  it('should be empty on an empty line', () => {
    const found = stretchAt(TEXT, 3, 1)
    expect(found.from).toBe(found.to)
  })
})
