/** The first hour: an empty installation, a new account, and an administrator, who sees no clues. */
import { expect, test } from '@playwright/test'

import { follow, look, signIn, speak } from './look'

/** A real installation is told where it is empty (MINGJIAN_EMPTY_URL) and who is new there; the dev server has all of it. */
const real = process.env.MINGJIAN_URL !== undefined
const EMPTY = process.env.MINGJIAN_EMPTY_URL ?? (real ? undefined : 'http://127.0.0.1:8092')
const CODE = process.env.MINGJIAN_SETUP_CODE ?? '1234-5678'
const NEW = { zh: process.env.MINGJIAN_NEW_ZH ?? (real ? undefined : 'xin'), en: process.env.MINGJIAN_NEW_EN ?? (real ? undefined : 'lin') }
const ADMIN = process.env.MINGJIAN_ADMIN ?? (real ? 'county-system-admin' : 'admin')
const PASSWORD = process.env.MINGJIAN_PASSWORD ?? 'sample'
const BETTER = 'Four unrelated words'

for (const language of ['en', 'zh'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(({ page }) => speak(page, language))

    test('an empty installation asks for its office and first administrator', async ({ page }) => {
      test.skip(EMPTY === undefined, 'no empty installation was named')
      await page.goto(`${EMPTY}/`)
      await expect(page).toHaveURL(/\/setup$/)
      await look(page, 'setup', language)
      const wish = { code: 'wrong', region: '340207', officeName: '示例市示例区人民检察院', name: '王示例', account: 'first-admin' }
      for (const [field, value] of Object.entries(wish)) await page.locator(`#${field}`).fill(value)
      await page.locator('#new-password').fill(BETTER)
      await page.locator('#same-password').fill('another')
      await expect(page.locator('button[type=submit]')).toBeDisabled()
      await page.locator('#same-password').fill(BETTER)
      await page.locator('button[type=submit]').click()
      await expect(page.getByRole('alert')).toBeVisible()
      await look(page, 'setup-refused', language)
      if (language === 'en') return // the installation can be set up once; the last language does it
      await page.locator('#code').fill(CODE)
      await page.locator('button[type=submit]').click()
      await expect(page.locator('table tbody tr')).toHaveCount(3)
      await look(page, 'setup-done', language)
      await follow(page, page.locator('a[href="/sign-in"]'), /\/sign-in$/)
    })

    test('a new account changes its password, takes the lesson and gives the pledge', async ({ page }) => {
      const account = NEW[language]
      test.skip(account === undefined, 'no new account was named')
      await signIn(page, account ?? '', PASSWORD, /\/password$/)
      await look(page, 'password', language)
      await page.goto('/runs')
      await expect(page, 'nothing else opens before').toHaveURL(/\/password$/)
      await page.locator('#old-password').fill(PASSWORD)
      await page.locator('#new-password').fill(BETTER)
      await page.locator('#same-password').fill(BETTER)
      await follow(page, page.locator('button[type=submit]'), /\/pledge$/)
      await look(page, 'pledge', language)
      for (const question of await page.locator('fieldset').all()) await question.locator('input').first().check()
      await page.locator('input[type=checkbox]').check()
      await page.locator('button[type=submit]').click()
      await expect(page.getByRole('alert')).toBeVisible()
      await look(page, 'pledge-refused', language)
      await page.locator('fieldset').first().locator('input').nth(1).check()
      await follow(page, page.locator('button[type=submit]'), /\/$/)
    })

    test('an administrator finds no way to clues', async ({ page }) => {
      await signIn(page, ADMIN, PASSWORD)
      await look(page, 'desk-of-administrator', language)
      await expect(page.locator('nav a')).toHaveCount(1)
      await page.goto('/runs')
      await expect(page).toHaveURL(/\/$/)
    })
  })
}
