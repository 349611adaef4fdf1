/** Citations as models write them (`刑法@2023`, `133-1`, `178.1(2)`) in words for a reader. */
import { i18n } from '../words'

const HANZI = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The place of a law, in the language of the page; what is written otherwise is shown as it is. */
export function cite(law: string, article: string): string {
  const { t } = i18n.global
  const [, name, year] = /^(.+)@(\d{4})[a-z]?$/.exec(law) ?? []
  const title = name === undefined || year === undefined ? law : t('law.text', { name, year })
  const parts = /^(\d+)(?:-(\d+))?(?:\.(\d+))?(?:\((\d+)\))?$/.exec(article)
  if (parts === null) return [title, article].filter((part) => part !== '').join(' ')
  const [, number, inserted, paragraph, item] = parts
  return [
    title,
    inserted === undefined ? t('law.article', { n: number }) : t('law.inserted', { n: number, dash: inserted, hanzi: HANZI[Number(inserted)] ?? inserted }),
    paragraph === undefined ? '' : t('law.paragraph', { n: paragraph }),
    item === undefined ? '' : t('law.item', { n: item }),
  ].join('')
}
