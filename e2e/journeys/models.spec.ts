/** The page of a model: its tests and what they gave, its versions, the words of the law beside each citation. */
import { expect, test } from '@playwright/test'

import { look, signIn, speak } from './look'
import { told } from './told'

const PASSWORD = told('MINGJIAN_PASSWORD')
const MODEL = 'unfair-housing-terms'

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await speak(page, language)
      page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
    })

    test('the digital office runs the tests of a model, and a prosecutor sees what they gave', async ({ page }) => {
      test.setTimeout(420_000)
      await signIn(page, 'county-digital-office', PASSWORD)
      await page.goto(`/models/${MODEL}`)
      const tests = page.locator('#tests')
      await tests.scrollIntoViewIfNeeded()
      if (language === 'zh') {
        await expect(tests).toContainText('没有测试过')
        await look(page, 'model-not-tested', language)
      }
      await tests.locator('#run-tests').click()
      await expect(tests.getByRole('status')).toBeVisible()
      await look(page, 'model-testing', language)
      await expect(tests.getByRole('status')).toHaveCount(0, { timeout: 360_000 })
      await expect(tests.locator('p .tag.good')).toBeVisible()
      await page.context().clearCookies()
      await signIn(page, told('MINGJIAN_ACCOUNT'), PASSWORD)
      await page.goto(`/models/${MODEL}`)
      await expect(tests.locator('p .tag.good')).toBeVisible()
      await expect(tests.locator('#run-tests')).toHaveCount(0)
      await tests.scrollIntoViewIfNeeded()
      await look(page, 'model-tests', language)
      await tests.locator('select').selectOption({ index: 1 })
      await tests.locator('table.cases').scrollIntoViewIfNeeded()
      await expect(tests.locator('table.cases tbody tr').first()).toBeVisible()
      await look(page, 'model-cases', language)
    })

    test('the versions of a model that an upgrade brought anew, and what changed between them', async ({ page }) => {
      await signIn(page, told('MINGJIAN_ACCOUNT'), PASSWORD)
      await page.goto('/models/shell-companies')
      const versions = page.locator('#versions')
      await expect(versions.locator('tbody tr')).toHaveCount(1)
      await versions.scrollIntoViewIfNeeded()
      await look(page, 'model-one-version', language)

      await page.goto(`/models/${MODEL}`)
      const changes = versions.locator('table.differences tbody tr')
      await expect(changes).toHaveCount(4)
      await expect(versions.locator('table.versions tbody tr')).toHaveCount(2)
      await expect(versions.locator('table.versions tbody tr').first()).toContainText('1.0.0')
      await expect(versions.locator('table.versions tbody tr').last()).toContainText('0.9.0')
      await expect(changes.filter({ hasText: '30' })).toContainText('20')
      await versions.scrollIntoViewIfNeeded()
      await look(page, 'model-versions', language)
      const [from, to] = [versions.locator('select').first(), versions.locator('select').last()]
      await from.selectOption({ index: 0 })
      await expect(changes).toHaveCount(0)
      await look(page, 'model-versions-same', language)
      await to.selectOption({ index: 1 })
      await expect(changes).toHaveCount(4)
      await expect(changes.filter({ hasText: '30' })).toContainText('20')
    })

    test('the words of an article show under the pointer and by the keyboard', async ({ page }) => {
      await signIn(page, told('MINGJIAN_ACCOUNT'), PASSWORD)
      await page.goto('/models/pollution-tax')
      const rules = page.locator('#rules')
      const citation = rules.locator('.cited button').first()
      await citation.scrollIntoViewIfNeeded()
      await citation.hover()
      await expect(rules.locator('.words')).toBeVisible()
      await look(page, 'model-law', language)
      await page.keyboard.press('Escape')
      await page.mouse.move(0, 0)
      await expect(rules.locator('.words')).toHaveCount(0)
      await citation.focus()
      await expect(rules.locator('.words')).toBeVisible()
      await page.keyboard.press('Tab')
      await expect(rules.locator('.words')).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(rules.locator('.words')).toHaveCount(0)
      const last = page.locator('#parameters td button').last()
      await last.scrollIntoViewIfNeeded()
      await last.hover()
      await expect(page.locator('#parameters .words')).toBeVisible()
      await look(page, 'model-parameter-law', language)
    })
  })
}
