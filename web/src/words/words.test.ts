import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { wordsOf } from '.'

type Tree = { [key: string]: unknown }

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as Tree, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

const zh = keysOf(wordsOf('zh')).sort()
const en = keysOf(wordsOf('en')).sort()

const sources = (readdirSync('src', { recursive: true }) as string[])
  .filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }))

/** Keys written out, such as 'runs.list'; and the fixed beginnings of composed keys. */
function used(pattern: RegExp): { name: string; key: string }[] {
  return sources.flatMap(({ name, text }) => [...text.matchAll(pattern)].map((match) => ({ name, key: match[1] ?? '' })))
}

describe('words', () => {
  it('should be the same keys in both languages', () => {
    expect(zh.length).toBeGreaterThan(100)
    expect(en).toEqual(zh)
  })

  it('should exist when a page uses them', () => {
    const families = Object.keys(wordsOf('zh')).join('|')
    const written = used(new RegExp(`'((?:${families})\\.[\\w.]+)'`, 'g'))
    expect(written.length).toBeGreaterThan(50)
    expect(written.filter(({ key }) => !zh.includes(key))).toEqual([])
  })

  it('should exist for the beginnings of composed keys', () => {
    const composed = used(/\bt\(\s*`([^`$]+)\$\{/g)
    expect(composed.length).toBeGreaterThan(3)
    expect(composed.filter(({ key }) => !zh.some((word) => word.startsWith(key)))).toEqual([])
  })

  it('should be used when they are written', () => {
    const all = sources.map(({ text }) => text).join('\n')
    const beginnings = used(/`([a-z]+\.[^`$]*)\$\{/g).map(({ key }) => key)
    const idle = zh.filter((key) => !all.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)))
    expect(idle).toEqual([])
  })

  it('should have the same placeholders in both languages', () => {
    const counted = ['law.inserted'] // Chinese says the inserted number in characters
    const holes = (tree: Tree, key: string) => {
      const text = key.split('.').reduce<unknown>((node, part) => (node as Tree)[part], tree) as string
      return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()
    }
    for (const key of zh.filter((one) => !counted.includes(one))) expect(holes(wordsOf('en'), key), key).toEqual(holes(wordsOf('zh'), key))
  })
})
