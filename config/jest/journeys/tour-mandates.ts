// The tour's stops where somebody has another cast for them, and where a vote's papers come in.
import type { Stop } from './stop.ts'
import type { Ids } from './tour-ids.ts'

export const mandateStops = ({ open }: Ids): readonly Stop[] => {
  const mandate = `/resident/vote-mandate/index?vote=${open}`
  const serving = `/committee/vote-serving/index?vote=${open}`
  const papers = `/committee/vote-mandates/index?vote=${open}`
  return [
    { login: 'resident', name: 'vote-mandate', path: mandate, says: '别人委托我投票' },
    {
      ...{ login: 'resident', name: 'vote-mandate-give', path: mandate, says: '别人委托我投票' },
      act: async (phone) => {
        await phone.page.locator('[id^="give-"]').first().tap()
        await phone.reads('受托人姓名')
      },
    },
    { login: 'committee', name: 'vote-serving', path: serving, says: '按楼栋' },
    {
      ...{ login: 'community', name: 'vote-serving-door', path: serving, says: '按楼栋' },
      act: async (phone) => {
        await phone.page.locator('[id^="building-"]').first().tap()
        await phone.reads('没有送达')
        await phone.page.locator('[id^="unit-"]').first().tap()
        await phone.reads('怎么送达的')
      },
    },
    { login: 'committee', name: 'vote-mandates', path: papers, says: '登记一份纸质委托书' },
    {
      ...{ login: 'community', name: 'vote-mandates-record', path: papers },
      says: '登记一份纸质委托书',
      act: async (phone) => {
        await phone.tap('#record')
        await phone.write('unit', '1-1-101')
        await phone.tap('#look')
        await phone.reads('委托书上写的')
      },
    },
  ]
}
