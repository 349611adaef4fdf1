/** Beginning a draft of a model, as every journey with one does. */
import { expect, type Page } from '@playwright/test'

import { follow } from './look'

/** The check finds no error; it may find something to look at. */
export const SOUND = '.found .tag:not(.bad)'

/** Begins a draft of this name, as a copy of a model or of nothing. */
export async function begin(page: Page, name: string, origin: string): Promise<void> {
  await page.goto('/drafts')
  await page.locator('#name').fill(name)
  await page.locator('#origin').selectOption(origin)
  await follow(page, page.locator('form.begin button[type=submit]'), /\/drafts\/[^/]+$/)
  await expect(page.locator(SOUND)).toBeVisible({ timeout: 30_000 })
}
