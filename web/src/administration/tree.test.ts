import { expect, it } from 'vitest'

import { treeOf } from './tree'

const office = (id: number, parent: number | null) => ({ id, parent, name: `office ${id}`, level: 'CITY' as const, region: '340200', closed: false, accounts: 0 })

it('should hang each office below the one above', () => {
  const tree = treeOf([office(1, null), office(2, 1), office(3, 2), office(4, 1)])

  expect(tree.map((node) => node.id)).toEqual([1])
  expect(tree[0]?.children.map((node) => node.id)).toEqual([2, 4])
  expect(tree[0]?.children[0]?.children.map((node) => node.id)).toEqual([3])
})

it('should begin with an office whose upper one is not in the list', () => {
  expect(treeOf([office(2, 1), office(3, 2)]).map((node) => node.id)).toEqual([2])
})
