/** Places in a text as the check names them, line and column from 1 in code points, and as an editor counts them. */

/** Where a place lies, in UTF-16 units from the start; a place beyond the text is brought back into it. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  const whole = text.slice(start, end < 0 ? text.length : end)
  return start + [...whole].slice(0, Math.max(0, column - 1)).join('').length
}

/** The stretch that is marked for a problem: the word that begins there, or the rest of the line. */
export function stretchAt(text: string, line: number, column: number): { from: number; to: number } {
  const from = offsetOf(text, Math.max(1, line), column)
  const end = text.indexOf('\n', from)
  const rest = text.slice(from, end < 0 ? text.length : end)
  const word = /^[\p{L}\p{N}_@.:-]+/u.exec(rest)?.[0] ?? rest
  return { from, to: from + word.length }
}
