/** What `run` tells the journeys of the installations that it started. */
export function told(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: start the journeys with e2e/run`)
  return value
}
