import { useState } from 'react'
import { canDeclareIntake } from '#shared/votes/papers/phases.ts'
import { canFinishIntake } from '#shared/votes/papers/reconcile.ts'
import type { DifferenceKind, PaperReport } from '#shared/votes/papers/terms.ts'
import { DIFFERENCE_NAMES } from '#shared/votes/papers/words.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface DeclareProps {
  readonly community: string
  readonly vote: Vote
  readonly report: PaperReport
  readonly onDone: () => Promise<void>
}

const OFFICE_NAMES = { committee: '业委会', community: '社区' } as const
const NOTE_AT_MOST = 300

/** Who has declared it complete, and the words for what does not come out even. */
export function Declare({ community, vote, report, onDone }: DeclareProps) {
  const now = useNow()
  const { declarations, differences, total } = report
  const [words, setWords] = useState<Partial<Record<DifferenceKind, string>>>({})
  const [key] = useState(newKey)
  const notes = differences.flatMap(({ kind }) => {
    const text = words[kind]?.trim() ?? ''
    return text.length < 5 ? [] : [{ kind, text }]
  })
  const act = useAct(async () => {
    const sent = { community, vote: vote.vote, sha256: report.sha256, notes }
    await deskApi.finishIntake(sent, { key })
    await onDone()
  })
  const time = canDeclareIntake(vote, now)
  if (report.finishedAt !== undefined) return <Declared report={report} />
  return (
    <>
      {declarations.length > 0 && <Declared report={report} />}
      {differences.length > 0 && (
        <Card title="不相符的，请写明原因">
          {differences.map(({ kind, count }) => (
            <Field key={kind} label={`${DIFFERENCE_NAMES[kind]}：${count}`}>
              <TextArea
                id={`note-${kind}`}
                label={DIFFERENCE_NAMES[kind]}
                most={NOTE_AT_MOST}
                value={words[kind] ?? ''}
                onChange={(text) => setWords({ ...words, [kind]: text })}
              />
            </Field>
          ))}
        </Card>
      )}
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      <Action>
        <Button id="declare" busy={act.busy} off={offOf()} onPress={() => act.run()}>
          确认核对完毕
        </Button>
      </Action>
    </>
  )

  function offOf(): string | undefined {
    if (!time.ok) return '截止一分钟以后才能确认'
    const finish = canFinishIntake(total, differences, notes)
    if (finish.ok) return undefined
    return finish.code === 'votes.sheets_waiting'
      ? `还有 ${total.waiting} 张没有由两人录入一致`
      : '请把每一项不相符的原因写清楚'
  }
}

function Declared({ report: { declarations } }: { readonly report: PaperReport }) {
  const now = useNow()
  return (
    <Card title="已经确认">
      {declarations.map(({ office, by, at, notes }) => (
        <Row
          key={office}
          title={`${OFFICE_NAMES[office]} ${by}`}
          note={[
            `${formatTime(new Date(at), now)} 确认`,
            ...notes.map(
              ({ kind, text }) => `${DIFFERENCE_NAMES[kind]}：${text.replace(/。$/, '')}`,
            ),
          ].join('；')}
        />
      ))}
    </Card>
  )
}
