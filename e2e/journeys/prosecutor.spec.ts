/** A first-time prosecutor: from sign-in to the outline of a clue, on a filled form and on judgments. */
import { expect, test, type Page } from '@playwright/test'

import { type Language, look, speak } from './look'

const ACCOUNT = process.env.MINGJIAN_ACCOUNT ?? 'zhang'
const PASSWORD = process.env.MINGJIAN_PASSWORD ?? 'sample'
const FORM = process.env.MINGJIAN_FORM ?? 'files/form.xlsx'
const JUDGMENTS = ['files/judgment-1.txt', 'files/judgment-2.txt']
const MODEL = 'judgment-against-itself'

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('#account').fill(ACCOUNT)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  await expect(page).toHaveURL(/\/$/)
}

/** Orders a run of the model that the page proposes, and waits for its end. */
async function order(page: Page, language: Language, name: string): Promise<void> {
  const run = page.locator('#purpose-text')
  await expect(run).toBeVisible({ timeout: 60_000 })
  await look(page, `${name}-delivery`, language)
  await page.locator('form button[type=submit]').click()
  await expect(page).toHaveURL(/\/runs\/[^/]+$/)
  await look(page, `${name}-run-begins`, language)
  await expect(page.locator('a[href$="/clues"]')).toBeVisible({ timeout: 90_000 })
  await look(page, `${name}-run-done`, language)
}

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await speak(page, language)
      page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
    })

    test('a wrong password is told, a right one opens the desk', async ({ page }) => {
      await page.goto('/sign-in')
      await look(page, 'sign-in', language)
      await page.locator('#account').fill(ACCOUNT)
      await page.locator('#password').fill('not the password')
      await page.locator('button[type=submit]').click()
      await expect(page.getByRole('alert')).toBeVisible()
      await look(page, 'sign-in-refused', language)
      await signIn(page)
      await look(page, 'desk', language)
      await page.goto('/account')
      await look(page, 'account', language)
    })

    test('the three doors lead to a model', async ({ page }) => {
      await signIn(page)
      await page.locator('a[href="/start"]').first().click()
      await look(page, 'start-have', language)
      await page.locator('#door-suspect').click()
      await look(page, 'start-suspect', language)
      await page.locator('#door-body').click()
      await look(page, 'start-body', language)
      await page.locator(`a[href="/models/${MODEL}"]`).first().click()
      await look(page, 'model', language)
      for (const rule of await page.locator('details.rule > summary').all()) await rule.click()
      await look(page, 'model-open', language)
    })

    test('a filled form becomes clues, and a clue an outline', async ({ page }) => {
      await signIn(page)
      await page.goto(`/bring?model=${MODEL}`)
      await page.locator('input[type=file]').setInputFiles(FORM)
      await look(page, 'bring', language)
      await page.locator('form button[type=submit]').click()
      await expect(page).toHaveURL(/\/deliveries\//)
      await order(page, language, 'form')
      await page.locator('a[href$="/clues"]').click()
      await look(page, 'clues', language)
      await page.locator('th.clock button').click()
      await expect(page).toHaveURL(/sort=clock/)
      await page.locator('form[role=search] select').first().selectOption('B')
      await expect(page).toHaveURL(/grade=B/)
      await look(page, 'clues-filtered', language)
      await page.locator('table.clues tbody a').first().click()
      await expect(page).toHaveURL(/\/clues\/[^/?]+\?.*grade=B/)
      await look(page, 'clue', language)
      const title = await page.locator('h1').innerText()
      await page.keyboard.press('ArrowRight')
      await expect(page.locator('h1')).not.toHaveText(title)
      await look(page, 'clue-next', language)
      await page.keyboard.press('ArrowLeft')
      await expect(page.locator('h1')).toHaveText(title)
      const download = page.waitForEvent('download')
      await page.locator('a[href*="outline.docx"]').click()
      expect(await (await download).failure()).toBeNull()
      await page.goto('/runs')
      await look(page, 'runs', language)
    })

    test('judgments become elements beside their text, and clues', async ({ page }) => {
      await signIn(page)
      await page.goto('/bring?kind=criminal-judgment')
      await page.locator('input[type=file]').setInputFiles(JUDGMENTS)
      await page.locator('form button[type=submit]').click()
      await expect(page).toHaveURL(/\/deliveries\//)
      await expect(page.locator('#purpose-text')).toBeVisible({ timeout: 60_000 })
      const delivery = page.url()
      await page.locator('a[href$="/documents"]').click()
      await look(page, 'documents', language)
      await page.locator('table tbody a').first().click()
      await look(page, 'document', language)
      const element = page.locator('.elements li').nth(8)
      await element.hover()
      await expect(page.locator('.text .active').first()).toBeInViewport()
      await look(page, 'document-marked', language)
      await element.locator('button').click()
      await page.locator('#correct-reason').fill(language === 'zh' ? '看错了字' : 'a character was misread')
      await look(page, 'document-correction', language)
      await page.locator('button[form=correction]').click()
      await expect(page.locator('.elements .tag.good')).not.toHaveCount(0)
      await page.goto(delivery)
      await order(page, language, 'judgments')
    })

    test('what is not there and what is not yours looks the same', async ({ page }) => {
      await signIn(page)
      await page.goto('/runs/nobody-has-this')
      await expect(page.getByRole('alert')).toBeVisible()
      await look(page, 'not-yours', language)
      await page.goto('/no/such/page')
      await look(page, 'no-such-page', language)
    })
  })
}
