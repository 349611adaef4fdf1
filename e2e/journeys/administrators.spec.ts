/** The three administrators, each with their own part: an account is made, gets a role, is used, and all of it is audited. */
import { createHmac } from 'node:crypto'

import { expect, test, type Page } from '@playwright/test'

import { follow, type Language, look, signIn, speak } from './look'
import { told } from './told'

const PASSWORD = told('MINGJIAN_PASSWORD')
const OWN_PASSWORD = 'Right-horse-7'

/** The code of an authenticator (RFC 6238), some steps of 30 s from now. */
function codeOf(secret: string, steps = 0): string {
  const bits = [...secret].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', key).update(message).digest()
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0xf) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

async function signOut(page: Page): Promise<void> {
  await page.locator('header.top button').last().click()
  await expect(page).toHaveURL(/\/sign-in/)
}

/** The system administrator makes an account; gives the password to hand over. */
async function makeAccount(page: Page, login: string, language: Language): Promise<string> {
  await signIn(page, 'county-system-admin', PASSWORD)
  await look(page, 'desk-administrator', language)
  await follow(page, page.locator('nav a[href="/administration/offices"]'), /offices/)
  await expect(page.locator('.sides table.list tbody tr').first()).toBeVisible()
  await look(page, 'offices', language)
  await follow(page, page.locator('nav a[href="/administration/accounts"]'), /accounts/)
  await page.locator('details.terms summary').click()
  await look(page, 'accounts', language)
  await page.locator('main button.el-button--primary').first().click()
  await page.locator('#new-account-department').selectOption({ index: 1 })
  await page.locator('#new-account-login').fill(login)
  await page.locator('#new-account-name').fill('李新')
  await look(page, 'account-new', language)
  await page.locator('button[form=new-account]').click()
  const password = await page.locator('#handed-password').innerText()
  await look(page, 'account-password-once', language)
  await page.locator('.el-dialog button.el-button--primary:visible').click()
  await page.locator('#account-query').fill(login)
  await page.locator('form[role=search] button[type=submit]').click()
  await expect(page.locator('table.list:not(.terms table) tbody tr')).toHaveCount(1)
  await signOut(page)
  return password
}

/** The security administrator makes somebody a prosecutor. */
async function giveRole(page: Page, login: string, language: Language): Promise<void> {
  await signIn(page, 'county-security-admin', PASSWORD)
  await page.goto(`/administration/accounts?query=${login}`)
  await page.locator('table.list tbody button').click()
  await page.locator('input[name=PROSECUTOR]').click()
  await expect(page.locator('input[name=PROSECUTOR]')).toBeChecked()
  await expect(page.locator('input[name=AUDIT_ADMIN]')).toBeDisabled()
  await look(page, 'account-roles', language)
  await page.locator('.el-dialog button.el-button--primary:visible').click()
  await page.goto('/delegations')
  await look(page, 'delegations-security', language)
  await signOut(page)
}

/** The person chooses a password, does the lesson, gives the pledge, and switches one-time codes on. */
async function begin(page: Page, login: string, handed: string, language: Language): Promise<string> {
  await signIn(page, login, handed, /\/password$/)
  await page.locator('#old-password').fill(handed)
  await page.locator('#new-password').fill(OWN_PASSWORD)
  await page.locator('#same-password').fill(OWN_PASSWORD)
  await follow(page, page.locator('button[type=submit]'), /\/pledge$/)
  for (const [question, answer] of [['clue', '1'], ['open', '2'], ['leave', '0']] as const) {
    await page.locator(`input[name=${question}][value="${answer}"]`).check()
  }
  await page.locator('input[type=checkbox]').check()
  await follow(page, page.locator('button[type=submit]'), /\/$/)
  await expect(page.locator('nav a[href="/runs"]')).toBeVisible() // a prosecutor now
  await page.goto('/account')
  await page.locator('main section.panel button').first().click()
  await page.locator('#codes-password').fill(OWN_PASSWORD)
  await page.locator('main form button[type=submit]').click()
  const secret = await page.locator('#codes-secret').innerText()
  await look(page, 'account-codes-secret', language)
  await page.locator('#codes-code').fill(codeOf(secret, -1))
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.recovery li')).toHaveCount(8)
  await look(page, 'account-codes-on', language)
  await signOut(page)
  return secret
}

