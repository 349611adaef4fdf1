/** Offices as a tree for the eye, from the list of rows that name the one above. */
import type { OfficeRow } from '../api/schema'

export interface OfficeNode {
  id: number
  label: string
  closed: boolean
  children: OfficeNode[]
}

export function treeOf(rows: OfficeRow[]): OfficeNode[] {
  const nodes = new Map(rows.map((row) => [row.id, { id: row.id, label: row.name, closed: row.closed, children: [] as OfficeNode[] }]))
  const roots: OfficeNode[] = []
  for (const row of rows) {
    const node = nodes.get(row.id)
    if (node === undefined) continue
    const above = row.parent === null ? undefined : nodes.get(row.parent)
    if (above === undefined) roots.push(node)
    else above.children.push(node)
  }
  return roots
}
