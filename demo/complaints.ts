import { skipsProperty } from '#shared/complaints/rules/routing.ts'
import { complaints } from '#shared/complaints/contract.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { STORIES, type Story } from './complaint-stories.ts'
import type { Neighbour } from './neighbours.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { daysAgo, later, type Step } from './steps.ts'

/** How many of a story's chapters are told: 0 is filed only. */
type Chapters = 0 | 1 | 2 | 3 | 4 | 5

interface Telling {
  readonly story: Story
  readonly filer: Neighbour
  readonly at: Date
  readonly chapters: Chapters
}

/** Three months of complaints; those of the demo's resident stand in every state. */
export function complaintSteps(stage: Stage, cast: Cast, chance: Chance, now: Date): Step[] {
  return tellings(cast, chance, now).flatMap((telling) => stepsOf(stage, telling, chance))
}

function tellings({ resident, neighbours }: Cast, chance: Chance, now: Date): Telling[] {
  const story = (n: number): Story => STORIES[n % STORIES.length] as Story
  const ofResident: readonly (readonly [number, number, Chapters])[] = [
    // Nothing after the reply: its clock has run out, and it went to the street by itself.
    [6, 12, 2],
    [0, 5, 3],
    [3, 2, 2],
    [13, 1, 1],
    [12, 0, 0],
    [2, 6, 4],
    [1, 60, 5],
    // About the property's own staff: straight to the street, which has been there.
    [9, 4, 2],
  ]
  const mine = ofResident.map(([n, days, chapters]) => ({
    story: { ...story(n), end: endOf(story(n), chapters) },
    filer: resident,
    // Younger than a day, the property's first reply is not overdue.
    at: days < 2 ? later(now, days === 0 ? -3 : -20) : daysAgo(now, days, 9, 20),
    chapters,
  }))
  const others = Array.from({ length: 44 }, (_, n): Telling => {
    const days = 88 - n * 2
    return {
      story: story(n),
      filer: chance.pick(neighbours),
      at: daysAgo(now, days, 8 + chance.below(12), chance.below(60)),
      chapters: days > 12 ? 5 : (chance.below(5) as Chapters),
    }
  })
  return [...mine, ...others] as Telling[]
}

/** A story whose end was not written goes as this telling needs it. */
const endOf = (story: Story, chapters: Chapters): Story['end'] => {
  if (chapters === 4) return { dispute: '周末还是老样子，没有人来看过，请认真处理。' }
  return story.end ?? { rating: 4 }
}

function stepsOf(stage: Stage, telling: Telling, chance: Chance): Step[] {
  const { story, filer, at, chapters } = telling
  if (skipsProperty(story.category)) return streetSteps(stage, telling)
  let number = ''
  const on = () => ({ community: COMMUNITY, number, photos: [] })
  const clerk = chance.below(4) === 0 ? 'demo-manager' : 'demo-property'
  const answer = story.reply ?? '已安排人员到现场查看，今天内回复结果。'
  const done = story.resolve ?? '已处理完毕，如再出现请随时联系我们。'

  const accepted = later(at, 1 + chance.below(6))
  const replied = later(accepted, 1 + chance.below(8))
  const resolved = later(replied, 12 + chance.below(60))
  const ended = later(resolved, 6 + chance.below(40))
  const all: readonly Step[] = [
    step(at, async () => {
      const filed = await stage.act(filer.person, complaints.file, filingOf(story, filer))
      number = filed.number
    }),
    step(accepted, () => stage.act(clerk, complaints.accept, { community: COMMUNITY, number })),
    step(replied, () => stage.act(clerk, complaints.reply, { ...on(), text: answer })),
    step(resolved, () => stage.act(clerk, complaints.resolve, { ...on(), text: done })),
  ]
  const { end } = story
  if (chapters < 4 || !end) return all.slice(0, Math.min(chapters, 3) + 1)
  return [...all, ...endingOf(stage, end, { filer: filer.person, clerk, ended, on })]
}

const DONE = '街道已约谈物业并到场核实，问题已改正，结果在小区公示栏张贴。'

/** What is about the property itself: taken on by the street, looked at where it is, answered, confirmed. */
function streetSteps(stage: Stage, { story, filer, at, chapters }: Telling): Step[] {
  let number = ''
  const on = () => ({ community: COMMUNITY, number })
  const seen = later(at, 20)
  const all: readonly Step[] = [
    step(at, async () => {
      number = (await stage.act(filer.person, complaints.file, filingOf(story, filer))).number
    }),
    step(later(at, 3), () => stage.act('demo-street', complaints.acceptAtStreet, on())),
    step(seen, () =>
      stage.act('demo-street', complaints.recordOnsite, {
        ...on(),
        who: '社区工作者罗秀英',
        when: seen.toISOString(),
        where: '物业服务中心',
        text: '与前台核对了来电登记，问了三位当班人员。',
      }),
    ),
    step(later(at, 60), () =>
      stage.act('demo-street', complaints.resolve, { ...on(), text: DONE }),
    ),
    step(later(at, 90), () => stage.act(filer.person, complaints.confirm, { ...on(), rating: 4 })),
  ]
  return all.slice(0, Math.min(chapters, 4) + 1)
}

const step = (at: Date, happen: () => Promise<unknown>): Step => ({
  at,
  async happen() {
    await happen()
  },
})

interface Ending {
  readonly filer: string
  readonly clerk: string
  readonly ended: Date
  readonly on: () => { community: string; number: string; photos: string[] }
}

function endingOf(
  stage: Stage,
  end: NonNullable<Story['end']>,
  { filer, clerk, ended, on }: Ending,
): Step[] {
  const confirm = (rating: number) => {
    const { community, number } = on()
    return stage.act(filer, complaints.confirm, { community, number, rating })
  }
  if ('rating' in end) return [step(ended, () => confirm(end.rating))]
  const dispute = step(ended, () =>
    stage.act(filer, complaints.dispute, { ...on(), text: end.dispute }),
  )
  const { again } = end
  if (again === undefined) return [dispute]
  return [
    dispute,
    step(later(ended, 5), () =>
      stage.act(clerk, complaints.accept, { community: on().community, number: on().number }),
    ),
    step(later(ended, 30), () => stage.act(clerk, complaints.resolve, { ...on(), text: again })),
    step(later(ended, 50), () => confirm(4)),
  ]
}

function filingOf(story: Story, filer: Neighbour) {
  const unit = filer.homes[0]?.unit ?? ''
  const place =
    story.place === 'home' || story.place === 'building'
      ? ({ kind: 'home', unit } as const)
      : ({ kind: 'common', area: story.place } as const)
  return { community: COMMUNITY, category: story.category, text: story.text, place, photos: [] }
}
