/** A first-time prosecutor: from sign-in to the outline of a clue, on a filled form and on judgments. */
import { readFileSync } from 'node:fs'

import { expect, test, type Page } from '@playwright/test'

import { follow, type Language, look, signIn, speak } from './look'
import { told } from './told'

const ACCOUNT = told('MINGJIAN_ACCOUNT')
const PASSWORD = told('MINGJIAN_PASSWORD')
const FORM = 'files/form.xlsx'
const JUDGMENTS = ['files/judgment-1.txt', 'files/judgment-2.txt']
const MODEL = 'judgment-against-itself'

/** Orders a run of the model that the page proposes, and waits for its end. */
async function order(page: Page, language: Language, name: string): Promise<void> {
  const run = page.locator('#purpose-text')
  await expect(run).toBeVisible({ timeout: 120_000 })
  await look(page, `${name}-delivery`, language)
  await follow(page, page.locator('form button[type=submit]'), /\/runs\/[^/]+$/)
  await look(page, `${name}-run-begins`, language)
  await expect(page.locator('a[href$="/clues"]')).toBeVisible({ timeout: 300_000 })
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
      await signIn(page, ACCOUNT, PASSWORD)
      await look(page, 'desk', language)
      await page.goto('/account')
      await look(page, 'account', language)
    })

    test('the three doors lead to a model', async ({ page }) => {
      await signIn(page, ACCOUNT, PASSWORD)
      await follow(page, page.locator('a[href="/start"]').first(), /\/start$/)
      await look(page, 'start-have', language)
      await follow(page, page.locator('#door-suspect'), /door=suspect/)
      await look(page, 'start-suspect', language)
      await follow(page, page.locator('#door-body'), /door=body/)
      await look(page, 'start-body', language)
      await follow(page, page.locator(`a[href="/models/${MODEL}"]`).first(), /\/models\//)
      await look(page, 'model', language)
      const brief = page.waitForEvent('download')
      await page.locator('a[href*="/brief.docx"]').click()
      await (await brief).saveAs(`results/brief.${language}.docx`)
      expect(readFileSync(`results/brief.${language}.docx`).length).toBeGreaterThan(4000)
      for (const rule of await page.locator('details.rule > summary').all()) await rule.click()
      await look(page, 'model-open', language)
    })

    test('a filled form becomes clues, and a clue an outline', async ({ page }) => {
      await signIn(page, ACCOUNT, PASSWORD)
      await page.goto(`/bring?model=${MODEL}`)
      await page.locator('input[type=file]').setInputFiles(FORM)
      await look(page, 'bring', language)
      await follow(page, page.locator('form button[type=submit]'), /\/deliveries\//)
      await order(page, language, 'form')
      await follow(page, page.locator('a[href$="/clues"]'), /\/clues$/)
      await look(page, 'clues', language)
      await follow(page, page.locator('th.col-clock button'), /sort=clock/)
      await page.locator('form[role=search] select').first().selectOption('B')
      await expect(page).toHaveURL(/grade=B/)
      await look(page, 'clues-filtered', language)
      await follow(page, page.locator('table.clues tbody a').first(), /\/clues\/[^/?]+\?.*grade=B/)
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
      await signIn(page, ACCOUNT, PASSWORD)
      await page.goto('/bring?kind=criminal-judgment')
      await page.locator('input[type=file]').setInputFiles(JUDGMENTS)
      await follow(page, page.locator('form button[type=submit]'), /\/deliveries\//)
      await expect(page.locator('#purpose-text')).toBeVisible({ timeout: 120_000 })
      const delivery = page.url()
      await follow(page, page.locator('a[href$="/documents"]'), /\/documents$/)
      await look(page, 'documents', language)
      await follow(page, page.locator('table tbody a').first(), /\/documents\/\d+$/)
      await look(page, 'document', language)
      const element = page.locator('.elements li', { has: page.locator('button') }).nth(8)
      await element.hover()
      await expect(page.locator('.text .active').first()).toBeInViewport()
      await look(page, 'document-marked', language)
      await element.locator('button').click()
      await page.locator('input#correct-value').fill(language === 'zh' ? '孙某' : 'Sun')
      await page.locator('#correct-reason').fill(language === 'zh' ? '看错了字' : 'a character was misread')
      await look(page, 'document-correction', language)
      await page.locator('button[form=correction]').click()
      await expect(page.locator('.elements .tag.good')).not.toHaveCount(0)
      await page.goto(delivery)
      await order(page, language, 'judgments')
    })

    test('what is not there and what is not yours looks the same', async ({ page }) => {
      await signIn(page, ACCOUNT, PASSWORD)
      await page.goto('/runs/nobody-has-this')
      await expect(page.getByRole('alert')).toBeVisible()
      await look(page, 'not-yours', language)
      await page.goto('/no/such/page')
      await look(page, 'no-such-page', language)
    })
  })
}
