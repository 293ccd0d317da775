import { GROUND_NAMES, Ground } from '#shared/bindings/terms.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { AskCommunity } from './ask-community.tsx'
import { AskPlace } from './ask-place.tsx'
import { AskWay } from './ask-way.tsx'
import { missingAt, WORDS_MOST, type Step } from './form.ts'
import type { QuestionProps } from './question-props.ts'
import { Review } from './review.tsx'

const ASKS: Readonly<Record<Step, (props: QuestionProps) => React.ReactNode>> = {
  who: AskWho,
  way: AskWay,
  code: AskCode,
  community: AskCommunity,
  place: AskPlace,
  name: AskName,
  ground: AskGround,
  review: Review,
}

/** The one thing asked now, and the way to the next. */
export function Question(props: QuestionProps) {
  const { step, place, onBack } = props
  const Ask = ASKS[step]
  return (
    <>
      <Said>{place}</Said>
      <Ask {...props} />
      {onBack && (
        <Button kind="quiet" id="back" onPress={onBack}>
          上一步
        </Button>
      )}
      <Onward {...props} />
    </>
  )
}

/** The one way on: to the next question, or off with it. A phone number not given yet has a button of its own. */
function Onward({ step, form, phone, send, set, onNext }: QuestionProps) {
  if (step === 'way' && phone === undefined) return null
  const byPhone = (): void => {
    set({ way: 'phone' })
    onNext()
  }
  return (
    <Action>
      {step === 'review' ? (
        <Button id="claim" busy={send.busy} busyWord="正在核对…" onPress={() => send.run()}>
          提交
        </Button>
      ) : (
        <Button
          id="next"
          off={step === 'way' ? undefined : missingAt(step, form)}
          onPress={step === 'way' ? byPhone : onNext}
        >
          {step === 'way' ? '用这个手机号，下一步' : '下一步'}
        </Button>
      )}
    </Action>
  )
}

const WHO = [
  { value: 'owner', label: '我是业主', note: '产权证或购房合同上有我的名字，和家人共有也算' },
  {
    value: 'user',
    label: '我是租户、家人或代办人',
    note: '住在这里，或替老人办事；要有业主给的验证码',
  },
] as const

function AskWho({ form, set }: QuestionProps) {
  return (
    <Card title="您和这套房是什么关系">
      <ChoiceRow
        label="您和这套房是什么关系"
        options={WHO}
        value={form.who}
        onChange={(who) => set({ who })}
      />
    </Card>
  )
}

const CODE_HINT = {
  owner: '纸上的验证码，大小写都行，横线可以不输',
  user: '业主在“我的房屋”里给您开的验证码，或业委会、社区给您的纸质验证码',
} as const

function AskCode({ form, set }: QuestionProps) {
  return (
    <Card>
      <Field label="验证码" hint={CODE_HINT[form.who ?? 'owner']}>
        <TextLine
          id="secret"
          label="验证码"
          value={form.secret}
          placeholder="例如 34679-ACDEF"
          onChange={(secret) => set({ secret })}
        />
      </Field>
    </Card>
  )
}

function AskName({ form, set }: QuestionProps) {
  const hint =
    form.who === 'user' ? '按身份证上的写' : '按产权证或购房合同上的写，要和名册上的一样才能对上'
  return (
    <Card>
      <Field label="您的姓名" hint={hint}>
        <TextLine
          id="name"
          label="您的姓名"
          value={form.name}
          placeholder="例如：张建国"
          onChange={(name) => set({ name })}
        />
      </Field>
    </Card>
  )
}

const GROUND_NOTES: Readonly<Record<Ground, string>> = {
  listed: '名册上就是我的名字',
  phone_changed: '名册上是我的名字，手机号是旧的',
  heir: '原来的业主去世了，房子由我继承',
  divorce: '离婚时房子归了我',
  bought: '房子是我买的，名册上还是原来的业主',
  other: '请在下面写明',
}
const GROUNDS = Ground.options.map((value) => ({
  value,
  label: GROUND_NAMES[value],
  note: GROUND_NOTES[value],
}))

/** What to write, for those whom the register does not know yet. */
const EXAMPLES: Readonly<Record<Exclude<Ground, 'listed'>, string>> = {
  phone_changed: '例如：去年换了号码，旧号码尾号 1234',
  heir: '例如：父亲去年去世，继承公证书在我手里',
  divorce: '例如：去年离婚，离婚协议写明房子归我',
  bought: '例如：今年 6 月过户，新的不动产权证在我手里',
  other: '例如：法院判给了我，判决书在我手里',
}

function AskGround({ form, set }: QuestionProps) {
  return (
    <Card title="您属于哪种情况">
      <ChoiceRow
        label="您属于哪种情况"
        options={GROUNDS}
        value={form.ground}
        onChange={(ground) => set({ ground })}
      />
      {form.ground !== undefined && form.ground !== 'listed' && (
        <Field label="补充说明" hint="有什么材料、什么时候变的，写给核实的人看">
          <TextArea
            id="words"
            label="补充说明"
            value={form.words}
            most={WORDS_MOST}
            placeholder={EXAMPLES[form.ground]}
            onChange={(words) => set({ words })}
          />
        </Field>
      )}
    </Card>
  )
}
