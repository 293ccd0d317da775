import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import { notices } from '#shared/notices/contract.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { NOTICE_STORIES, type NoticeStory } from './notice-stories.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { daysAgo, later, type Step } from './steps.ts'

const READERS = 60

export const noticeSteps = (stage: Stage, cast: Cast, chance: Chance, now: Date): Step[] =>
  NOTICE_STORIES.flatMap((story) => stepsOf(stage, story, cast, chance, now))

function stepsOf(stage: Stage, story: NoticeStory, cast: Cast, chance: Chance, now: Date): Step[] {
  const { by, title, text, category, pinned = false, validDays, correction } = story
  const at = daysAgo(now, story.daysAgo, 10, 5)
  const publisher = `demo-${by}`
  const start = chance.below(cast.neighbours.length)
  const readers = Array.from(
    { length: READERS + chance.below(READERS) },
    (_, n) => cast.neighbours[(start + n) % cast.neighbours.length]?.person ?? '',
  )
  let notice = ''
  const steps: Step[] = [
    {
      at,
      async happen() {
        const published = await stage.act(publisher, notices.publish, {
          community: COMMUNITY,
          title,
          text,
          category,
          pinned,
          ...(validDays !== undefined && { validUntil: addDays(dayOf(at), validDays) }),
        })
        notice = published.notice
      },
    },
    {
      at: later(at, 20),
      async happen() {
        const read = { community: COMMUNITY, notice }
        await Promise.all(readers.map((person) => stage.act(person, notices.read, read)))
      },
    },
  ]
  if (correction === undefined) return steps
  const correct = async (): Promise<void> => {
    await stage.act(publisher, notices.correct, {
      community: COMMUNITY,
      notice,
      title,
      text: correction,
    })
  }
  return [...steps, { at: later(at, 49), happen: correct }]
}
