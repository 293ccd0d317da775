import { useState } from 'react'
import { addDays, DAY, dayOf, formatDay, formatTime, startOfDay } from '#shared/kernel/calendar.ts'
import { earliestOpeningDay, type Window } from '#shared/votes/rules/notice.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { now as timeNow, useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { useWhy } from '#miniprogram/features/votes/why-law.tsx'
import { TimeWheels } from '#miniprogram/kit/time-wheels.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { rulesOf, type KnownRules } from '../rules-of.ts'
import { RulesUnknown } from '../rules-unknown.tsx'
import type { Step } from './step.ts'
import { movedTo, proposedWindow, windowWords, wrongIn } from './window.ts'

/** Fixes from when until when is voted, and tells everybody. */
export function GiveNotice(step: Step) {
  const rules = rulesOf(step.vote.profile)
  return rules ? <NoticeForm {...step} rules={rules} /> : <RulesUnknown />
}

interface Asked {
  readonly window: Window
  /** Another window is another request. */
  readonly key: string
}
const ask = (window: Window): Asked => ({ window, key: newKey() })

function NoticeForm({
  community,
  vote: { vote, title },
  rules,
  onDone,
  reload,
  onBack,
}: Step & { readonly rules: KnownRules }) {
  const now = useNow()
  const [{ window, key }, setAsked] = useState(() => ask(proposedWindow(rules, timeNow())))
  const notice = useAct(async () =>
    onDone(await api.votes.giveNotice({ community, vote, ...window }, { key })),
  )
  const { ask: why, answer } = useWhy('giveNotice')
  return (
    <>
      <Card title={`公告“${title}”`} aside={why}>
        <WindowFields
          window={window}
          rules={rules}
          onChange={(changed) => setAsked(ask(changed))}
        />
        <Said>{`${windowWords(window, now)}。`}</Said>
        <Said>
          公告后全体业主都能看到，到时自动开始、自动截止。公告后再改内容，公告就收回，要重新公告，天数从头算。
        </Said>
        {answer !== undefined && <Said>{answer}</Said>}
      </Card>
      {notice.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {notice.trouble.detail}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        先不公告，返回
      </Button>
      <Action>
        <Button
          id="notice-sure"
          busy={notice.busy}
          busyWord="正在公告…"
          off={wrongIn(window, rules, now)}
          onPress={() => notice.run()}
        >
          发出公告
        </Button>
      </Action>
    </>
  )
}

interface WindowFieldsProps {
  readonly window: Window
  readonly rules: KnownRules
  readonly onChange: (window: Window) => void
}

// A notice much longer than the law wants is forgotten before the vote opens.
const FURTHEST_AHEAD = 180

function WindowFields({ window, rules, onChange }: WindowFieldsProps) {
  const now = useNow()
  const { noticeDays, windowDaysAtMost } = rules
  const [opens, closes] = [new Date(window.opensAt), new Date(window.closesAt)]
  const earliest = earliestOpeningDay(now, noticeDays)
  return (
    <>
      <Field
        label="什么时候开始投票"
        hint={`公告至少 ${noticeDays} 天后才能投票，今天公告，最早 ${formatDay(earliest, now)}`}
      >
        <TimeWheels
          id="opens"
          title="开始投票"
          words={formatTime(opens, now)}
          value={opens}
          earliest={startOfDay(earliest)}
          latest={startOfDay(addDays(dayOf(now), FURTHEST_AHEAD))}
          to="datehour"
          onChange={(time) => onChange(movedTo(window, time))}
        />
      </Field>
      <Field label="什么时候截止" hint={`投票最多开放 ${windowDaysAtMost} 天`}>
        <TimeWheels
          id="closes"
          title="截止投票"
          words={formatTime(closes, now)}
          value={closes}
          earliest={new Date(opens.getTime() + rules.windowDaysAtLeast * DAY)}
          latest={new Date(opens.getTime() + windowDaysAtMost * DAY)}
          to="datehour"
          onChange={(time) => onChange({ ...window, closesAt: time.toISOString() })}
        />
      </Field>
    </>
  )
}
