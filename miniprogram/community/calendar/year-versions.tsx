import { formatTime } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import type { ShownTable } from './shown-table.ts'

/** Every version of a year, the one that counts first: none is ever lost. */
export function YearVersions({ versions }: { readonly versions: readonly ShownTable[] }) {
  const now = useNow()
  return (
    <Card title="这一年的历次录入">
      {versions.map(({ version, source, givenAt, givenBy = '', confidence }, n) => (
        <Row
          key={version}
          title={`${version === 0 ? '随程序带的' : `第 ${version} 版`}${n === 0 ? '（现在用的）' : ''}`}
          note={[
            ...(givenAt === undefined ? [] : [`${givenBy}，${formatTime(new Date(givenAt), now)}`]),
            source,
            confidence === 'quoted' ? '从别处引用，未见原文' : '对照原文',
          ].join('；')}
        />
      ))}
    </Card>
  )
}
