/** A technician writes a model: copies one, breaks a line, sees the mistake at its place, mends it, runs the cases, looks step by step. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'

import { expect, test, type Page } from '@playwright/test'

import { begin, SOUND } from './draft'
import { follow, look, signIn, speak, type Language } from './look'
import { told } from './told'

const MODEL = 'indictment-judgment-discrepancy'
const STEWARD = 'county-data-steward'
const DIGITAL = 'county-digital-office'
const PASSWORD = told('MINGJIAN_PASSWORD')

/** What the command line says of a package. */
function check(folder: string): string {
  const classes = '../mingjian-cli/target/*:../mingjian-cli/target/lib/*'
  return execFileSync('java', ['-Dfile.encoding=UTF-8', '-Dmingjian.home=..', '-cp', classes, 'cn.mingjian.cli.Main', 'check', folder, '--lang', 'en'], { encoding: 'utf8' })
}

/** Types at the end of the line that holds a text, which must be in view. */
async function typeBehind(page: Page, line: string, text: string): Promise<void> {
  await page.locator('.cm-line', { hasText: line }).first().click({ position: { x: 20, y: 8 } })
  await page.keyboard.press('End')
  await page.keyboard.type(text)
}

for (const language of ['zh', 'en'] as Language[]) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await speak(page, language)
      page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
      page.on('dialog', (dialog) => void dialog.accept())
    })

    test('a technician copies a model, breaks it, mends it, runs its cases and looks step by step', async ({ page }) => {
      const name = `诉判不一试改 ${language} ${Date.now()}`
      await signIn(page, STEWARD, PASSWORD)
      await follow(page, page.locator('nav a[href="/drafts"]'), /\/drafts$/)
      await look(page, 'drafts', language)
      await begin(page, name, MODEL)
      await look(page, 'draft', language)

      await typeBehind(page, `id: ${MODEL}`, ' x')
      const problem = page.locator('.places button').first()
      await expect(problem).toContainText('model.yaml:5:', { timeout: 30_000 })
      await expect(page.locator('.cm-lintRange-error')).toBeVisible()
      await look(page, 'draft-wrong', language)
      await page.locator('.file', { hasText: 'README.md' }).click()
      await expect(page.locator('.cm-content')).toContainText('诉判不一')
      await problem.click()
      await expect(page.locator('.cm-activeLine')).toContainText(`id: ${MODEL} x`)
      await page.keyboard.press('End')
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Backspace')
      await expect(page.locator(SOUND)).toBeVisible({ timeout: 15_000 })

      // Tab indents; Escape and Tab lead out.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Tab')
      await expect(page.locator('.cm-content')).not.toBeFocused()

      await page.locator('.trial button').first().click()
      await expect(page.locator('.cases tbody tr').first()).toBeVisible({ timeout: 240_000 })
      await expect(page.locator('.trial .tag.good').first()).toBeVisible()
      await page.locator('.trial').scrollIntoViewIfNeeded()
      await look(page, 'draft-cases', language)
      await page.locator('.cases tbody tr').first().locator('td:last-child button').click()
      await expect(page.locator('.steps > li').first()).toBeVisible({ timeout: 120_000 })
      const step = page.locator('.steps details:has(table)').first()
      await step.locator('summary').click()
      await expect(step.locator('table')).toBeVisible()
      await expect(page.locator('.steps')).not.toContainText(/\d{17}[\dX]/)
      await page.locator('div.way').scrollIntoViewIfNeeded()
      await look(page, 'draft-steps', language)
      await page.locator('main section').last().scrollIntoViewIfNeeded()
      await look(page, 'draft-data', language)

      const download = page.waitForEvent('download')
      await page.locator('a[download]').click()
      const zip = await (await download).path()
      const folder = `results/files/draft-${language}`
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      execFileSync('jar', ['-xf', zip], { cwd: folder })
      const taken = readdirSync(folder)
      expect(taken).toEqual([expect.stringMatching(/^draft-/)])
      expect(check(`${folder}/${taken[0]}`)).toContain('no error')
    })

    test('whoever saves second loses nothing', async ({ page, browser }) => {
      await signIn(page, DIGITAL, PASSWORD)
      await begin(page, `两人同改 ${language} ${Date.now()}`, '')
      const other = await (await browser.newContext({ baseURL: told('MINGJIAN_URL'), viewport: { width: 1366, height: 768 } })).newPage()
      await speak(other, language)
      await signIn(other, STEWARD, PASSWORD)
      await other.goto(page.url())
      await expect(other.locator(SOUND)).toBeVisible({ timeout: 30_000 })
      await typeBehind(page, 'line: administrative', ' # first')
      await typeBehind(other, 'point: draft', ' # second')
      const saved = page.locator('header.head button').first()
      await saved.click()
      await expect(saved).toBeDisabled()
      await other.locator('header.head button').first().click()
      await expect(other.locator('.overtaken')).toBeVisible()
      await expect(other.locator('.cm-content')).toContainText('# second')
      await look(other, 'draft-overtaken', language)
      await follow(other, other.locator('.overtaken button').first(), new RegExp(`/drafts/(?!${page.url().split('/').pop()})[^/]+$`))
      await expect(other.locator('.cm-content')).toContainText('# second')
      await other.context().close()
    })
  })
}
