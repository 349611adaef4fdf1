import { describe, expect, it } from 'vitest'

import { piecesOf, sentenceAt } from './marks'

describe('piecesOf', () => {
  it('should cut at code points when a character takes two units', () => {
    const pieces = piecesOf('被告人𠮷某犯盗窃罪', [{ id: 'name', start: 3, end: 5 }])
    expect(pieces).toEqual([
      { text: '被告人', marks: [] },
      { text: '𠮷某', marks: ['name'] },
      { text: '犯盗窃罪', marks: [] },
    ])
  })

  it('should name the shorter mark first when marks lie in one another', () => {
    const pieces = piecesOf('判处有期徒刑八个月。', [
      { id: 'whole', start: 0, end: 9 },
      { id: 'months', start: 6, end: 9 },
    ])
    expect(pieces.map((piece) => [piece.text, piece.marks])).toEqual([
      ['判处有期徒刑', ['whole']],
      ['八个月', ['months', 'whole']],
      ['。', []],
    ])
  })

  it('should give the text whole when marks lie outside or are empty', () => {
    const pieces = piecesOf('甲乙', [
      { id: 'late', start: 5, end: 9 },
      { id: 'empty', start: 1, end: 1 },
    ])
    expect(pieces).toEqual([{ text: '甲乙', marks: [] }])
  })
})

describe('sentenceAt', () => {
  it('should find the sentence around the position when the same sentence stands twice', () => {
    expect(sentenceAt('𠮷。判三年。判三年。', '判三年。', 7)).toEqual({ start: 6, end: 10 })
    expect(sentenceAt('𠮷。判三年。判三年。', '判三年。', 3)).toEqual({ start: 2, end: 6 })
  })

  it('should be nothing when the text does not have the sentence there', () => {
    expect(sentenceAt('甲。乙。', '丙。', 1)).toBeNull()
  })
})
