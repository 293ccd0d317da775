import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { Form } from './form.ts'

interface OfficialFieldsProps {
  readonly form: Form
  readonly change: (to: (old: Form) => Form) => void
}

/** Where a vote is held that is not held here. */
export function OfficialFields({ form, change }: OfficialFieldsProps) {
  if (form.mode !== 'official_external') return null
  const { name, link } = form.official ?? NOWHERE
  const put = (to: Partial<typeof NOWHERE>): void =>
    change((old) => ({ ...old, official: { ...NOWHERE, ...old.official, ...to } }))
  return (
    <Card title="在哪个政府平台投票">
      <Said>业主到这个平台投票，在这里不能投。截止以后，把平台公布的结果录进来核对、公布。</Said>
      <Field label="平台名称" hint="例如：北京业主决策平台">
        <TextLine
          id="official-name"
          label="平台名称"
          value={name}
          onChange={(to) => put({ name: to })}
        />
      </Field>
      <Field label="网址（没有可以不填）" hint="以 https:// 开头，业主可以复制">
        <TextLine
          id="official-link"
          label="网址"
          value={link}
          onChange={(to) => put({ link: to })}
        />
      </Field>
    </Card>
  )
}

const NOWHERE = { name: '', link: '' }
