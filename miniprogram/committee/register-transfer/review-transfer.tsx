import { formatDay } from '#shared/kernel/calendar.ts'
import type { UnitShown } from '#shared/register/terms.ts'
import { TRANSFER_NAMES } from '#shared/register/transfers.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import type { Act } from '#miniprogram/platform/use-act.ts'
import { ownersWords } from '#miniprogram/features/register/words.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import type { Form } from './form.ts'

interface ReviewTransferProps {
  readonly unit: UnitShown
  readonly form: Form
  readonly recording: Act<[], void>
  readonly onBack: () => void
}

/** Everything once more, and what follows from it. */
export function ReviewTransfer({ unit, form, recording, onBack }: ReviewTransferProps) {
  const now = useNow()
  const { kind, day, staying, coming } = form
  const stayed = unit.owners.filter(({ key }) => staying.includes(key)).map(({ name }) => name)
  const went = unit.owners.filter(({ key }) => !staying.includes(key)).map(({ name }) => name)
  return (
    <>
      <NoticeBar tone="amber">
        {`请再看一遍。登记后名册成为新的一版${went.length > 0 ? '，不再是业主的人在这一户不能再投票' : ''}。登记错了可以撤销。`}
      </NoticeBar>
      <Card title={unit.unit}>
        <Row title="为什么" value={kind && TRANSFER_NAMES[kind]} />
        <Row title="从哪天起" value={day && formatDay(day, now)} />
        {went.length > 0 && <Row title="不再是业主" note={ownersWords(went)} />}
        {stayed.length > 0 && <Row title="还是业主" note={ownersWords(stayed)} />}
        {coming.map(({ name, identity, phone }, i) => (
          <Row
            key={i}
            title="新业主"
            note={`${name.trim()}，${numberWords('证件号码', identity)}，${numberWords('手机号', phone)}`}
          />
        ))}
      </Card>
      <Button kind="quiet" id="back" onPress={onBack}>
        回去改
      </Button>
      {recording.trouble && (
        <NoticeBar tone="red">{`${recording.trouble.detail}写的内容还在。`}</NoticeBar>
      )}
      <Action>
        <Button
          id="record"
          busy={recording.busy}
          busyWord="正在登记…"
          onPress={() => recording.run()}
        >
          登记
        </Button>
      </Action>
    </>
  )
}

const numberWords = (what: string, number: string): string =>
  number.trim() === '' ? `没有写${what}` : `${what} ${number.trim()}`
