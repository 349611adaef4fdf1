/** Somebody without data: from what is missing to a request with its pack, its steps, the calendar, and the desk. */
import { readFileSync } from 'node:fs'

import { expect, test } from '@playwright/test'

import { follow, look, signIn, speak } from './look'
import { told } from './told'

const PASSWORD = told('MINGJIAN_PASSWORD')
const MODEL = 'shell-companies'
const TABLE = { zh: 'market_entity', en: 'check_in' } // each language asks for another: what is asked for is not asked for twice
const PROVIDER = { zh: '样例市市场监督管理局', en: '样例市第二市场监督管理局' }

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await speak(page, language)
      page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
      await signIn(page, 'city-prosecutor', PASSWORD)
    })

    test('what is missing leads to a request and its pack', async ({ page }) => {
      await follow(page, page.locator('nav a[href="/requests"]'), /\/requests$/)
      await look(page, 'requests-begin', language)
      await follow(page, page.locator('a[href="/requests/gaps"]').first(), /\/gaps$/)
      await expect(page.locator('table.list tbody tr').first()).toBeVisible()
      for (const more of await page.locator('table.list details > summary').all()) await more.click()
      await look(page, 'gaps', language)
      await follow(page, page.locator(`a[href*="table=${TABLE[language]}"]`).first(), /\/requests\/new/)
      await expect(page.locator(`#table-${TABLE[language]}`)).toBeChecked()
      await look(page, 'request-new', language)
      await page.locator('#provider').fill('空壳公司 shell-companies')
      await page.locator('form button[type=submit]').click()
      await expect(page.getByRole('alert')).toBeVisible()
      await look(page, 'request-refused', language)
      await page.locator('#provider').fill(PROVIDER[language])
      await page.locator('input[name=way][value=OBTAINED]').check()
      await look(page, 'request-obtained', language)
      await follow(page, page.locator('form button[type=submit]'), /\/requests\/[0-9a-f-]+$/)
      await look(page, 'request', language)
      const download = page.waitForEvent('download')
      await page.locator('a[href$="/pack.zip"]').click()
      const file = await (await download).path()
      expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
      expect(readFileSync(file).includes(TABLE[language])).toBe(false)
      await follow(page, page.locator('a[href$="/edit"]'), /\/edit$/)
      await expect(page.locator('#provider')).toHaveValue(PROVIDER[language])
      await expect(page.locator(`#table-${TABLE[language]}`)).toBeChecked()
      await look(page, 'request-edit', language)
      await follow(page, page.locator('form button[type=submit]'), /\/requests\/[0-9a-f-]+$/)
      await page.locator('#number').fill('样检调〔2026〕1号')
      await page.locator('.steps button').first().click()
      await expect(page.locator('#number')).toHaveCount(0)
      await look(page, 'request-sent', language)
    })

    test('the calendar reminds on the desk', async ({ page }) => {
      await page.goto('/requests/calendar')
      await page.locator('button.el-button--primary').click()
      await page.locator('#by').fill(PROVIDER[language])
      await page.locator('#first').fill('2026-01-31')
      await page.locator('#first').press('Enter')
      await page.locator('.tables input').first().check()
      await look(page, 'calendar-form', language)
      await page.locator('form button[type=submit]').click()
      await expect(page.locator('table.list tbody tr .tag.bad').first()).toBeVisible()
      await look(page, 'calendar', language)
      await page.goto('/')
      await expect(page.locator('main a[href="/requests/calendar"]').first()).toBeVisible()
      await look(page, 'desk-clocks', language)
      await page.goto('/requests/calendar')
      await page.locator('table.list tbody tr', { hasText: PROVIDER[language] }).first().locator('button').first().click()
      await expect(page.locator('table.list tbody tr', { hasText: PROVIDER[language] }).first().locator('.tag.bad')).toHaveCount(0)
      await look(page, 'calendar-ticked', language)
      await page.goto('/requests')
      await look(page, 'requests', language)
      await page.goto(`/models/${MODEL}`)
      await follow(page, page.locator('a[href*="/requests/new"]'), /\/requests\/new/)
      await look(page, 'request-for-model', language)
    })

    test('a steward finds requests and no clues', async ({ page }) => {
      await page.locator('header button').last().click()
      await signIn(page, 'city-data-steward', PASSWORD)
      await look(page, 'desk-of-steward', language)
      await page.goto('/requests/gaps')
      await expect(page.locator('table.list tbody tr').first()).toBeVisible()
      await page.goto('/runs')
      await expect(page).toHaveURL(/\/$/)
    })
  })
}
