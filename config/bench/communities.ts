import type { addCommunity } from '#functions/communities/repository.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'

type Added = Parameters<typeof addCommunity>[1]

export const communityOf = (id: string, code: string): Added => ({
  id,
  code,
  name: id,
  street: 'bench',
  streetName: '和平街道',
  propertyCompany: '安居物业',
  profile: { id: DEMO.id, name: DEMO.name, version: DEMO.version, fictitious: true },
  buildings: ['1栋'],
})
