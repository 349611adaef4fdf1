import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { wordsOf } from '../words'

type Tree = { [key: string]: Tree | string }

const SERVER = '../mingjian-server/src/main'
const java = (readdirSync(join(SERVER, 'java'), { recursive: true }) as string[])
  .filter((name) => name.endsWith('.java'))
  .map((name) => readFileSync(join(SERVER, 'java', name), 'utf8'))
const messages = readdirSync(join(SERVER, 'resources/messages'))
  .filter((name) => name.endsWith('_en.properties'))
  .flatMap((name) => readFileSync(join(SERVER, 'resources/messages', name), 'utf8').split('\n').map((line) => `${name.replace('_en.properties', '')}.${line.split('=')[0]?.trim()}`))

/** What is said of a path below the words of the audit; both languages have the same keys (`words/words.test.ts`). */
const audit = wordsOf('zh').audit as Tree
const said = (path: string) => path.split('.').reduce<Tree | string | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), audit)
const unsaid = (paths: string[]) => [...new Set(paths)].filter((path) => typeof said(path) !== 'string')

/** What stands between the bracket at a place and the one that closes it. */
function bracket(text: string, from: number): string {
  let open = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') open++
    if (text[i] === ')' && --open === 0) return text.slice(from, i)
  }
  return text.slice(from)
}

const made = java.flatMap((text) => [...text.matchAll(/\bAct\.of\(/g)].map((match) => bracket(text, match.index + match[0].length - 1)))
const found = (texts: string[], pattern: RegExp) => texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
const NAME = /"([a-z]+\.[a-z-]+)"/g

/** Acts that are named where they are made, and those of the same families whose name is handed on before. */
const direct = found(made, NAME)
const families = new Set([...direct.map((name) => name.split('.')[0] ?? ''), ...Object.keys(said('act') as Tree)])
const handed = found(java, NAME).filter((name) => families.has(name.split('.')[0] ?? '') && !messages.includes(name) && !/-$|\.(json|csv|yaml)$/.test(name))
const written = [...new Set([...direct, ...handed])]

describe('words of the audit', () => {
  it('should say every act that the server writes, and no other', () => {
    const acts = Object.entries(said('act') as Tree).flatMap(([family, names]) => Object.keys(names).map((name) => `${family}.${name}`))
    expect(written.length).toBeGreaterThan(70)
    expect(acts.sort()).toEqual(written.sort())
  })

  it('should say the object of every act', () => {
    const objects = found(made, /,\s*"([a-z-]+)"/g)
    expect(objects.length).toBeGreaterThan(40)
    expect(unsaid(objects.map((name) => `object.${name}`))).toEqual([])
  })

  it('should say every detail of an act', () => {
    const keys = found(java.filter((text) => text.includes('Act')), /\.with\(\s*"(\w+)"/g)
    expect(keys.length).toBeGreaterThan(40)
    expect(unsaid([...keys, 'file', 'rows'].map((key) => `detail.${key}`))).toEqual([])
  })

  it('should say the words by which a detail is told', () => {
    const schema = JSON.parse(readFileSync('../mingjian-server/openapi.json', 'utf8')) as { components: { schemas: Record<string, { enum?: string[] }> } }
    const told: [string, string][] = [
      ['kind', 'DeliveryKind'], ['kind', 'OpeningKind'], ['kind', 'OpeningRequestKind'], ['reason', 'OpeningReason'], ['purpose', 'Purpose'], ['occasion', 'Occasion'],
      ['rhythm', 'Rhythm'], ['sharedWith', 'Sharing'], ['to', 'RequestState'], ['way', 'Way'], ['way', 'DeliveryWay'], ['result', 'Flaw'],
    ]
    for (const [key, name] of told) {
      const values = schema.components.schemas[name]?.enum ?? []
      expect(values, name).not.toEqual([])
      expect(unsaid(values.map((value) => `value.${key}.${value}`))).toEqual([])
    }
  })
})
