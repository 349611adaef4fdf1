/** What acts and objects are called; one that has no words yet shows under its own name. */
import { useI18n } from 'vue-i18n'

export function useActWords() {
  const { t, te } = useI18n()
  return {
    act: (name: string) => (te(`audit.act.${name}`) ? t(`audit.act.${name}`) : name),
    object: (name: string) => (te(`audit.object.${name}`) ? t(`audit.object.${name}`) : name),
  }
}
