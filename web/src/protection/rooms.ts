/** The rooms of the data-protection officer, in the order of their tabs. */
export const ROOMS = ['week', 'openings', 'files', 'register', 'terms', 'person'] as const
export type Room = (typeof ROOMS)[number]

export function roomOf(value: unknown): Room {
  return ROOMS.find((room) => room === value) ?? 'week'
}
