import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

it('should set no text as markup but what the Markdown renderer made', () => {
  const components = (readdirSync('src', { recursive: true }) as string[]).filter((name) => name.endsWith('.vue'))
  const raw = components.filter((name) => /v-html|innerHTML/.test(readFileSync(join('src', name), 'utf8')))
  expect(components.length).toBeGreaterThan(40)
  expect(raw.map((name) => name.replace(/\\/g, '/'))).toEqual(['shared/MarkdownText.vue'])
})
