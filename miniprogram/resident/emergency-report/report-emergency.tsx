import { useState } from 'react'
import Taro from '@tarojs/taro'
import { adviceFor } from '#shared/emergencies/checklists.ts'
import { KIND_NAMES } from '#shared/emergencies/kinds.ts'
import { isInCharge } from '#shared/emergencies/rules.ts'
import type { Home } from '#shared/kernel/home.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { emergenciesApi } from '#miniprogram/features/emergencies/api.ts'
import { CallButtons } from '#miniprogram/features/emergencies/call-buttons.tsx'
import { PAGES } from '#miniprogram/features/pages.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { likelyBuilding, missingIn, placeOf, type Form } from './form.ts'
import { KindTiles } from './kind-tiles.tsx'
import { MoreFields, PlaceFields } from './report-fields.tsx'

export interface ReportProps {
  readonly community: string
  readonly roles: readonly Role[]
  readonly homes: readonly Home[]
  readonly buildings: readonly string[]
}

/** What, where, and a red button that asks once: a pocket reports nothing. */
export function ReportEmergency({ community, roles, homes, buildings }: ReportProps) {
  const [form, setForm] = useState<Form>(() => ({
    ...{ kind: undefined, detail: '', note: '', photos: [] },
    building: likelyBuilding(homes, buildings),
  }))
  const [key] = useState(newKey)
  const change = (to: Partial<Form>): void => setForm((old) => ({ ...old, ...to }))
  const send = useAct(async () => {
    const { kind, note, photos } = form
    if (kind === undefined) return
    const said = { kind, place: placeOf(form), note: note.trim(), photos: [...photos] }
    const { emergency } = await emergenciesApi.report({ community, ...said }, { key })
    const page = isInCharge(roles) ? PAGES.emergencyHandle : PAGES.emergency
    await Taro.redirectTo({ url: `${page}?emergency=${emergency}&reported=1` })
  })
  return (
    <>
      <NoticeBar tone="red">有人受伤、被困或者起火，先打 119、110、120，再在这里上报。</NoticeBar>
      <Card title="发生了什么">
        <KindTiles value={form.kind} onChange={(kind) => change({ kind })} />
        {form.kind !== undefined && <CallButtons phones={adviceFor(form.kind).phones} />}
      </Card>
      <PlaceFields form={form} change={change} buildings={buildings} />
      <MoreFields form={form} change={change} community={community} />
      <Submit form={form} send={send} />
    </>
  )
}

interface SubmitProps {
  readonly form: Form
  readonly send: ReturnType<typeof useAct<[], void>>
}

function Submit({ form, send }: SubmitProps) {
  const [asking, setAsking] = useState(false)
  const off = missingIn(form)
  return (
    <>
      {send.trouble && (
        <NoticeBar tone="red">
          {`${send.trouble.detail}您填写的内容还在，可以再点上报；急的话直接打电话。`}
        </NoticeBar>
      )}
      {asking && off === undefined && form.kind !== undefined ? (
        <Action>
          <Row
            title={`${KIND_NAMES[form.kind]}：${placeOf(form)}`}
            note="确认是真的吗？会马上通知物业、社区和街道，夜里也会。报假情况会有记录。"
          />
          <Button id="report-sure" kind="danger" busy={send.busy} onPress={() => send.run()}>
            是真的，马上上报
          </Button>
          <Button kind="quiet" id="report-back" onPress={() => setAsking(false)}>
            再改改
          </Button>
        </Action>
      ) : (
        <Action>
          <Button id="report" kind="danger" off={off} onPress={() => setAsking(true)}>
            马上上报
          </Button>
        </Action>
      )}
    </>
  )
}
