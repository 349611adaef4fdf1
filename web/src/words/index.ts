/**
 * The words of the pages: one file a page family and language (`zh/runs.json` holds `runs.*`). Chinese is the default;
 * the choice is kept on this computer.
 */
import { computed } from 'vue'
import { createI18n } from 'vue-i18n'

import type { Words } from '../api/schema'

export type Language = 'zh' | 'en'
type Family = Record<string, unknown>

const files = import.meta.glob<Family>('./{zh,en}/*.json', { eager: true, import: 'default' })

export function wordsOf(language: Language): Record<string, Family> {
  const families: Record<string, Family> = {}
  for (const [path, family] of Object.entries(files)) {
    const [, folder, name] = /^\.\/(\w+)\/(\w+)\.json$/.exec(path) ?? []
    if (folder === language && name !== undefined) families[name] = family
  }
  return families
}

const KEY = 'mingjian.language'

function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: typeof localStorage === 'undefined' ? 'zh' : remembered(),
  fallbackLocale: false as const,
  messages: { zh: wordsOf('zh'), en: wordsOf('en') },
})

export const language = computed<Language>(() => i18n.global.locale.value as Language)

export function speak(next: Language): void {
  i18n.global.locale.value = next
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // A browser that keeps nothing forgets the choice at the next visit.
  }
}

/** Content that came in both languages, in the language of the page. */
export function say(words: Words | null | undefined): string {
  return words === null || words === undefined ? '' : words[language.value] || words.zh
}
