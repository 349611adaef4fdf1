/** What must hold on every page, in every language, at 1366 x 768. */
import { readdirSync } from 'node:fs'

import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

export type Language = 'zh' | 'en'

/** A message key such as "runs.title" on a page is one that was never translated; the files of words are its families. */
const FAMILIES = readdirSync('../web/src/words/zh').map((file) => file.replace('.json', ''))
const KEY = new RegExp(String.raw`\b(?:${FAMILIES.join('|')})\.[a-zA-Z]\w*`)
const RAW = /\b(?:null|undefined|NaN)\b|\[object |\{\w+\}/

/** Looks at a page as it stands: nothing runs over, nothing is cut off, nothing raw shows, axe finds nothing serious. */
export async function look(page: Page, name: string, language: Language): Promise<void> {
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.waitForFunction(settled)
  await page.screenshot({ path: `results/pictures/${name}.${language}.png` })
  const text = await page.evaluate(said)
  expect(text.match(KEY), `a message key on ${name}`).toBeNull()
  expect(text.match(RAW), `a raw value on ${name}`).toBeNull()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  expect(await page.evaluate(cutOff), `text is cut off on ${name}`).toEqual([])
  // Only what is wrong is written out, and in the page itself: the pages have no frames.
  const axe = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
  const serious = axe.violations.filter((found) => found.impact === 'serious' || found.impact === 'critical')
  expect(serious.map((found) => [found.id, found.nodes.map((node) => node.target.join(' '))]), `axe on ${name}`).toEqual([])
}

/** Runs in the page: whether nothing fades in or out any more; what is half faded has no contrast. */
function settled(): boolean {
  return document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().endTime === Infinity)
}

/** Runs in the page: its text, but for that of an editor, which is a person's own and may hold anything. */
function said(): string {
  const editors = [...document.querySelectorAll<HTMLElement>('.cm-editor')]
  return editors.reduce((text, editor) => text.replace(editor.innerText, ''), document.body.innerText)
}

/** Runs in the page: pieces of text that reach beyond their table cell, or beyond an ancestor that hides what runs over. */
function cutOff(): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || !node.textContent?.trim() || parent.closest('.unseen, .skip, .watermark, script, style, noscript')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    for (let holder: HTMLElement | null = parent; holder !== null && holder !== document.body; holder = holder.parentElement) {
      const style = getComputedStyle(holder)
      const frame = holder.getBoundingClientRect()
      // What scrolls can be reached; a part of it that is scrolled away is not cut off.
      if (/auto|scroll/.test(style.overflowY + style.overflowX)) break
      const hides = /hidden|clip/.test(style.overflowX + style.overflowY)
      const cell = holder.tagName === 'TD' || holder.tagName === 'TH'
      if ((hides || cell) && (box.right > frame.right + 1 || box.left < frame.left - 1 || (hides && box.bottom > frame.bottom + 1))) {
        found.push(node.textContent.trim().slice(0, 60))
        break
      }
    }
  }
  return found
}

/** Follows a link or button and waits for the page it leads to. */
export async function follow(page: Page, link: Locator, to: RegExp): Promise<void> {
  await link.click()
  await expect(page).toHaveURL(to)
}

/** Signs in and waits for the page that comes first. */
export async function signIn(page: Page, account: string, password: string, to = /\/$/): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('#account').fill(account)
  await page.locator('#password').fill(password)
  await follow(page, page.locator('button[type=submit]'), to)
}

/** Opens the pages in a language, as a person who chose it before. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('mingjian.language', chosen), language)
}
