/** Runs beside one another, runs ordered ahead, where clues come from, and the list of clues by keyboard and on paper. */
import { expect, test, type Page } from '@playwright/test'

import { follow, type Language, look, signIn, speak } from './look'
import { told } from './told'

const ACCOUNT = told('MINGJIAN_ACCOUNT')
const PASSWORD = told('MINGJIAN_PASSWORD')
const FORM = 'files/form.xlsx'
const MODEL = 'judgment-against-itself'

async function order(page: Page): Promise<void> {
  await expect(page.locator('#purpose-text')).toBeVisible({ timeout: 120_000 })
  await follow(page, page.locator('form button[type=submit]'), /\/runs\/[^/]+$/)
  await expect(page.locator('a[href$="/clues"]').first()).toBeVisible({ timeout: 300_000 })
}

/** The page as it would be printed on A4. */
async function onPaper(page: Page, name: string, language: Language): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.screenshot({ path: `results/pictures/${name}.${language}.png`, fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name} is too wide for paper`).toBeLessThanOrEqual(0)
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 1366, height: 768 })
}

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await speak(page, language)
      page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
      page.on('dialog', (dialog) => void dialog.accept())
      await signIn(page, ACCOUNT, PASSWORD)
    })

    test('two runs are compared, and a schedule is made, paused and ended', async ({ page }) => {
      await page.goto(`/bring?model=${MODEL}`)
      await page.locator('input[type=file]').setInputFiles(FORM)
      await follow(page, page.locator('form button[type=submit]'), /\/deliveries\//)
      const delivery = page.url()
      await order(page)
      await page.goto(delivery)
      await order(page)
      const run = page.url()
      await look(page, 'run-with-others', language)
      await follow(page, page.locator('a[href*="/comparison"]').first(), /\/comparison\?earlier=/)
      await look(page, 'comparison', language)
      await follow(page, page.locator('a[href*="kind=SAME"]'), /kind=SAME/)
      await expect(page.locator('table.compared tbody tr').first()).toBeVisible()
      await look(page, 'comparison-same', language)

      await page.goto(run)
      await follow(page, page.locator('a[href*="/schedules/new"]'), /\/schedules\/new\?run=/)
      await look(page, 'schedule-new', language)
      await page.locator('input[name=occasion][value=MONTHLY]').check()
      await page.locator('input[name=on]').last().check()
      await look(page, 'schedule-monthly', language)
      await follow(page, page.locator('form button[type=submit]'), /\/schedules$/)
      const line = page.locator('table.schedules tbody tr').first()
      await expect(line).toContainText(language === 'zh' ? '最新的数据资源' : 'newest datasets')
      await look(page, 'schedules', language)
      await line.locator('button').first().click()
      await expect(line.locator('.tag.warn')).toBeVisible()
      await line.locator('button').first().click()
      await expect(line.locator('.tag.good')).toBeVisible()
      const active = await page.locator('table.schedules .tag.good').count()
      await line.locator('button').last().click()
      await expect(page.locator('table.schedules .tag.good')).toHaveCount(active - 1)
      await look(page, 'schedules-ended', language)
    })

    test('the page of a model shows where its clues come from', async ({ page }) => {
      await page.goto('/models/pollution-tax')
      await expect(page.locator('#lineage .node.RULE')).toBeVisible()
      await page.locator('#lineage').scrollIntoViewIfNeeded()
      await look(page, 'model-lineage', language)
      await page.locator('#lineage select').selectOption({ index: 2 })
      await expect(page.locator('#lineage svg path').first()).toBeAttached()
      await look(page, 'model-lineage-other', language)
    })

    test('the list of clues is gone through by keys, and printed', async ({ page }) => {
      await page.goto(`/runs?model=${MODEL}&state=DONE`)
      await follow(page, page.locator('table tbody a').first(), /\/runs\/[^/]+$/)
      await follow(page, page.locator('a[href$="/clues"]').first(), /\/clues$/)
      await expect(page.locator('table.clues tbody tr').first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await expect(page.locator('table.clues tbody tr').first().locator('a')).toBeFocused()
      await look(page, 'clues-by-key', language)
      await onPaper(page, 'clues-on-paper', language)
      await page.locator('table.clues tbody a').first().focus()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/clues\/[^/?]+/)
      await expect(page.locator('h1')).toBeVisible()
      await onPaper(page, 'clue-on-paper', language)
    })
  })
}
