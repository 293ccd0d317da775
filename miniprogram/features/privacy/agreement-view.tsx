import type { Agreement } from '#shared/privacy/contract.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** The whole agreement as a checklist: who, what for, which data, on what basis, how long, with whom, which rights. */
export const AgreementView = ({ agreement }: { readonly agreement: Agreement }) => (
  <>
    <Card title="谁来处理">
      <Row title="处理者" note={agreement.operator.name} />
      <Row title="怎么联系" note={agreement.operator.contact} />
      <Row title="版本" value={`第 ${agreement.version} 版`} />
    </Card>
    {agreement.lines.map((line) => (
      <Card key={line.purpose} title={line.purpose}>
        <Row title="哪些信息" note={line.kinds} />
        <Row title="依据" note={line.basis} />
        <Row title="保存多久" note={line.retention} />
        <Row title="给谁" note={line.recipients} />
      </Card>
    ))}
    <Card title="各类信息保存多久">
      {agreement.kept.map(({ what, howLong, why }) => (
        <Row key={what} title={what} note={`${howLong}。${why}`} />
      ))}
    </Card>
    <Card title="您的权利">
      {agreement.rights.map((right) => (
        <Row key={right} title={right} />
      ))}
    </Card>
  </>
)
