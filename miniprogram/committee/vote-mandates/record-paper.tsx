import { useState } from 'react'
import type { Vote } from '#shared/votes/contract.ts'
import { buildingOf } from '#shared/votes/serving/rules.ts'
import type { ServingUnit } from '#shared/votes/serving/serving.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { OpinionFields, statedIn, type Opinions } from '#miniprogram/features/votes/opinions.tsx'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface RecordPaperProps {
  readonly community: string
  readonly vote: Vote
  readonly onDone: () => Promise<void>
  readonly onBack: () => void
}

/** The home first, then who of its owners signed, for whom, and the photo of the paper. */
export function RecordPaper({ community, vote, onDone, onBack }: RecordPaperProps) {
  const [label, setLabel] = useState('')
  const [unit, setUnit] = useState<ServingUnit>()
  const [missing, setMissing] = useState(false)
  const look = useAct(async () => {
    const asked = { building: buildingOf(label.trim()), unit: label.trim() }
    const found = await deskApi.servingUnits({ community, vote: vote.vote, ...asked })
    setUnit(found.units[0])
    setMissing(found.units.length === 0)
  })
  return (
    <>
      <Button kind="quiet" id="back" onPress={onBack}>
        返回
      </Button>
      <Card title="哪一户的委托书">
        <Field
          label="房号"
          hint="写成 楼栋-单元-房号，例如 3-2-801"
          wrong={missing ? '冻结的名册里没有这一户，请核对房号' : undefined}
        >
          <TextLine
            id="unit"
            label="房号"
            value={label}
            onChange={(to) => {
              setLabel(to)
              setUnit(undefined)
              setMissing(false)
            }}
          />
        </Field>
        {look.trouble && <NoticeBar tone="red">{look.trouble.detail}</NoticeBar>}
        {!unit && (
          <Button
            kind="plain"
            id="look"
            busy={look.busy}
            off={label.trim() === '' ? '请写房号' : undefined}
            onPress={() => look.run()}
          >
            查这一户
          </Button>
        )}
      </Card>
      {unit && <Paper key={unit.unit} {...{ community, vote, unit, onDone }} />}
    </>
  )
}

interface PaperProps extends Pick<RecordPaperProps, 'community' | 'vote' | 'onDone'> {
  readonly unit: ServingUnit
}

function Paper({ community, vote, unit, onDone }: PaperProps) {
  const [owner, setOwner] = useState<string | undefined>(unit.owners.length === 1 ? '1' : undefined)
  const [agent, setAgent] = useState('')
  const [phone, setPhone] = useState('')
  const [opinions, setOpinions] = useState<Opinions>({})
  const [photos, setPhotos] = useState<readonly string[]>([])
  const [key] = useState(newKey)
  const record = useAct(async () => {
    const who = { unit: unit.unit, owner: Number(owner), agent: agent.trim() }
    const agentPhone = phone.trim()
    const choices = statedIn(vote, opinions)
    await deskApi.recordMandate(
      {
        ...{ community, vote: vote.vote, ...who, photos: [...photos] },
        ...(agentPhone !== '' && { agentPhone }),
        ...(choices.length > 0 && { choices }),
      },
      { key },
    )
    await onDone()
  })
  return (
    <>
      <Card title="委托书上写的">
        <SignerField owners={unit.owners} owner={owner} onChange={setOwner} />
        <Field label="受托人姓名" hint="物业服务企业的工作人员不能受托">
          <TextLine id="agent" label="受托人姓名" value={agent} onChange={setAgent} />
        </Field>
        <PhoneField phone={phone} onChange={setPhone} />
        <OpinionFields
          items={vote.items}
          opinions={opinions}
          free="没有写明"
          onChange={setOpinions}
        />
        <Field label="委托书照片">
          <PhotoPicker
            community={community}
            photos={photos}
            onAdd={(photo) => setPhotos((old) => [...old, photo])}
            onRemove={(photo) => setPhotos(photos.filter((one) => one !== photo))}
          />
        </Field>
      </Card>
      {record.trouble && <NoticeBar tone="red">{record.trouble.detail}</NoticeBar>}
      <Action>
        <Button
          id="save"
          busy={record.busy}
          off={missingIn(owner, agent, phone, photos)}
          onPress={() => record.run()}
        >
          登记，请另一位核对
        </Button>
      </Action>
    </>
  )
}

interface SignerFieldProps {
  readonly owners: readonly string[]
  readonly owner: string | undefined
  readonly onChange: (owner: string) => void
}

const SignerField = ({ owners, owner, onChange }: SignerFieldProps) => (
  <Field label="签名的业主">
    <ChoiceRow
      label="签名的业主"
      options={owners.map((name, n) => ({ value: String(n + 1), label: name }))}
      value={owner}
      onChange={onChange}
    />
  </Field>
)

interface PhoneFieldProps {
  readonly phone: string
  readonly onChange: (phone: string) => void
}

const PhoneField = ({ phone, onChange }: PhoneFieldProps) => (
  <Field
    label="受托人手机号（受托人也签了名、投纸质票的才填）"
    hint="不填的，核对以后给受托人一个委托码，在手机上投"
  >
    <TextLine id="phone" label="受托人手机号" value={phone} onChange={onChange} />
  </Field>
)

function missingIn(
  owner: string | undefined,
  agent: string,
  phone: string,
  photos: readonly string[],
): string | undefined {
  if (owner === undefined) return '请选签名的业主'
  if (agent.trim().length < 2) return '请写受托人姓名'
  if (phone.trim() !== '' && !/^1\d{10}$/.test(phone.trim())) return '请填写 11 位手机号'
  return photos.length === 0 ? '请拍下委托书' : undefined
}
