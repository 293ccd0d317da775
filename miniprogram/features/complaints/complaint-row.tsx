import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { ComplaintCard } from '#shared/complaints/contract.ts'
import { stageOf } from '#shared/complaints/rules/sight.ts'
import { dayOf, daysBetween, formatDay } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { go } from '../pages.ts'
import { stateWord } from './words.ts'

interface ComplaintRowProps {
  readonly card: ComplaintCard
  /** From the filer's side; otherwise from the side of who handles it. */
  readonly mine: boolean
  /** Fewer words, for a page of many things. */
  readonly brief?: boolean
  /** Where the person helps and may have no home: the page cannot know it otherwise. */
  readonly community?: string
  /** For whom it was sent in, by who is looking. */
  readonly filedFor?: string
  /** Of who handles it: an officer's page is another than the property's. */
  readonly office?: boolean
}

const BRIEF = 18

export function ComplaintRow({
  card,
  mine,
  brief = false,
  community,
  filedFor,
  office = false,
}: ComplaintRowProps) {
  const now = useNow()
  // Whether it is done is not the helper's to say.
  const { word, tone } = stateWord(card.state, mine && filedFor === undefined)
  const when = mine ? changedWords(card, now, brief) : waitingWords(card, now)
  const category = CATEGORY_NAMES[card.category]
  return (
    <Row
      id={`complaint-${card.number}`}
      title={brief ? firstOf(card.summary, BRIEF) : card.summary}
      note={`${filedFor === undefined ? '' : `替 ${filedFor}，`}${brief ? `${category}，${when}` : `${category}，${card.place}，${when}`}`}
      tag={<Tag tone={card.held ? 'grey' : tone}>{card.held ? '待社区查看' : word}</Tag>}
      onPress={() =>
        void go(mine ? 'complaint' : office ? 'officerComplaint' : 'handle', {
          number: card.number,
          ...(community !== undefined && { community }),
        })
      }
    />
  )
}

const firstOf = (text: string, most: number): string => {
  const letters = Array.from(text)
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text
}

function changedWords({ filedAt, changedAt }: ComplaintCard, now: Date, brief: boolean): string {
  const day = dayOf(new Date(changedAt))
  const what = filedAt === changedAt ? '提交' : '有变化'
  return `${brief ? ago(day, now) : formatDay(day, now)}${what}`
}

const ago = (day: string, now: Date): string => {
  const days = daysBetween(day, dayOf(now))
  return days === 0 ? '今天' : `${days} 天前`
}

/** Who handles it needs to know how long somebody has waited; once it is done, when it was. */
function waitingWords({ state, filedAt, changedAt }: ComplaintCard, now: Date): string {
  if (stageOf(state) === 'done') return formatDay(dayOf(new Date(changedAt)), now)
  const days = daysBetween(dayOf(new Date(filedAt)), dayOf(now))
  return days === 0 ? '今天提交' : `已等 ${days} 天`
}
