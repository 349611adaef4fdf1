/** Filter, order and page of a clue list, as they stand in the address bar: whoever gets the address sees the same list. */
import type { LocationQuery } from 'vue-router'

import type { ClueQuery } from '../api/client'

const NAMES = ['grade', 'rule', 'place', 'query', 'sort', 'order'] as const

/** The address counts pages from 1, the server from 0. Anything that is no single text is left out. */
export function filterOf(query: LocationQuery): ClueQuery {
  const filter: ClueQuery = {}
  for (const name of NAMES) {
    const value = query[name]
    if (typeof value === 'string' && value !== '') filter[name] = value
  }
  const page = Number(query.page)
  if (Number.isInteger(page) && page > 1) filter.page = page - 1
  return filter
}

/** The same list without its page: what previous and next of a clue follow. */
export function orderOf(query: LocationQuery): ClueQuery {
  const { page: _, ...order } = filterOf(query)
  return order
}
