import type { Patience } from '#shared/sessions/rules.ts'
import { attemptsOn, type Attempts, type Counted } from '../platform/limits/attempts.ts'
import type { Table } from '../platform/table/table.ts'

type Guessed = 'totp' | 'recovery' | 'web_code' | 'login'

const A_PERSON: Patience = { free: 5, first: 30, longest: 3_600 }
// Thousands of phones share an address of a mobile network: it is slowed down late, and never for long.
const AN_ADDRESS: Patience = { free: 60, first: 10, longest: 300 }

const counted = (kind: Guessed, by: 'p' | 'a', id: string, patience: Patience): Counted => ({
  kind,
  who: `${by}#${id}`,
  patience,
})

export interface Guessing {
  /** Runs `guess`; `undefined` from it is a failure, and counts. @throws RefusedError where it has to wait */
  guess<T>(
    kind: Exclude<Guessed, 'login'>,
    by: { readonly person: string; readonly address: string },
    now: Date,
    guess: () => Promise<T | undefined>,
  ): Promise<T | undefined>
  /** As `guess`, for who has no name yet; `isFailure` says which error is one. */
  logIn<T>(
    address: string,
    now: Date,
    enter: () => Promise<T>,
    isFailure: (err: unknown) => boolean,
  ): Promise<T>
}

export function guessingOn(table: Table): Guessing {
  const attempts: Attempts = attemptsOn(table)
  return {
    async guess(kind, { person, address }, now, guess) {
      const byPerson = counted(kind, 'p', person, A_PERSON)
      const byAddress = counted(kind, 'a', address, AN_ADDRESS)
      // Who has to wait for the address loses no attempt of their own.
      await attempts.check(byAddress, now)
      await attempts.begin(byPerson, now)
      await attempts.begin(byAddress, now)
      const found = await guess()
      if (found === undefined) return undefined
      // Whoever guesses at others' codes cannot wipe the address clean by a code of their own.
      await attempts.succeed(byPerson, now, true)
      await attempts.succeed(byAddress, now, false)
      return found
    },
    async logIn(address, now, enter, isFailure) {
      const byAddress = counted('login', 'a', address, AN_ADDRESS)
      await attempts.check(byAddress, now)
      try {
        return await enter()
      } catch (err) {
        if (isFailure(err)) await attempts.begin(byAddress, now)
        throw err
      }
    },
  }
}
