/**
 * Places in a text. The server counts positions in code points; a JavaScript string counts UTF-16 units, in which a rare
 * character of a name takes two. Everything here counts code points.
 */
export interface Mark {
  id: string
  start: number
  end: number
}

/** A stretch of text with the marks that cover all of it, the shortest first. */
export interface Piece {
  text: string
  marks: string[]
}

/** Cuts a text at every begin and end of a mark. Marks outside the text are cut off at its end. */
export function piecesOf(text: string, marks: Mark[]): Piece[] {
  const points = Array.from(text)
  const within = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(points.length, mark.end) }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const cuts = [...new Set([0, points.length, ...within.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? points.length
    return { text: points.slice(start, end).join(''), marks: within.filter((mark) => mark.start <= start && end <= mark.end).map((mark) => mark.id) }
  })
}

/** Where the sentence stands that holds a position; null when the text does not have it there. */
export function sentenceAt(text: string, sentence: string, position: number): { start: number; end: number } | null {
  const points = Array.from(text)
  const length = Array.from(sentence).length
  const from = Math.max(0, position - length)
  const before = points.slice(from, position + length).join('')
  const at = before.indexOf(sentence)
  if (at < 0) return null
  const start = from + Array.from(before.slice(0, at)).length
  return start <= position && position < start + length ? { start, end: start + length } : null
}
