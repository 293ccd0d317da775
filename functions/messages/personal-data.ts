import { formatTime } from '#shared/kernel/calendar.ts'
import type { Table } from '../platform/table/table.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { ledgersOf } from './ledgers.ts'
import { inboxOf } from './repository.ts'
import type { FoundMessage } from './stored.ts'

/** What a person was told, and what WeChat may tell them: all of it goes with the account. */
export const messageData = ({ table }: { readonly table: Table }): PersonalData => ({
  feature: 'messages',
  async export(person, now) {
    const found = (await allOf(table, person)).map(({ stored }) => stored)
    const latestFirst = found.sort((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1))
    return [
      {
        feature: 'messages',
        title: '收到的消息',
        lines: latestFirst.map(({ title, words, arrivedAt }) => ({
          label: `${title}，${formatTime(new Date(arrivedAt), now)}`,
          value: words,
        })),
        data: latestFirst.map(({ title, words, at, arrivedAt, readAt, subject }) => ({
          ...{ title, words, at, arrivedAt, readAt, subject },
        })),
      },
    ]
  },
  async foresee(person) {
    const { length } = await allOf(table, person)
    return { erased: length === 0 ? [] : [`${length} 条消息`], frozen: [] }
  },
  async erase(person) {
    const inbox = inboxOf(table, person)
    for (let left = await inbox.all(); left.items.length > 0; left = await inbox.all()) {
      for (const found of left.items) await inbox.remove(found)
    }
    await inbox.forgetMark()
    await ledgersOf(table, person).removeAll()
  },
})

async function allOf(table: Table, person: string): Promise<FoundMessage[]> {
  const inbox = inboxOf(table, person)
  const found: FoundMessage[] = []
  let cursor: string | undefined
  do {
    const page = await inbox.all(cursor)
    found.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}
