import { complaints } from '#shared/complaints/contract.ts'
import type { Cast } from './cast.ts'
import type { Chapter } from './complaint-chapters.ts'
import { AT_PROPERTY } from './complaint-dispute-stories.ts'
import { AT_OFFICES } from './complaint-ladder-stories.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { daysAgo, later, type Step } from './steps.ts'

export function ladderSteps(stage: Stage, cast: Cast, now: Date): Step[] {
  const numbers = new Map<string, string>()
  const numberOf = (story: string): string => {
    const number = numbers.get(story)
    if (number === undefined) throw new Error(`the story ${story} has not begun`)
    return number
  }
  return [...AT_OFFICES, ...AT_PROPERTY].flatMap(
    ({ name, neighbour, filed, filing: { area, ...filing }, chapters }) => {
      const at = 'hours' in filed ? later(now, -filed.hours) : daysAgo(now, filed[0], filed[1], 10)
      const filer = neighbour === undefined ? cast.resident : neighbourAt(cast, neighbour)
      const begin = async (): Promise<void> => {
        const unit = filer.homes[0]?.unit ?? ''
        const place =
          area === undefined
            ? ({ kind: 'home', unit } as const)
            : ({ kind: 'common', area } as const)
        const sent = { community: COMMUNITY, ...filing, place }
        numbers.set(name, (await stage.act(filer.person, complaints.file, sent)).number)
      }
      const steps = chapters.map(({ after, by, act, say }): Step => {
        const time = later(at, after)
        const happen = async (): Promise<void> => {
          for (const person of personsOf(by, filer.person, cast)) {
            const said = say({ at: time, numberOf })
            const sent = { community: COMMUNITY, number: numberOf(name), ...said }
            await stage.act(person, complaints[act] as typeof complaints.accept, sent)
          }
        }
        return { at: time, happen }
      })
      return [{ at, happen: begin }, ...steps]
    },
  )
}

/** Of the neighbours, one after another from the middle of the register on: owners of different buildings. */
const APART = 37
const neighbourAt = ({ neighbours }: Cast, n: number) => {
  const one = neighbours[(n * APART) % neighbours.length]
  if (!one) throw new Error('nobody lives here')
  return one
}

function personsOf(by: Chapter['by'], filer: string, cast: Cast): readonly string[] {
  if (by === 'filer') return [filer]
  if (typeof by === 'string') return [`demo-${by}`]
  return Array.from({ length: by.neighbours }, (_, n) => neighbourAt(cast, 100 + n).person)
}
