import { OfficialVerdict } from '#shared/votes/official/official.ts'
import { VERDICT_NAMES } from '#shared/votes/words.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import {
  Copied,
  emptyCopy,
  FIGURES,
  figuresOf,
  missingInCopy,
  type Typed,
  type TypedItem,
} from './official-form.ts'
import { PastDay } from './past-day.tsx'
import type { Step } from './step.ts'

/** The government's result, copied figure by figure: what does not add up is refused. */
export function RecordOfficial({ community, person, vote, onDone, reload, onBack }: Step) {
  const drafts = draftsOf(person, `official:${vote.vote}`, Copied)
  const { draft, change } = useDraft(
    drafts,
    () => drafts.list()[0] ?? drafts.begin(emptyCopy(vote.items.length)),
  )
  const { content } = draft
  const record = useAct(async () => {
    const figures = figuresOf(content)
    if (!figures) return
    const sent = { community, vote: vote.vote, ...figures }
    const done = await deskApi.recordOfficialResult(sent, { key: draft.key })
    drafts.remove(draft.id)
    onDone(done)
  })
  const put = (to: Partial<Copied>): void => change((old) => ({ ...old, ...to }))
  return (
    <>
      <Source name={vote.official?.name ?? ''} copied={content} put={put} />
      {vote.items.map(({ item, title }, place) => (
        <ItemFigures
          key={item}
          title={`第 ${item} 项 ${title}`}
          typed={content.items[place]}
          onChange={(to) =>
            put({ items: content.items.map((one, at) => (at === place ? { ...one, ...to } : one)) })
          }
        />
      ))}
      {record.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {`${record.trouble.detail}填的内容还在。`}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        先不录入，返回
      </Button>
      <Action>
        <Button
          id="official-sure"
          busy={record.busy}
          busyWord="正在录入…"
          off={missingInCopy(content)}
          onPress={() => record.run()}
        >
          录入，交两方核对
        </Button>
      </Action>
    </>
  )
}

interface SourceProps {
  readonly name: string
  readonly copied: Copied
  readonly put: (to: Partial<Copied>) => void
}

const Source = ({ name, copied, put }: SourceProps) => (
  <Card title={`录入“${name}”的结果`}>
    <Said>照官方公布的数字一个一个抄。录入后业委会和社区各由一人核对，公布前都可以改。</Said>
    <Field label="文号">
      <TextLine
        id="official-document"
        label="文号"
        value={copied.document}
        onChange={(document) => put({ document })}
      />
    </Field>
    <Field label="官方结果的日期">
      <PastDay
        id="official-day"
        title="官方结果的日期"
        value={copied.day}
        onChange={(day) => put({ day })}
      />
    </Field>
    <Pair label="全体" typed={copied.total} onChange={(total) => put({ total })} />
    <Field
      label="和名册不同的原因（相同就不填）"
      hint="官方的全体人数、面积和本小区名册不同时，写明原因"
    >
      <TextArea
        id="explanation"
        label="和名册不同的原因"
        value={copied.explanation}
        most={300}
        onChange={(explanation) => put({ explanation })}
      />
    </Field>
  </Card>
)

interface ItemFiguresProps {
  readonly title: string
  readonly typed: TypedItem | undefined
  readonly onChange: (to: Partial<TypedItem>) => void
}

const ItemFigures = ({ title, typed, onChange }: ItemFiguresProps) =>
  typed ? (
    <Card title={title}>
      {FIGURES.map(([part, name]) => (
        <Pair
          key={part}
          label={name}
          of={title}
          typed={typed[part]}
          onChange={(to) => onChange({ [part]: to })}
        />
      ))}
      <Field label="官方的结论">
        <ChoiceRow
          label={`${title}，官方的结论`}
          options={OfficialVerdict.options.map((value) => ({
            value,
            label: VERDICT_NAMES[value],
          }))}
          value={typed.verdict}
          onChange={(verdict) => onChange({ verdict })}
        />
      </Field>
    </Card>
  ) : null

interface PairProps {
  readonly label: string
  /** Read aloud before the label: which item it is of. */
  readonly of?: string
  readonly typed: Typed
  readonly onChange: (to: Typed) => void
}

const Pair = ({ label, of = '', typed, onChange }: PairProps) => (
  <>
    <Field label={`${label}，人数`}>
      <TextLine
        id={`heads-${of}-${label}`}
        label={`${of}${label}人数`}
        value={typed.heads}
        onChange={(heads) => onChange({ ...typed, heads })}
      />
    </Field>
    <Field label={`${label}，面积（㎡）`}>
      <TextLine
        id={`area-${of}-${label}`}
        label={`${of}${label}面积`}
        value={typed.area}
        onChange={(area) => onChange({ ...typed, area })}
      />
    </Field>
  </>
)
