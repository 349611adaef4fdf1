/** The first hour of an empty installation: its office, its three administrators, and what is theirs alone. */
import { readFileSync } from 'node:fs'

import { expect, type Page, test } from '@playwright/test'

import { follow, look, signIn, speak } from './look'
import { told } from './told'

const EMPTY = told('MINGJIAN_EMPTY_URL')
const CODE = told('MINGJIAN_SETUP_CODE')
const WORD = told('MINGJIAN_SEAL_WORD')
const PASSWORD = 'Four unrelated words'
const LESSON = '../mingjian-server/src/main/resources/lesson.json'
const answers = (JSON.parse(readFileSync(LESSON, 'utf8')) as { questions: { answer: number }[] }).questions.map((one) => one.answer)

/** The passwords that the first set-up shows once, by account. */
const handedOver = new Map<string, string>()

async function answer(page: Page, choices: number[]): Promise<void> {
  await expect(page.locator('fieldset').first()).toBeVisible()
  const questions = await page.locator('fieldset').all()
  expect(questions).toHaveLength(choices.length)
  for (const [index, question] of questions.entries()) await question.locator('input').nth(choices[index] ?? 0).check()
}

test.describe.configure({ mode: 'serial' })
test.use({ baseURL: EMPTY })

for (const language of ['en', 'zh'] as const) {
  test(`in ${language}: an empty installation asks for its office and first administrator`, async ({ page }) => {
    await speak(page, language)
    await page.goto('/')
    await expect(page).toHaveURL(/\/setup$/)
    await look(page, 'setup', language)
    const wish = { code: 'wrong', region: '340207', officeName: '示例市示例区人民检察院', name: '王示例', account: 'first-admin' }
    for (const [field, value] of Object.entries(wish)) await page.locator(`#${field}`).fill(value)
    await page.locator('#new-password').fill(PASSWORD)
    await page.locator('#same-password').fill('another')
    await expect(page.locator('button[type=submit]')).toBeDisabled()
    await page.locator('#same-password').fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await look(page, 'setup-refused', language)
  })
}

test('the code of the server sets it up, and three administrators are shown', async ({ page }) => {
  await speak(page, 'zh')
  await page.goto('/setup')
  const wish = { code: CODE, region: '340207', officeName: '示例市示例区人民检察院', name: '王示例', account: 'first-admin' }
  for (const [field, value] of Object.entries(wish)) await page.locator(`#${field}`).fill(value)
  await page.locator('#new-password').fill(PASSWORD)
  await page.locator('#same-password').fill(PASSWORD)
  await page.locator('button[type=submit]').click()
  const rows = page.locator('table tbody tr')
  await expect(rows).toHaveCount(3)
  await look(page, 'setup-done', 'zh')
  await page.locator('button.switch').click()
  await look(page, 'setup-done', 'en')
  for (const row of await rows.all()) {
    const [account, , password] = await row.locator('td').allInnerTexts()
    handedOver.set(account ?? '', password ?? '')
  }
  await follow(page, page.locator('a[href="/sign-in"]'), /\/sign-in$/)
})

test('in zh: who made the installation takes the lesson and gives the pledge', async ({ page }) => {
  await speak(page, 'zh')
  await signIn(page, 'first-admin', PASSWORD, /\/pledge$/)
  await answer(page, answers)
  await page.locator('input[type=checkbox]').check()
  await follow(page, page.locator('button[type=submit]'), /\/$/)
})

for (const [language, account] of [['en', 'security'], ['zh', 'audit']] as const) {
  test(`in ${language}: ${account} changes the password that was handed over, takes the lesson and gives the pledge`, async ({ page }) => {
    const password = handedOver.get(account) ?? ''
    await speak(page, language)
    await signIn(page, account, password, /\/password$/)
    await look(page, 'password', language)
    await page.goto('/runs')
    await expect(page, 'nothing else opens before').toHaveURL(/\/password$/)
    await page.locator('#old-password').fill(password)
    await page.locator('#new-password').fill(PASSWORD)
    await page.locator('#same-password').fill(PASSWORD)
    await follow(page, page.locator('button[type=submit]'), /\/pledge$/)
    await look(page, 'pledge', language)
    await answer(page, [(answers[0] ?? 0) === 0 ? 1 : 0, ...answers.slice(1)])
    await page.locator('input[type=checkbox]').check()
    await page.locator('button[type=submit]').click()
    await expect(page.getByRole('alert')).toBeVisible()
    await look(page, 'pledge-refused', language)
    await answer(page, answers)
    await follow(page, page.locator('button[type=submit]'), /\/$/)
  })

  test(`in ${language}: ${account} finds no way to clues`, async ({ page }) => {
    await speak(page, language)
    await signIn(page, account, PASSWORD)
    await look(page, `desk-of-${account}`, language)
    await expect(page.locator('nav a[href="/runs"]')).toHaveCount(0)
    await page.goto('/runs')
    await expect(page).toHaveURL(/\/$/)
  })
}

test('the security administrator unlocks the installation, of which every page says that it is locked', async ({ page }) => {
  await speak(page, 'zh')
  await signIn(page, 'security', PASSWORD)
  await expect(page.getByRole('status')).toBeVisible()
  await look(page, 'desk-locked', 'zh')
  await page.locator('button.switch').click()
  await look(page, 'desk-locked', 'en')
  await follow(page, page.locator('a[href="/unlock"]'), /\/unlock$/)
  await page.locator('#seal-word').fill('a word of somebody else')
  await page.locator('main button[type=submit]').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await look(page, 'unlock', 'en')
  await page.locator('button.switch').click()
  await look(page, 'unlock', 'zh')
  await page.locator('#seal-word').fill(WORD)
  await page.keyboard.press('Enter')
  await expect(page.locator('#seal-word')).toHaveCount(0)
  await look(page, 'unlocked', 'zh')
  await page.locator('button.switch').click()
  await look(page, 'unlocked', 'en')
  await page.goto('/')
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.getByRole('status')).toHaveCount(0)
})
