import { emergencies, type Emergency } from '#shared/emergencies/contract.ts'
import { stepsOf } from '#shared/emergencies/kinds.ts'
import type { Route, Sent } from '#shared/kernel/route.ts'
import type { Cast } from './cast.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { daysAgo, later, type Step } from './steps.ts'

type Report = Omit<Sent<typeof emergencies.report>, 'community'>

/** What follows a report: so many minutes after it, by whom, what. */
type Chapter = readonly [minutes: number, by: string, route: Route, said: (at: Date) => object]

const nothing = (): object => ({})
/** Expected so many hours after the report, and why. */
const expected = (hours: number, text: string) => (at: Date) => ({
  until: later(at, hours).toISOString(),
  text,
})

/** A pipe that burst, from a resident's report to what changes; a power cut that is over and not yet looked back at. */
export const emergencySteps = (stage: Stage, { resident }: Cast, now: Date): Step[] => [
  ...told(
    stage,
    daysAgo(now, 23, 6, 40),
    resident.person,
    { kind: 'pipe', place: '1栋 2 单元地下水表间', note: '水已经漫到楼道，一楼门口有积水。' },
    [
      [6, 'demo-property', emergencies.confirm, nothing],
      [
        9,
        'demo-property',
        emergencies.handle,
        () => ({ text: '值班维修两人到场，关 2 单元总阀。' }),
      ],
      [15, 'demo-property', emergencies.expect, expected(4, '更换阀门，配件已备。')],
      [150, 'demo-manager', emergencies.expect, expected(7, '旧管丝扣锈死，要换一段管。')],
      [395, 'demo-property', emergencies.restore, () => ({ text: '试压合格，已恢复供水。' })],
      [3_300, 'demo-community', emergencies.review, () => REVIEW],
    ],
  ),
  ...told(
    stage,
    daysAgo(now, 2, 19, 12),
    'demo-property',
    { kind: 'power', place: '公共区域 3 号配电箱，东侧四个单元' },
    [
      [8, 'demo-manager', emergencies.handle, () => ({ text: '电工到场，电梯无人被困。' })],
      [20, 'demo-manager', emergencies.expect, expected(2, '供电公司抢修队 30 分钟到。')],
      [96, 'demo-property', emergencies.restore, () => ({ text: '更换熔断器后全部来电。' })],
    ],
  ),
]

const REVIEW = {
  cause: '水表间阀门使用 17 年，丝扣锈蚀后爆裂。',
  done: '10 分钟内关阀，换阀门和 1.2 米水管，中午前恢复供水。',
  changes: '同批 6 个阀门年底前全部更换；总阀位置图贴在门岗。',
}

function told(
  stage: Stage,
  at: Date,
  reporter: string,
  report: Report,
  chapters: readonly Chapter[],
): Step[] {
  let event: Emergency | undefined
  const on = () => ({ community: COMMUNITY, emergency: event?.emergency ?? '' })
  const tickAll = async (): Promise<void> => {
    for (const step of stepsOf(report.kind)) {
      await stage.act('demo-property', emergencies.tick, { ...on(), step })
    }
  }
  const minutes = (count: number): Date => later(at, count / 60)
  return [
    {
      at,
      async happen() {
        event = await stage.act(reporter, emergencies.report, { community: COMMUNITY, ...report })
      },
    },
    ...chapters.map(([after, by, route, said]) => ({
      at: minutes(after),
      async happen() {
        await stage.act(by, route, { ...on(), ...said(at) })
      },
    })),
    { at: minutes(40), happen: tickAll },
  ]
}
