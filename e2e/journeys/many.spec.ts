/** Two hundred judgments at once, made from the one of the sample: progress, the doubtful ones first, a correction, a run. */
import { readFileSync } from 'node:fs'

import { expect, test } from '@playwright/test'

import { follow, look, signIn, speak } from './look'
import { told } from './told'

const ACCOUNT = 'province-prosecutor'
const PASSWORD = told('MINGJIAN_PASSWORD')
const MANY = 200

/** Each its own case number, persons and sums; every tenth lacks the day of its judgment. */
function judgments(): { name: string; mimeType: string; buffer: Buffer }[] {
  const text = readFileSync('files/judgment-1.txt', 'utf8')
  const family = [...'王李陈刘杨黄赵周吴徐孙胡朱高林何郭马罗梁']
  return Array.from({ length: MANY }, (_, i) => {
    let one = text.replace(/刑初\d+号/g, `刑初${1000 + i}号`).replace(/8600元/g, `${3000 + 37 * i}元`)
    one = one.replaceAll('张某', `${family[i % 20]}甲`).replaceAll('李某', `${family[(i + 7) % 20]}乙`)
    if (i % 10 === 9) one = one.replace(/二〇二四年[^\n]*日/, '')
    return { name: `${i + 1}.txt`, mimeType: 'text/plain', buffer: Buffer.from(one) }
  })
}

test('two hundred judgments are read, looked at, corrected and run', async ({ page }) => {
  await speak(page, 'zh')
  page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
  await signIn(page, ACCOUNT, PASSWORD)
  await page.goto('/bring?kind=criminal-judgment')
  await page.locator('input[type=file]').setInputFiles(judgments())
  await look(page, 'many-chosen', 'zh')
  const began = Date.now()
  await follow(page, page.locator('form button[type=submit]'), /\/deliveries\//)
  console.log(`received after ${Date.now() - began} ms`)
  await look(page, 'many-reading', 'zh')
  await expect(page.locator('#purpose-text')).toBeVisible({ timeout: 120_000 })
  console.log(`read after ${Date.now() - began} ms`)
  const delivery = page.url()
  await look(page, 'many-read', 'zh')
  await follow(page, page.locator('a[href$="/documents"]'), /\/documents$/)
  await expect(page.locator('table tbody tr')).toHaveCount(50)
  await look(page, 'many-documents', 'zh')
  await follow(page, page.locator('table tbody a').first(), /\/documents\/\d+$/)
  await look(page, 'many-document', 'zh')
  const element = page.locator('.elements li', { has: page.locator('button') }).nth(8)
  await element.locator('button').click()
  await page.locator('input#correct-value').fill('孙某')
  await page.locator('#correct-reason').fill('看错了字')
  const corrected = Date.now()
  await page.locator('button[form=correction]').click()
  await expect(page.locator('.elements .tag.good')).not.toHaveCount(0)
  console.log(`corrected after ${Date.now() - corrected} ms`)
  await page.goto(delivery)
  await expect(page.locator('#purpose-text')).toBeVisible({ timeout: 120_000 })
  console.log(`rows written anew after ${Date.now() - corrected} ms`)
  const ordered = Date.now()
  await follow(page, page.locator('form button[type=submit]'), /\/runs\/[^/]+$/)
  await expect(page.locator('a[href$="/clues"]').first()).toBeVisible({ timeout: 300_000 })
  console.log(`run done after ${Date.now() - ordered} ms`)
  await look(page, 'many-run', 'zh')
  await follow(page, page.locator('a[href$="/clues"]').first(), /\/clues$/)
  await look(page, 'many-clues', 'zh')
})
