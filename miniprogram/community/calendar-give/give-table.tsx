import { useState } from 'react'
import type { TableVersion } from '#shared/clocks/contract.ts'
import { NoFreeSpace, Unfinished } from '#miniprogram/features/draft-bars.tsx'
import { calendarApi } from '#miniprogram/features/clocks/api.ts'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { begunWith, Form, readForm, requestOf } from './form.ts'
import { NoticeFields } from './notice-fields.tsx'
import { Preview } from './preview.tsx'

interface GiveTableProps {
  readonly year: number
  readonly person: string
  readonly versions: readonly TableVersion[]
  readonly onAgain: () => Promise<void>
}

/** A year's table: pasted or written as in the notice, looked at, given. */
export function GiveTable({ year, person, versions, onAgain }: GiveTableProps) {
  const now = useNow()
  const drafts = draftsOf(person, `calendar:${year}`, Form)
  const current = versions.find((one) => one.year === year)
  const [before] = useState(() => drafts.list()[0])
  const { draft, change, restart, isKept } = useDraft(
    drafts,
    () => before ?? drafts.begin(begunWith(year, current)),
  )
  const [given, setGiven] = useState<TableVersion>()
  const { table, problems } = readForm(draft.content, year, now)
  const isEmpty = draft.content.text.trim() === ''
  const give = useAct(async () => {
    const made = await calendarApi.give(requestOf(table, current?.version), { key: draft.key })
    restart(draft.content)
    setGiven(made)
  })
  const send = async (): Promise<void> => {
    setGiven(undefined)
    await give.run()
    // Who was second sees which version counts by now; what was typed stays.
    await onAgain()
  }
  return (
    <>
      {before && !given && <Unfinished savedAt={before.savedAt} />}
      {!isKept && <NoFreeSpace />}
      <NoticeFields form={draft.content} onChange={(to) => change((old) => ({ ...old, ...to }))} />
      <Preview {...{ table, problems, current, versions }} isEmpty={isEmpty} />
      {give.trouble && <NoticeBar tone="red">{give.trouble.detail}</NoticeBar>}
      {given && (
        <NoticeBar tone="jade">
          {`已录入 ${year} 年的放假安排，第 ${given.version} 版。暂算的期限会在一天内自动重算。`}
        </NoticeBar>
      )}
      <Action>
        <Button
          id="give-table"
          busy={give.busy}
          off={isEmpty ? '请把通知正文贴进来' : problems[0]}
          onPress={send}
        >
          {current ? `存为 ${year} 年的第 ${current.version + 1} 版` : `录入 ${year} 年的放假安排`}
        </Button>
      </Action>
    </>
  )
}
