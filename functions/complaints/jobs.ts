import { openLife, settle } from '#shared/complaints/rules/settle.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Item, Table } from '../platform/table/table.ts'
import { contentChecked, type CheckNeeds } from '../platform/weixin/content-checks.ts'
import { backWhereGivenUp, letGo } from './coming-back.ts'
import { countAgain, isCountDue, recounted } from './cosigning.ts'
import { afterSettling } from './next-complaint.ts'
import { complaintsIn, tidyComplaint } from './repository.ts'
import { isKeptLongEnough, removeComplaint, type RetentionNeeds } from './retention.ts'
import type { SettingsOffers } from './settings.ts'
import { readComplaint, type StoredComplaint } from './stored.ts'
import { tellAbout, type Tell } from './telling.ts'

interface Needs extends RetentionNeeds, CheckNeeds {
  readonly table: Table
  readonly settings: SettingsOffers
  readonly messages: { tell: Tell }
}

/**
 * Everything that happens to complaints by the clock: words are checked, clocks warn, run out and move a complaint up,
 * whoever waits is told, homes are counted, settled events move out of the state, what was kept long enough goes.
 */
export function complaintJob(needs: Needs): Job {
  const { table, messages } = needs
  const check = checking(needs)

  const advanced = async (stored: StoredComplaint, now: Date): Promise<StoredComplaint> => {
    const terms = await needs.settings.terms(stored)
    const words = await check(stored, now)
    const opened =
      words.check.state === 'passed'
        ? afterSettling(words, openLife(words.life, now, terms))
        : words
    const settled = afterSettling(opened, settle(opened.life, now, terms))
    if (!isCountDue(settled, now)) return settled
    return recounted(table, await backWhereGivenUp(needs, settled, now), now)
  }
  const visit = async (item: Item, now: Date): Promise<void> => {
    const stored = readComplaint(item)
    if (isKeptLongEnough(stored, now)) return removeComplaint(needs, stored)
    // What is written has happened: told first and then marked, it is told at least once, and only once per event.
    const told = stored.frozen ? stored : await toldOf(stored, item.version, now)
    if (stored.letGoAt !== undefined) await letGo(needs, stored, now)
    const next = stored.frozen ? stored : await advanced(told, now)
    await tidyComplaint(table, { ...next, letGoAt: undefined }, stored, item.version)
    if (isCountDue(stored, now)) await countAgain(table, next, now)
  }
  const toldOf = async (
    stored: StoredComplaint,
    version: number,
    now: Date,
  ): Promise<StoredComplaint> => {
    if (stored.untold.length === 0 && stored.untoldWorker !== true) return stored
    const found = hasAll(stored)
      ? { stored, version, events: stored.events }
      : await complaintsIn(table, { community: stored.community, code: '' }).find(stored.number)
    if (found) await tellAbout(found, now, messages.tell)
    return { ...stored, untold: [], untoldWorker: undefined }
  }
  return { kind: 'COMPLAINT', visit }
}

/** What is to be told of has seldom been moved out of it. */
const hasAll = ({ untold, events }: StoredComplaint): boolean =>
  untold.every(({ seq }) => events.some((event) => event.seq === seq))

/** Asks WeChat about residents' words that are due for it. */
const checking =
  (needs: CheckNeeds) =>
  async (stored: StoredComplaint, now: Date): Promise<StoredComplaint> => {
    const { filedBy, assistedBy, events } = stored
    const writer = assistedBy?.person ?? filedBy.person
    const words = { person: writer, content: wordsOf(stored) }
    const check = await contentChecked(needs, stored.check, words, now)
    const after = events.map(async (event) => {
      const said = { person: event.by?.person ?? '', content: event.text ?? '' }
      return { ...event, check: await contentChecked(needs, event.check, said, now) }
    })
    return { ...stored, check, events: await Promise.all(after) }
  }

const wordsOf = ({ text, place }: StoredComplaint): string =>
  place.kind === 'common' ? `${text}\n${place.area}` : text
