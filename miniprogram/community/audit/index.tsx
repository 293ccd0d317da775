import { Text } from '@tarojs/components'
import type { AuditRecord } from '#shared/audit/contract.ts'
import { KIND_NAMES, KINDS } from '#shared/emergencies/kinds.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { ROLE_NAMES, ROLES } from '#shared/kernel/permissions.ts'
import { formatNumber, isPublicNumber } from '#shared/kernel/public-number.ts'
import { auditApi } from '#miniprogram/features/audit/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

export default function AuditPage() {
  return (
    <Page title="操作记录">
      <Permitted to="audit:read">{({ community }) => <Records community={community} />}</Permitted>
    </Page>
  )
}

function Records({ community }: { readonly community: string }) {
  const list = useList(`audit ${community}`, (from) =>
    auditApi.list({ community, limit: 30, ...from }),
  )
  return (
    <>
      <Card title="谁改了什么">
        <Text>授权、房屋核实、业主名册的每次改动都记在这里，写下后不能改、不能删。</Text>
      </Card>
      <Loaded query={list.query}>
        {(items) =>
          items.length === 0 ? (
            <StateView title="还没有改动" />
          ) : (
            <Card title="最近的在前">
              {items.map((record) => (
                <Record key={record.seq} record={record} />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}

function Record({ record }: { readonly record: AuditRecord }) {
  const now = useNow()
  const { seq, at, by, actName } = record
  return (
    <Row
      id={`audit-${seq}`}
      title={[actName, subjectOf(record)].filter((words) => words !== '').join('：')}
      note={`${by}，${formatTime(new Date(at), now)}，第 ${seq} 条`}
    />
  )
}

/** As people call it: an emergency by its kind, a complaint by its number as it is printed. */
function subjectOf(record: AuditRecord): string {
  const { act, subject, detail } = record
  if (act.startsWith('emergencies.')) {
    return KINDS.flatMap((kind) => (kind === detail['kind'] ? KIND_NAMES[kind] : [])).join('')
  }
  return `${isPublicNumber(subject) ? formatNumber(subject) : subject}${roleIn(record)}`
}

/** `（物业客服）`, where a role was given or taken. */
function roleIn({ detail }: AuditRecord): string {
  const role = ROLES.find((one) => one === detail['role'])
  return role === undefined ? '' : `（${ROLE_NAMES[role]}）`
}
