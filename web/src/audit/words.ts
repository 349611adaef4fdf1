/** What acts, objects and details are called; a value that is a number, a day or an id stands as it is. */
import { useI18n } from 'vue-i18n'

export function useActWords() {
  const { t, te } = useI18n()
  const act = (name: string) => (te(`audit.act.${name}`) ? t(`audit.act.${name}`) : name)
  const object = (name: string) => (te(`audit.object.${name}`) ? t(`audit.object.${name}`) : name)
  const value = (key: string, said: string) => {
    if (key === 'role') return te(`role.${said}`) ? t(`role.${said}`) : said
    return te(`audit.value.${key}.${said}`) ? t(`audit.value.${key}.${said}`) : said
  }
  const detail = (key: string, said: string) => (te(`audit.detail.${key}`) ? t(`audit.detail.${key}`, { value: value(key, said) }) : `${key} ${said}`)
  return { act, object, value, detail }
}
