import type { Item } from './table.ts'

// eslint-disable-next-line no-restricted-syntax -- an adapter may ask the machine; callers with a clock of their own pass it
export const systemClock = (): Date => new Date()

export const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000)

export const isExpired = ({ expiresAt }: Pick<Item, 'expiresAt'>, seconds: number): boolean =>
  expiresAt !== undefined && expiresAt <= seconds
