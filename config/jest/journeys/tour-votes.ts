// The tour's stops for a vote's life: its roll and objections, what the committee does next, what the offices see.
import type { Stop } from './stop.ts'
import type { Ids } from './tour-ids.ts'

const petitionStops = ({ petitions: { open, reached } }: Ids): readonly Stop[] => {
  const path = '/resident/petitions/index'
  const desk = '/committee/petitions/index'
  const owner = { login: 'resident', path } as const
  const chair = { login: 'committee', side: '业委会' } as const
  return [
    { ...owner, name: 'petitions', says: '正在联名' },
    {
      ...{ ...owner, name: 'petition-start', says: '正在联名' },
      act: (phone) => phone.tap('#start'),
    },
    { ...owner, name: 'petition-open', path: `${path}?petition=${open}`, says: '我要联名' },
    { ...owner, name: 'petition-reached', path: `${path}?petition=${reached}`, says: '人数已达到' },
    { ...chair, name: 'petition-desk', path: desk, says: '正在联名' },
    {
      ...{ ...chair, name: 'petition-desk-reached', path: `${desk}?petition=${reached}` },
      says: '起草表决',
    },
    {
      ...{ ...chair, name: 'vote-draft-asked', says: /照业主的联名填好了/ },
      path: `/committee/vote-draft/index?petition=${reached}`,
    },
  ]
}

export function votePageStops(ids: Ids): readonly Stop[] {
  const { published, counted, draft } = ids
  const chair = { login: 'committee', side: '业委会' } as const
  const roll = `vote=${published}&about=roll`
  return [
    ...petitionStops(ids),
    {
      ...{ login: 'resident', name: 'vote-published', says: '业主名册（公示中）' },
      path: `/resident/vote/index?vote=${published}`,
      act: (phone) => phone.tap('#why'),
    },
    {
      ...{ login: 'resident', name: 'vote-roll', says: '找一套房' },
      path: `/resident/vote-roll/index?vote=${published}`,
      act: async (phone) => {
        await phone.write('unit', '1-1-10')
        await phone.tap('#search')
        await phone.reads(/法释〔2009〕7号第九条/)
      },
    },
    {
      ...{ login: 'resident', name: 'vote-objections', says: '提交异议' },
      path: `/resident/vote-objections/index?${roll}`,
    },
    {
      ...{ ...chair, name: 'vote-answers', says: /没有异议|没有答复|都答复了/ },
      path: `/committee/vote-answers/index?${roll}`,
    },
    {
      ...{ ...chair, name: 'vote-conduct-published', says: /下一步/ },
      path: `/committee/vote-conduct/index?vote=${published}`,
    },
    {
      ...{ ...chair, name: 'vote-gate', says: '公告以前要办的事' },
      path: `/committee/vote-conduct/index?vote=${published}`,
      act: (phone) => phone.tap('#gate'),
    },
    {
      ...{ ...chair, name: 'vote-cancel', says: /下一步/ },
      path: `/committee/vote-conduct/index?vote=${draft}`,
      act: (phone) => phone.tap('#cancel'),
    },
    {
      ...{ ...chair, name: 'vote-execute', says: '已到街道备案' },
      path: `/committee/vote-conduct/index?vote=${counted}`,
      act: (phone) => phone.tap('#execute'),
    },
    {
      ...{ login: 'community', name: 'vote-watch', says: '争议登记' },
      path: `/community/vote/index?vote=${counted}`,
      act: (phone) => phone.tap('#add-dispute'),
    },
    {
      ...{ login: 'street', name: 'vote-annul', says: '争议登记' },
      path: `/community/vote/index?vote=${counted}`,
      act: (phone) => phone.tap('#annul'),
    },
  ]
}
