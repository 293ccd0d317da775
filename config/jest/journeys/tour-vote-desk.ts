// The tour's stops for what a committee does before a vote is noticed and after it was counted.
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'
import type { Ids } from './tour-ids.ts'

const chair = { login: 'committee', side: '业委会' } as const

export const voteDeskStops = ({ counted }: Ids): readonly Stop[] => {
  const conduct = `/committee/vote-conduct/index?vote=${counted}`
  return [
    {
      ...{ ...chair, name: 'vote-draft-scope', says: '再加一项' },
      path: '/committee/vote-draft/index',
      act: async (phone) => {
        await phone.tap('只涉及部分楼栋、单元')
        await phone.tap('#place-1-1')
        await phone.page.getByRole('checkbox', { checked: true }).waitFor()
      },
    },
    {
      ...{ ...chair, name: 'vote-official', says: '已到街道备案', path: conduct },
      act: async (phone) => {
        await pressWhere(phone, counted, ON_A_PLATFORM, '#official')
        await phone.reads(/照官方公布的数字/)
      },
    },
    {
      ...{ ...chair, name: 'vote-file', says: '已到街道备案', path: conduct },
      act: async (phone) => {
        await pressWhere(phone, counted, TO_BE_FILED, '#file')
        await phone.tap('#document-minutes')
        await phone.page.getByRole('checkbox', { checked: true }).waitFor()
      },
    },
  ]
}

/** The demo's rules know no government platform; its filed vote stands in for one that was held there. */
const ON_A_PLATFORM = {
  mode: 'official_external',
  state: 'closed',
  official: { name: '北京业主决策平台' },
  next: { act: 'wait_for_count', missing: ['还没有录入官方结果。'] },
}
const TO_BE_FILED = {
  state: 'final',
  filing: undefined,
  filingDue: {
    ...{ by: '2026-12-15', daysLeft: 24, overdue: false },
    documents: ['application', 'minutes', 'result_announcement', 'roll'],
    missing: [],
  },
}

/** Opens the page anew with the vote changed on its way, for states that the demo has no vote in. */
async function pressWhere({ page, tap }: Phone, vote: string, changes: object, button: string) {
  const asked = new RegExp(`/votes/${vote}$`)
  await page.route(asked, async (route) => {
    const answer = await route.fetch()
    const body = (await answer.json()) as object
    await route.fulfill({ response: answer, json: Object.assign(body, changes) })
  })
  await page.reload()
  await tap(button)
  await page.unroute(asked)
}
