/** Days, moments, numbers and sums as a page shows them. What is missing shows as a dash. */
import { language } from '../words'

export const NONE = '—'

const locale = () => (language.value === 'zh' ? 'zh-CN' : 'en-GB')

/** A day `2024-09-30`, as it came: the form that every office reads alike. */
export function day(value: string | null): string {
  return value === null ? NONE : value.slice(0, 10)
}

/** A moment, in the time of this computer, to the minute. */
export function moment(value: string | null): string {
  if (value === null) return NONE
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return value
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

export function count(value: number | null): string {
  return value === null ? NONE : value.toLocaleString(locale())
}

/** Yuan with two decimals. */
export function yuan(value: number | null): string {
  return value === null
    ? NONE
    : value.toLocaleString(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

export function bytes(value: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let amount = value
  let unit = 0
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024
    unit++
  }
  return `${unit === 0 ? amount : amount.toFixed(1)} ${units[unit]}`
}

/** Whole days from one day to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)
}
