/** A technician: from a file of an old system to a clean dataset, the rows that were not taken mended, and the next month. */
import { expect, test, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

import { begin } from './draft'
import { follow, look, signIn, speak, type Language } from './look'

const ACCOUNT = 'county-data-steward'
const PASSWORD = process.env.MINGJIAN_PASSWORD ?? 'sample'
const FOLDER = 'results/files'
const ROWS = 200
const BAD = 6

/** An identity number of nobody, with the right last character. */
function number(i: number): string {
  const front = `34020719600101${String(i).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(front[at]), 0)
  return front + '10X98765432'[sum % 11]
}

/** A month of payments as an old system writes it: GB18030, three rows in a hundred without a number. */
function month(name: string, text: string): string {
  mkdirSync(FOLDER, { recursive: true })
  const plain = `${FOLDER}/${name}.utf8`
  writeFileSync(plain, text)
  writeFileSync(`${FOLDER}/${name}`, execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030', plain]))
  return `${FOLDER}/${name}`
}

function rows(of: string, bad: number, last = '备注'): string {
  const lines = Array.from({ length: ROWS }, (_, i) => `${i < bad ? '' : number(i)},城乡居民养老保险,${of},${100 + i}.50,${of}-15,正常,某某`)
  return [`身份证号,待遇名称,发放月份,实发金额,发放日期,发放状态,${last}`, ...lines, ''].join('\n')
}

async function bring(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
  await follow(page, page.locator('form:not(.fetch) button[type=submit]'), /\/intake\//)
  await expect(page.locator('#from-id_no')).toBeVisible({ timeout: 60_000 })
}

/** Asks to destroy the version that is shown. */
async function destroy(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: language === 'zh' ? '销毁这一批' : 'Destroy this version' }).click()
  await page.locator('#destroy-reason').fill(language === 'zh' ? '试用结束' : 'the trial is over')
}

/** A copy of a model is traced over the versions whose authority covers it. */
async function traceDraft(page: Page, language: Language): Promise<void> {
  await begin(page, `待遇数据试走 ${language} ${Date.now()}`, 'benefits-after-death-or-sentence')
  const choices = page.locator('fieldset input[type=checkbox]')
  await expect(choices.first()).toBeChecked()
  await choices.first().scrollIntoViewIfNeeded()
  await look(page, 'draft-datasets', language)
  await page.locator('form:has(fieldset) button[type=submit]').click()
  await expect(page.locator('.steps > li').first()).toBeInViewport({ timeout: 120_000 })
  const input = page.locator('.steps details:has(table)').first()
  await input.locator('summary').click()
  await expect(input.locator('table tbody tr').first()).toBeVisible()
  await expect(page.locator('.steps')).not.toContainText(/\d{17}[\dX]/)
  await look(page, 'draft-datasets-steps', language)
}

async function takeIn(page: Page): Promise<void> {
  await follow(page, page.locator('form.panel button[type=submit]'), /\/versions\/\d+$/)
  await expect(page.locator('.bar').first()).toBeVisible({ timeout: 120_000 })
}

for (const language of ['zh', 'en'] as Language[]) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await speak(page, language)
      page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
    })

    test('a table of another database is fetched and mapped as a file is', async ({ page }) => {
      await signIn(page, ACCOUNT, PASSWORD)
      await page.goto('/datasets/bring')
      await page.locator('#database').selectOption('other-system')
      await page.locator('#table-sought').fill('flyway')
      await page.locator('#outside-table').selectOption('public.flyway_schema_history')
      await look(page, 'datasets-fetch', language)
      await follow(page, page.locator('form.fetch button[type=submit]'), /\/intake\//)
      await expect(page.locator('#table option')).toHaveText(['public.flyway_schema_history.jsonl'])
      await look(page, 'intake-fetched', language)
    })

    test('a delivery becomes a clean dataset, then the next month', async ({ page }) => {
      const title = `某区居民养老待遇 ${language} ${Date.now()}`
      await signIn(page, ACCOUNT, PASSWORD)
      await follow(page, page.locator('a[href="/datasets"]').first(), /\/datasets$/)
      await look(page, 'datasets', language)
      await follow(page, page.locator('a[href="/datasets/bring"]').first(), /\/datasets\/bring$/)
      await look(page, 'datasets-bring', language)
      await bring(page, month(`${language}-march.csv`, rows('2024-03', BAD)))
      await page.locator('#dataset').selectOption('')
      await expect(page.locator('#about-origin')).toBeVisible()
      await look(page, 'intake', language)
      await expect(page.locator('#from-id_no')).toHaveValue('身份证号')
      await expect(page.locator('main')).not.toContainText('34020719600101')
      await expect(page.locator('.rejects').first()).toBeVisible()
      await page.locator('#about-title').scrollIntoViewIfNeeded()
      await look(page, 'intake-about', language)
      await page.locator('#about-title').fill(title)
      await page.locator('#about-origin').fill('某区人社局')
      await page.locator('#authority-title').fill('数据共享协议')
      await page.locator('#authority-number').fill('示检协〔2024〕1号')
      await page.locator('#regions').fill('340207')
      await page.locator('#stated-by').fill('某区人社局')
      await takeIn(page)
      await look(page, 'version', language)
      await expect(page.locator('main')).toContainText(String(ROWS - BAD))

      const download = page.waitForEvent('download')
      await page.locator('button[name="rejected"]').click()
      await page.locator('#opening-words').fill('改正后带回')
      await look(page, 'version-rejected', language)
      await page.locator('.el-dialog__footer .el-button--primary').click()
      const rejected = await (await download).path()
      expect(readFileSync(rejected).length).toBeGreaterThan(1000)
      const version = page.url()
      await follow(page, page.locator('a[href*="/datasets/bring?dataset="]'), /\/datasets\/bring\?/)
      const mended = Array.from({ length: BAD }, (_, i) => `${number(900 + i)},城乡居民养老保险,2024-03,${100 + i}.50,2024-03-15,正常,某某`)
      await expect(page).toHaveURL(/mends=1/)
      await bring(page, month(`${language}-mended.csv`, ['身份证号,待遇名称,发放月份,实发金额,发放日期,发放状态,备注', ...mended, ''].join('\n')))
      await takeIn(page)
      await expect(page.locator('h1')).toContainText('2')

      await page.goto(version.replace(/\/versions\/1$/, ''))
      await expect(page.locator('tbody tr')).toHaveCount(2)
      await look(page, 'dataset', language)
      await page.getByRole('button', { name: language === 'zh' ? '修改' : 'Change', exact: true }).click()
      await page.locator('#shared-with').selectOption('DEPARTMENT')
      await page.locator('#authority-number').fill('示检协〔2024〕2号')
      await look(page, 'dataset-changing', language)
      await page.locator('form.change button[type=submit]').click()
      await expect(page.locator('form.change')).toHaveCount(0)
      await expect(page.locator('dl.facts')).toContainText('示检协〔2024〕2号')
      await follow(page, page.locator('a[href*="/datasets/bring?dataset="]'), /\/datasets\/bring\?/)
      await bring(page, month(`${language}-april.csv`, rows('2024-04', 20, '经办人')))
      await expect(page.locator('main')).toContainText('经办人')
      await expect(page.locator('.gone')).toContainText('备注')
      await look(page, 'intake-next', language)
      await takeIn(page)
      await page.goto(version)
      await destroy(page, language)
      await page.locator('form.note button[type=submit]').click()
      await expect(page.locator('main .failure')).toBeVisible() // the second version begins with it
      await look(page, 'version-destroy-refused', language)
      await page.goto(`${version.replace(/\/versions\/1$/, '')}/versions/3`)
      await destroy(page, language)
      await look(page, 'version-destroying', language)
      await page.locator('form.note button[type=submit]').click()
      await expect(page.getByRole('heading', { name: language === 'zh' ? '销毁证明' : 'Proof of destruction' })).toBeVisible()
      await look(page, 'version-destroyed', language)
      writeFileSync(`${process.env.MINGJIAN_WATCHED}/${language}-may.csv`, readFileSync(month(`${language}-may.csv`, rows('2024-05', 3).replaceAll('正常', language))))
      writeFileSync(`${process.env.MINGJIAN_WATCHED}/${language}-（秘密）.csv`, 'a,b')
      await expect(async () => {
        await page.goto('/datasets')
        await expect(page.locator('.watched')).toContainText(`${language}-may.csv`, { timeout: 2_000 })
        await expect(page.locator('.watched')).toContainText(`${language}-（秘密）.csv`, { timeout: 2_000 })
      }).toPass()
      await look(page, 'datasets-filled', language)
      await page.locator('.watched').scrollIntoViewIfNeeded()
      await look(page, 'datasets-watched', language)
      await page.goto('/')
      await look(page, 'desk-steward', language)
      await traceDraft(page, language)
    })
  })
}
