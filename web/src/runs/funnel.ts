/** The shape of the funnel picture: widths on a scale that shows both a million rows and three. */
import type { FunnelShown } from '../api/schema'

/** A share of the full width between 0 and 1 for a number of rows: logarithmic, and visible as soon as there is one. */
export function widthOf(rows: number, most: number): number {
  if (rows <= 0 || most <= 0) return 0
  return Math.max(0.015, Math.log10(rows + 1) / Math.log10(most + 1))
}

/** The tables that came in: one that several steps read stands several times in the funnel, and is shown once. */
export function tablesOf(funnel: FunnelShown): FunnelShown['inputs'] {
  return [...new Map(funnel.inputs.map((input) => [`${input.title.zh}/${input.rows}`, input])).values()]
}

/** The largest number that the picture has to show. */
export function mostOf(funnel: FunnelShown): number {
  return Math.max(1, ...funnel.inputs.map((input) => input.rows), ...funnel.steps.flatMap((step) => [step.in, step.kept]), ...funnel.rules.map((rule) => rule.hits))
}
