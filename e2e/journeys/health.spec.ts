/** Whoever watches over the installation: sees without signing in whether it works. */
import { expect, test } from '@playwright/test'

import { look, speak } from './look'

for (const language of ['en', 'zh'] as const) {
  test(`the health page in ${language}`, async ({ page }) => {
    await speak(page, language)
    await page.goto('/health')
    await expect(page.locator('table tbody tr')).toHaveCount(3)
    await look(page, 'health', language)
    await page.locator('main button').click()
    await expect(page.locator('table tbody tr')).toHaveCount(3)
  })
}
