import { useState } from 'react'
import type { PaperLine, SheetInHand, SheetMark } from '#shared/votes/papers/terms.ts'
import { MARK_NAMES } from '#shared/votes/papers/words.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface EntryFormProps {
  readonly community: string
  readonly vote: Vote
  readonly code: string
  readonly sheet: SheetInHand
  /** Photos that were taken and would be lost. */
  readonly unsaved: boolean
  readonly onLine: (line: PaperLine) => void
  readonly onNext: (said?: string) => void
}

const MARKS: readonly SheetMark[] = ['for', 'against', 'abstain', 'blank', 'double']
const OPTIONS = MARKS.map((value) => ({ value, label: MARK_NAMES[value] }))

/** `unsigned`, the place of the owner who signed, or the mandate by which an agent did. */
type Signer = string
const UNSIGNED = 'unsigned'
const BY_AGENT = 'by '

const signature = (signer: Signer | undefined) => {
  if (signer === undefined || signer === UNSIGNED) return { signed: false }
  return signer.startsWith(BY_AGENT)
    ? { signed: true, mandate: signer.slice(BY_AGENT.length) }
    : { signed: true, signer: Number(signer) }
}

/** What stands on the sheet, item by item as it lies there; nothing is chosen beforehand. */
export function EntryForm(props: EntryFormProps) {
  const { vote, sheet, unsaved, onNext } = props
  const [marks, setMarks] = useState<Readonly<Record<number, SheetMark>>>({})
  const [signer, setSigner] = useState<Signer>()
  const [differs, setDiffers] = useState(false)
  const act = useEntering(props, marks, signer, () => setDiffers(true))
  if (differs) {
    return (
      <Button id="after-conflict" kind="plain" onPress={() => onNext()}>
        先录下一张
      </Button>
    )
  }
  const open = vote.items.find(({ item }) => marks[item] === undefined)
  const unsigned = signer === undefined ? '请选有没有签名' : undefined
  const lost = unsaved ? '照片还没有存下，先存下或去掉' : undefined
  const off = open ? `第 ${open.item} 项还没有录` : (unsigned ?? lost)
  return (
    <>
      {vote.items.map(({ item, title }) => (
        <Card key={item} title={`${item}. ${title}`}>
          <ChoiceRow
            label={`第 ${item} 项`}
            options={OPTIONS}
            value={marks[item]}
            onChange={(choice) => setMarks({ ...marks, [item]: choice })}
          />
        </Card>
      ))}
      <Signature sheet={sheet} value={signer} onChange={setSigner} />
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      <Action>
        <Button id="enter" busy={act.busy} off={off} onPress={() => act.run()}>
          录入这张票
        </Button>
      </Action>
    </>
  )
}

interface SignatureProps {
  readonly sheet: SheetInHand
  readonly value: Signer | undefined
  readonly onChange: (signer: Signer) => void
}

const Signature = ({
  sheet: { owners, representative, agents },
  value,
  onChange,
}: SignatureProps) => (
  <Card title="签名">
    <ChoiceRow
      label="签名"
      value={value}
      onChange={onChange}
      options={[
        ...owners.map((name, place) => ({
          value: String(place + 1),
          label: `有签名：${name}`,
          ...(representative !== undefined && {
            note:
              representative === place + 1 ? '共有人推选的代表' : '已推选别人代表，这个签名不计票',
          }),
        })),
        ...agents.map(({ mandate, agent, principal }) => ({
          value: BY_AGENT + mandate,
          label: `代理人 ${agent} 代 ${owners[principal - 1] ?? ''} 签名`,
          note: '有登记的书面委托',
        })),
        {
          value: UNSIGNED,
          label: '没有有效的签名',
          note: '没有签，或签名的人没有书面委托：整张票作废',
        },
      ]}
    />
  </Card>
)

/** What was sent and not answered is sent again as the same entry. */
function useEntering(
  { community, vote, code, onLine, onNext }: EntryFormProps,
  marks: Readonly<Record<number, SheetMark>>,
  signer: Signer | undefined,
  onDiffers: () => void,
) {
  const [key, setKey] = useState(newKey)
  const act = useAct(async () => {
    const given = vote.items.flatMap(({ item }) => {
      const choice = marks[item]
      return choice === undefined ? [] : [{ item, choice }]
    })
    const sent = { community, vote: vote.vote, code, marks: given, ...signature(signer) }
    const { outcome, line } = await deskApi.enterSheet(sent, { key })
    setKey(newKey())
    if (outcome === 'first') onNext(`${line.serial ?? ''} 号录好了，请由另一个人再录一次。`)
    else if (outcome === 'settled') onNext(`${line.serial ?? ''} 号两人录入一致，已经进票箱。`)
    else {
      onDiffers()
      onLine(line)
    }
  })
  return act
}