/** The system administrator moves the account to another department. */
async function moveAccount(page: Page, login: string, language: Language): Promise<void> {
  await signIn(page, 'county-system-admin', PASSWORD)
  await page.goto(`/administration/accounts?query=${login}`)
  await page.locator('table.list tbody button').click()
  await page.getByRole('menuitem').nth(-2).click() // before the last one, which closes the account
  await expect(page.locator('#move-account-department')).toBeVisible()
  await expect(page.locator('button[form=move-account]')).toBeDisabled()
  await page.locator('#move-account-department').selectOption({ index: 1 })
  await look(page, 'account-move', language)
  await page.locator('button[form=move-account]').click()
  await expect(page.locator('button[form=move-account]')).toHaveCount(0)
  await look(page, 'accounts-moved', language)
  await signOut(page)
}

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await speak(page, language)
      page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
    })

    test('an account is made by one, gets its role from another, moves, and a third sees all of it', async ({ page }) => {
      const login = `new-${language}`
      const handed = await makeAccount(page, login, language)
      await giveRole(page, login, language)
      const secret = await begin(page, login, handed, language)

      await page.locator('#account').fill(login)
      await page.locator('#password').fill(OWN_PASSWORD)
      await page.locator('button[type=submit]').click()
      await expect(page.locator('#code')).toBeVisible()
      await look(page, 'sign-in-code', language)
      await page.locator('#code').fill(codeOf(secret))
      await follow(page, page.locator('button[type=submit]'), /\/$/)
      await signOut(page)

      await moveAccount(page, login, language)
      await page.locator('#account').fill(login)
      await page.locator('#password').fill(OWN_PASSWORD)
      await page.locator('button[type=submit]').click()
      await page.locator('#code').fill(codeOf(secret, 1))
      await follow(page, page.locator('button[type=submit]'), /\/$/)
      await expect(page.locator('#moved')).toBeVisible()
      await look(page, 'desk-moved', language)
      await page.locator('main section.note button').click()
      await expect(page.locator('#moved')).toHaveCount(0)
      await page.reload()
      await expect(page.locator('main section.panel')).toBeVisible()
      await expect(page.locator('#moved')).toHaveCount(0)
      await look(page, 'desk-no-role', language)
      await signOut(page)

      await signIn(page, 'county-audit-admin', PASSWORD)
      await follow(page, page.locator('nav a[href="/audit"]'), /audit/)
      await page.locator('main form button[type=submit]').click()
      await expect(page.locator('.note.good')).toBeVisible()
      await look(page, 'audit', language)
      await page.locator('select[name=act]').selectOption('role.grant')
      await expect(page).toHaveURL(/act=role.grant/)
      await expect(page.locator('table.list:not(.terms table) tbody tr').first()).toContainText(login)
      await expect(page.locator('table.list:not(.terms table) tbody tr').first()).toContainText('county-security-admin')
      await look(page, 'audit-filtered', language)
      await page.locator('select[name=act]').selectOption('account.move')
      await expect(page).toHaveURL(/act=account.move$/)
      await expect(page.locator('table.list:not(.terms table) tbody tr').first()).toContainText(login)
      await look(page, 'audit-moved', language)
      await page.goto(`/audit?person=${login}`)
      await expect(page.locator('table.list:not(.terms table) tbody tr').first()).toContainText(login)
      await page.locator('#noted').fill(`1:${'0'.repeat(64)}`)
      await page.locator('main form button[type=submit]').click()
      await expect(page.locator('.note.bad')).toBeVisible()
      await look(page, 'audit-broken', language)
    })

    test('a head lends a role for a while', async ({ page }) => {
      await signIn(page, 'county-department-head', PASSWORD)
      await follow(page, page.locator('nav a[href="/delegations"]'), /delegations/)
      await page.locator('select[name=role]').selectOption('DEPARTMENT_HEAD')
      await page.locator('select[name=to]').selectOption({ index: 1 })
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
      await page.locator('input[name=from]').fill(today)
      await page.locator('input[name=until]').fill(today)
      await page.locator('#lend-reason').fill('出差')
      await page.locator('main form button[type=submit]').click()
      await expect(page.locator('table.list tbody .tag.good').first()).toBeVisible()
      await look(page, 'delegations', language)
      await page.locator('table.list tbody button').first().click()
      await expect(page.locator('table.list tbody .tag.good')).toHaveCount(0)
    })
  })
}
