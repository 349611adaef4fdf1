/** A prosecutor opens what is masked, reaches the limit, takes a file that the head allows; the officer sees all of it. */
import { type Browser, expect, test, type Page } from '@playwright/test'

import { type Language, look, signIn, speak } from './look'
import { told } from './told'

const PASSWORD = told('MINGJIAN_PASSWORD')
const PROSECUTOR = 'county-prosecutor'
const MODEL = 'benefits-after-death-or-sentence'
const ID_NUMBER = /\b\d{17}[\dX]\b/

async function as(browser: Browser, account: string, language: Language): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await speak(page, language)
  page.on('pageerror', (error) => expect(String(error), 'an error in the page').toBe(''))
  await signIn(page, account, PASSWORD)
  return page
}

/** The done run of a model about persons, with its clues; the sample makes it behind its start. */
async function cluesOfRun(page: Page): Promise<{ run: string; clues: string[] }> {
  let run = ''
  await expect
    .poll(
      async () => {
        const runs = (await (await page.request.get(`/api/v1/runs?model=${MODEL}&state=DONE`)).json()) as { items: { id: string }[] }
        run = runs.items.at(-1)?.id ?? ''
        return run
      },
      { timeout: 300_000, intervals: [2_000] },
    )
    .not.toBe('')
  const clues = (await (await page.request.get(`/api/v1/runs/${run}/clues?size=200`)).json()) as { items: { clueId: string }[] }
  return { run, clues: clues.items.map((clue) => clue.clueId) }
}

async function open(page: Page, words: string): Promise<void> {
  await page.locator('#open').click()
  await page.locator('#opening-words').fill(words)
  await page.locator('button[form=opening]').click()
}

