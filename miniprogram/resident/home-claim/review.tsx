import { GROUND_NAMES } from '#shared/bindings/terms.ts'
import { Papers } from '#miniprogram/features/bindings/papers.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { placeWords, stepsOf, type Form } from './form.ts'
import type { QuestionProps } from './question-props.ts'

/** Everything that was answered, once more, before it is sent. */
export function Review({ form, phone, send }: QuestionProps) {
  const byCode = stepsOf(form).includes('code')
  return (
    <>
      <Card title="请再看一遍">
        <Row title="房屋" note={placeWords(form)} />
        <Row title="姓名" value={form.name.trim()} />
        {byCode ? <Row title="核实办法" value="验证码" /> : <Owner form={form} phone={phone} />}
        <Said>{NEXT[byCode ? 'code' : (form.way ?? 'phone')]}</Said>
      </Card>
      {form.way === 'papers' && !byCode && (
        <Papers streetName={form.community?.streetName} ground={form.ground} />
      )}
      {send.trouble && (
        <NoticeBar tone="red">{`${send.trouble.detail}您填写的内容还在，可以返回修改。`}</NoticeBar>
      )}
    </>
  )
}

const NEXT = {
  phone: '提交后马上和名册比对：对得上就先绑定，再由业委会或社区核实；对不上就等他们核实。',
  code: '提交后马上核对验证码。验证码只能用一次。',
  papers: '提交后请带材料到社区，工作人员看过原件就能核实。',
} as const

const Owner = ({ form, phone }: { readonly form: Form; readonly phone: string | undefined }) => (
  <>
    {phone !== undefined && <Row title="手机号" value={phone} />}
    {form.ground !== undefined && <Row title="情况" note={GROUND_NAMES[form.ground]} />}
    {form.words.trim() !== '' && <Row title="补充说明" note={form.words.trim()} />}
  </>
)
