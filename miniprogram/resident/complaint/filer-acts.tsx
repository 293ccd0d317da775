import { useState } from 'react'
import type { Complaint, ComplaintAct, ComplaintEvent } from '#shared/complaints/contract.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import { dayOf, formatTime } from '#shared/kernel/calendar.ts'
import type { ActFormProps } from '#miniprogram/features/complaints/acts/entry.ts'
import { entryOf } from '#miniprogram/features/complaints/event-entry.tsx'
import { useNews } from '#miniprogram/features/complaints/use-news.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Timeline } from '#miniprogram/platform/ui/timeline.tsx'
import { ActForm } from './act-form.tsx'
import { Confirm } from './confirm.tsx'
import { formsFor, type FilerForm } from './filer-forms.ts'

const NOT_NOW = '现在不能做这一步了，写的内容还在'

/** Everything the filer may do: what waits for them stands open, the rest on demand, each with its own small form. */
export function FilerActs(props: Omit<ActFormProps, 'off'>) {
  const { complaint } = props
  const [chosen, setChosen] = useState<ComplaintAct>()
  const [told, setTold] = useState<string>()
  const news = useNews(complaint)
  const may = formsFor(complaint).filter(({ act }) => complaint.acts.includes(act))
  const form = formsFor(complaint).find(({ act }) => act === chosen)
  const choose = (act: ComplaintAct | undefined): void => {
    setTold(undefined)
    setChosen(act)
  }
  const done = (words: string) => (next: Complaint) => {
    news.seeAll(next)
    setChosen(undefined)
    setTold(words)
    props.onDone(next)
  }
  // What was being answered when somebody else acted stays: nothing that was typed is lost.
  const lost = (act: ComplaintAct) => () => {
    setChosen(act)
    return props.onLost()
  }
  const off = (act: ComplaintAct) => (complaint.acts.includes(act) ? undefined : NOT_NOW)
  const confirms = complaint.acts.includes('confirm') || chosen === 'confirm'
  return (
    <>
      {told !== undefined && <NoticeBar tone="jade">{told}</NoticeBar>}
      <Meanwhile events={news.since} />
      {form ? (
        <ActForm
          key={form.act}
          {...props}
          form={form}
          off={off(form.act)}
          onDone={done(form.done)}
          onLost={lost(form.act)}
          onBack={() => choose(undefined)}
        />
      ) : (
        <>
          {confirms && (
            <Confirm
              {...props}
              off={off('confirm')}
              onDone={done('已确认办结，谢谢您的评价。')}
              onLost={lost('confirm')}
              onDispute={complaint.acts.includes('dispute') ? () => choose('dispute') : undefined}
            />
          )}
          <Others
            complaint={complaint}
            forms={may.filter(({ act }) => !(confirms && act === 'dispute'))}
            onChoose={choose}
          />
        </>
      )}
    </>
  )
}

/** Somebody acted while the page was open. */
function Meanwhile({ events }: { readonly events: readonly ComplaintEvent[] }) {
  const now = useNow()
  if (events.length === 0) return null
  return (
    <Card title="您打开以后有变化" id="meanwhile">
      <Timeline entries={[...events].reverse().map((event) => entryOf(event, { now }))} />
    </Card>
  )
}

interface OthersProps {
  readonly complaint: Complaint
  readonly forms: readonly FilerForm[]
  readonly onChoose: (act: ComplaintAct) => void
}

function Others({ complaint, forms, onChoose }: OthersProps) {
  const urged = useUrgedToday(complaint)
  if (forms.length === 0 && urged === undefined) return null
  return (
    <Card title="您可以">
      {urged !== undefined && !complaint.acts.includes('urge') && (
        <Row title="催办" note={`今天已催过一次（${urged}）。明天还没有回音可以再催。`} />
      )}
      {forms.map(({ act, word, note }) => (
        <Row key={act} id={`act-${act}`} title={word} note={note} onPress={() => onChoose(act)} />
      ))}
    </Card>
  )
}

/** When it was urged today, where that is why it cannot be urged again. */
function useUrgedToday({ timeline, state, mine }: Complaint): string | undefined {
  const now = useNow()
  if (!mine || isClosed(state)) return undefined
  const last = [...timeline].reverse().find(({ kind }) => kind === 'urged')
  if (!last || dayOf(new Date(last.at)) !== dayOf(now)) return undefined
  return formatTime(new Date(last.at), now)
}