for (const language of ['zh', 'en'] as const) {
  test(`what is masked is opened with a reason, and the officer sees who did, in ${language}`, async ({ browser }) => {
    const prosecutor = await as(browser, PROSECUTOR, language)
    const { run, clues } = await cluesOfRun(prosecutor)

    await prosecutor.goto(`/runs/${run}/clues/${clues[0]}`)
    await expect(prosecutor.locator('#open')).toBeVisible()
    expect(await prosecutor.locator('main').innerText()).not.toMatch(ID_NUMBER)
    await prosecutor.locator('#open').click()
    await expect(prosecutor.locator('#opening-words')).toBeVisible()
    await look(prosecutor, 'opening', language)
    await prosecutor.keyboard.press('Escape')
    await open(prosecutor, language === 'zh' ? '与原始登记核对' : 'compared with the register')
    await expect(prosecutor.locator('.opened')).toBeVisible()
    await expect(prosecutor.locator('svg.watermark')).toBeVisible()
    const number = ID_NUMBER.exec(await prosecutor.locator('main').innerText())?.[0] ?? ''
    expect(number).not.toBe('')
    await look(prosecutor, 'clue-opened', language)

    const token = (await prosecutor.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? ''
    const statuses = new Map<string, number>()
    for (const clue of clues) {
      const answer = await prosecutor.request.post(`/api/v1/runs/${run}/clues/${clue}/opening`, {
        headers: { 'X-XSRF-TOKEN': token },
        data: { reason: 'VERIFICATION', words: language === 'zh' ? '核实线索' : 'verifying' },
      })
      statuses.set(clue, answer.status())
      if (answer.status() === 409) break
    }
    const refused = [...statuses].find(([, status]) => status === 409)?.[0]
    expect(refused, 'the limit of the day is reached').toBeDefined()
    await prosecutor.goto(`/runs/${run}/clues/${refused}`)
    await open(prosecutor, 'x')
    await expect(prosecutor.getByRole('alert')).toBeVisible()
    await look(prosecutor, 'opening-limit', language)

    await prosecutor.goto(`/runs/${run}/clues`)
    await prosecutor.locator('#ask-bulk').click()
    await prosecutor.locator('#opening-words').fill(language === 'zh' ? '逐条核实' : 'each clue is verified')
    await prosecutor.locator('button[form=opening]').click()
    await expect(prosecutor).toHaveURL(/\/openings$/)
    await expect(prosecutor.locator('table .tag.warn').first()).toBeVisible()
    await look(prosecutor, 'openings', language)

    const head = await as(browser, 'county-department-head', language)
    await head.goto('/openings')
    await head.locator('table tbody tr').first().locator('button').click()
    await head.locator('#answer-words').fill(language === 'zh' ? '案件需要' : 'the case needs it')
    await look(head, 'opening-answer', language)
    await head.locator('#allow').click()
    await expect(head.locator('table tbody tr').first().locator('.tag.good')).toBeVisible()

    await prosecutor.reload()
    await prosecutor.locator('table tbody tr').first().locator('button').click()
    await prosecutor.locator('#seal').fill('correct horse battery staple')
    await expect(prosecutor.locator('#take')).toBeDisabled()
    await prosecutor.locator('#seal-again').fill('correct horse battery staple')
    await look(prosecutor, 'taking', language)
    const download = prosecutor.waitForEvent('download')
    await prosecutor.locator('#take').click()
    expect((await download).suggestedFilename()).toMatch(/\.xlsx\.sealed$/)
    expect(await (await download).failure()).toBeNull()
    await expect(prosecutor.locator('table tbody tr').first().locator('button')).toHaveCount(0)

    const officer = await as(browser, 'county-protection-officer', language)
    await officer.goto('/protection')
    for (const room of ['week', 'openings', 'files', 'register', 'terms', 'person']) {
      await officer.locator(`#room-${room}`).click()
      await expect(officer.locator(`#room-${room}`)).toHaveAttribute('aria-current', 'page')
      await look(officer, `protection-${room}`, language)
    }
    await officer.locator('#person-value').fill(number)
    await officer.locator('#person-words').fill(language === 'zh' ? '当事人询问' : 'the person asked')
    await officer.locator('form.search button').click()
    await expect(officer.locator('table')).toContainText(PROSECUTOR)
    expect(await officer.locator('body').innerText()).not.toContain(number)
    await look(officer, 'protection-found', language)
    await officer.locator('nav a[href="/datasets"]').click()
    await look(officer, 'datasets-officer', language)
    await expect(officer.locator('a[href="/datasets/bring"]')).toHaveCount(0)
    await officer.goto('/protection?room=register')
    await officer.locator('table a').first().click()
    await look(officer, 'necessity', language)
  })
}

test('text from data does nothing on any page', async ({ browser }) => {
  const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
  const page = await as(browser, 'city-prosecutor', 'zh') // nothing was opened today
  page.on('dialog', () => expect('a dialog').toBe('none'))
  const judgment = `示例省某市甲区人民法院\n刑事判决书\n（2023）示0101刑初${hostile}12号\n被告人王${hostile}示，男，1990年3月7日出生。\n判决如下：\n被告人王${hostile}示犯盗窃罪，判处有期徒刑九个月。\n`
  await page.goto('/bring?kind=criminal-judgment')
  await page.locator('input[type=file]').setInputFiles({ name: '<img src=x onerror=window.hit=1>.txt', mimeType: 'text/plain', buffer: Buffer.from(judgment) })
  await page.locator('form button[type=submit]').click()
  await expect(page).toHaveURL(/\/deliveries\//)
  await expect(page.locator('a[href$="/documents"]')).toBeVisible({ timeout: 120_000 })
  const delivery = page.url()
  const purpose = page.locator('#purpose-text')
  if (await purpose.isVisible()) {
    await purpose.fill(hostile)
    await page.locator('form button[type=submit]').click()
    await expect(page).toHaveURL(/\/runs\/[^/]+$/)
    await expect(page.locator('main')).toContainText('onerror')
  }
  for (const address of [delivery, `${delivery}/documents`, `${delivery}/documents/1`, '/runs', '/']) {
    await page.goto(address)
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    expect(await page.evaluate(() => 'hit' in window), address).toBe(false)
    expect(await page.locator('main img').count(), address).toBe(0)
  }
  await page.goto(`${delivery}/documents/1`)
  await open(page, hostile)
  await expect(page.locator('.opened')).toBeVisible()
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  await page.goto('/openings')
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
})
