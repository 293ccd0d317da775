import type { Ground } from '#shared/bindings/terms.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

const MORE: Readonly<Partial<Record<Ground, string>>> = {
  phone_changed: '新手机号，当场可以登记',
  heir: '继承公证书，或法院判决书、调解书',
  divorce: '离婚协议或判决书，和过户手续',
  bought: '购房合同和收房手续，或新的不动产权证书',
}

interface PapersProps {
  readonly streetName: string | undefined
  readonly ground?: Ground | undefined
}

/** Where to go with papers and which: for whoever cannot or does not want to use a phone number. */
export function Papers({ streetName, ground }: PapersProps) {
  const more = ground && MORE[ground]
  const street = streetName === undefined ? '' : `（${streetName}）`
  return (
    <Card title="带证件到社区办理">
      <Row title="到哪里" note={`您小区所在的社区居委会${street}，工作日上班时间`} />
      <Row title="带身份证件" note="身份证、户口本或护照，本人带原件" />
      <Row title="带房屋材料" note="不动产权证书或购房合同，原件即可" />
      {more !== undefined && <Row title="还要带" note={more} />}
      <Row
        title="不会收走"
        note="工作人员看过就还给您，只记下证件种类和号码后四位，不拍照、不复印"
      />
    </Card>
  )
}
