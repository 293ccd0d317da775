import { afterAsking, isDueCheck, type ContentCheck } from '#shared/complaints/content-check.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Table } from '../platform/table/table.ts'
import { WeixinError, type Suggestion, type Weixin } from '../platform/weixin/weixin.ts'
import { tidyComplaint } from './repository.ts'
import { isKeptLongEnough, removeComplaint, type RetentionNeeds } from './retention.ts'
import { StoredComplaint } from './stored.ts'

interface Needs extends RetentionNeeds {
  readonly table: Table
  readonly weixin: Weixin
  readonly openidOf: (person: string) => Promise<string | undefined>
}

/** Asks WeChat about residents' words that are due for it, moves settled events out of the state, removes what was kept long enough. */
export function complaintJob(needs: Needs): Job {
  const { table, weixin, openidOf } = needs
  const ask = async (person: string, content: string): Promise<Suggestion | 'none'> => {
    const openid = await openidOf(person)
    // WeChat checks nothing for somebody who never logged in by it: as if they were away.
    if (openid === undefined) return 'none'
    try {
      const { suggest } = await weixin.checkText({ openid, content, scene: 'comment' })
      return suggest
    } catch (err) {
      if (err instanceof WeixinError) return 'none'
      throw err
    }
  }
  const asked = async (
    check: ContentCheck,
    person: string,
    content: string,
    now: Date,
  ): Promise<ContentCheck> =>
    isDueCheck(check, now) ? afterAsking(check, await ask(person, content), now) : check

  const checked = async (stored: StoredComplaint, now: Date): Promise<StoredComplaint> => {
    const { filedBy, assistedBy, events } = stored
    const writer = assistedBy?.person ?? filedBy.person
    const check = await asked(stored.check, writer, wordsOf(stored), now)
    const after = events.map(async (event) => ({
      ...event,
      check: await asked(event.check, event.by.person, event.text ?? '', now),
    }))
    return { ...stored, check, events: await Promise.all(after) }
  }
  return {
    kind: 'COMPLAINT',
    async visit(item, now) {
      const stored = StoredComplaint.parse(item.data)
      if (isKeptLongEnough(stored, now)) return removeComplaint(needs, stored)
      return tidyComplaint(table, item, (found) =>
        found.frozen ? idle(found) : checked(found, now),
      )
    },
  }
}

const idle = (stored: StoredComplaint): Promise<StoredComplaint> => Promise.resolve(stored)

const wordsOf = ({ text, place }: StoredComplaint): string =>
  place.kind === 'common' ? `${text}\n${place.area}` : text
