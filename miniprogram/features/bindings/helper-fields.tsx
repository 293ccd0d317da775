import { lengthOf } from '#shared/kernel/text.ts'
import type { HelperTie } from '#shared/bindings/terms.ts'
import { TIE_NAMES } from '#shared/bindings/terms.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

/** A helper as far as they are named. */
export interface NamedHelper {
  readonly name: string
  readonly tie?: HelperTie | undefined
}

export const NOBODY_NAMED: NamedHelper = { name: '' }

const NAME_LEAST = 2
const NAME_MOST = 40
const TIES = (Object.keys(TIE_NAMES) as HelperTie[]).map((value) => ({
  value,
  label: TIE_NAMES[value],
}))

/** What is missing of who is to help; nothing where it can be sent. */
export function missingInHelper({ name, tie }: NamedHelper): string | undefined {
  const used = lengthOf(name)
  if (used < NAME_LEAST) return '请写代办人的姓名'
  if (used > NAME_MOST) return '代办人的姓名写得太长'
  return tie === undefined ? '请选择是亲属、志愿者还是邻居' : undefined
}

export function helperOf(named: NamedHelper): { name: string; tie: HelperTie } | undefined {
  const { name, tie } = named
  if (tie === undefined || missingInHelper(named) !== undefined) return undefined
  return { name: name.trim(), tie }
}

interface HelperFieldsProps {
  readonly helper: NamedHelper
  /** To whom: `您的`, `业主的`. */
  readonly whose?: string
  readonly onChange: (helper: NamedHelper) => void
}

/** Who is to help, by the name they will type themselves, and how they stand to the person. */
export const HelperFields = ({ helper, whose = '您的', onChange }: HelperFieldsProps) => (
  <>
    <Field label="代办人的姓名" hint="他接受时要写同样的姓名">
      <TextLine
        id="helper-name"
        label="代办人的姓名"
        value={helper.name}
        placeholder="例如：李小花"
        onChange={(name) => onChange({ ...helper, name })}
      />
    </Field>
    <Field label={`他是${whose}`}>
      <ChoiceRow
        label="代办人是什么人"
        options={TIES}
        value={helper.tie}
        onChange={(tie) => onChange({ ...helper, tie })}
      />
    </Field>
  </>
)
