/**
 * The SDK's reading and writing of dates, by the engine's own, which is less strict. None is in what the store sends
 * or is answered, except perhaps in a `Retry-After`.
 */
const readDate = (text: string): Date => new Date(text)

export const parseRfc3339DateTime = readDate
export const parseRfc3339DateTimeWithOffset = readDate
export const parseRfc7231DateTime = readDate
export const parseEpochTimestamp = (seconds: number | string): Date =>
  new Date(Number(seconds) * 1000)
export const dateToUtcString = (date: Date): string => date.toUTCString()
