import type { Places } from '../communities/offers.ts'
import { boardFeature } from './board.ts'
import { noticeFeature } from './handlers.ts'

export const noticeWing = (places: Places) => ({
  notices: noticeFeature,
  board: boardFeature({ places }),
})
