import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { lengthOf } from '#shared/kernel/text.ts'
import type { Complaint } from '#shared/complaints/contract.ts'
import { FROZEN_GROUNDS } from '#shared/complaints/frozen.ts'
import { isPublicNumber } from '#shared/kernel/public-number.ts'
import * as z from '#shared/kernel/zod.ts'
import { AreaField, LineField } from '#miniprogram/features/complaints/acts/form-fields.tsx'
import { ComplaintView } from '#miniprogram/features/complaints/complaint-view.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { NoFreeSpace } from '#miniprogram/features/draft-bars.tsx'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { api } from '#miniprogram/platform/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'

const Ground = z.enum(FROZEN_GROUNDS)
type Ground = z.infer<typeof Ground>
const Opening = z.object({ number: z.string(), ground: Ground.optional(), reason: z.string() })
type Opening = z.infer<typeof Opening>

const GROUNDS: readonly {
  readonly value: Ground
  readonly label: string
  readonly note: string
}[] = [
  { value: 'lawsuit', label: '诉讼', note: '法院调取，或案件需要' },
  { value: 'dispute', label: '争议', note: '投诉、举报、调解还在处理' },
  { value: 'authority', label: '有权机关调取', note: '依法调取，要写明机关和文号' },
]
const LEAST = 5
const MOST = 300

export default function FrozenComplaintPage() {
  const { number = '', community } = useRouter().params
  const [shown, setShown] = useState<Complaint>()
  return (
    <Page title="调阅封存的投诉">
      <Permitted to="complaint:frozen">
        {(identity) =>
          shown ? (
            <ComplaintView complaint={shown} community={community ?? identity.community} />
          ) : (
            <Ask
              person={identity.person}
              community={community ?? identity.community}
              number={number}
              onOpened={setShown}
            />
          )
        }
      </Permitted>
    </Page>
  )
}

interface AskProps {
  readonly person: string
  readonly community: string
  readonly number: string
  readonly onOpened: (complaint: Complaint) => void
}

const numberFrom = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()

/** Nobody looks without a ground on record: who, when, why is kept, and its filer can read it. */
function Ask({ person, community, number, onOpened }: AskProps) {
  const [drafts] = useState(() => draftsOf(person, `frozen:${community}`, Opening))
  const { draft, change, restart, isKept } = useDraft(
    drafts,
    () => drafts.list()[0] ?? drafts.begin({ number, reason: '' }),
  )
  const { content, key } = draft
  const open = useAct(async () => {
    const { ground = 'dispute', reason } = content
    const sent = { community, number: numberFrom(content.number), ground, reason }
    onOpened(await api.complaints.openFrozen(sent, { key }))
    restart({ number: '', reason: '' })
  })
  return (
    <>
      <Card title="为什么要看">
        <Said>
          提出人注销账号后，投诉封存三年，只在诉讼、争议或有权机关调取时才能看。谁看的、什么时候、什么理由都会记下来，不能删改。
        </Said>
        <LineField
          id="frozen-number"
          label="投诉编号"
          value={content.number}
          placeholder="例如：JX7-K4M-9R3"
          onChange={(value) => change((old) => ({ ...old, number: value }))}
        />
        <Field label="依据">
          <ChoiceRow
            label="依据"
            options={GROUNDS}
            value={content.ground}
            onChange={(ground) => change((old) => ({ ...old, ground }))}
          />
        </Field>
        <AreaField
          id="frozen-reason"
          label="具体理由"
          value={content.reason}
          most={MOST}
          placeholder="例如：青山区人民法院来函调取电梯投诉，文号……"
          onChange={(value) => change((old) => ({ ...old, reason: value }))}
        />
        {!isKept && <NoFreeSpace />}
        {open.trouble && <NoticeBar tone="red">{`${open.trouble.detail}写的内容还在。`}</NoticeBar>}
      </Card>
      <Action>
        <Button
          id="open-frozen"
          busy={open.busy}
          off={missingIn(content)}
          onPress={() => open.run()}
        >
          记录理由并调阅
        </Button>
      </Action>
    </>
  )
}

function missingIn({ number, ground, reason }: Opening): string | undefined {
  if (!isPublicNumber(numberFrom(number))) return '请写投诉编号'
  if (ground === undefined) return '请选依据'
  const letters = lengthOf(reason)
  if (letters > MOST) return '理由写得太长，请删减'
  return letters < LEAST ? `请写具体理由，至少 ${LEAST} 个字` : undefined
}
