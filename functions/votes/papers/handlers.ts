import type { paperOperations } from '#shared/votes/papers/contract.ts'
import type { Handlers } from '../../platform/http/call.ts'
import type { VoteShop } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { viewOf } from '../vote-view.ts'
import { enterSheet } from './enter.ts'
import { finishIntake } from './finish.ts'
import { issueSheets, lookAtSheet, returnSheet, strikeSheet } from './marks.ts'
import { addSheetPhoto, photographSheet, showSheetPhotos } from './photos.ts'
import { printNotices, printSheets, reprintSheet } from './print.ts'
import { listPapers, readReport } from './report.ts'

export const paperHandlers = (shop: VoteShop): Handlers<typeof paperOperations, Votes> => ({
  printSheets: (input, call) => printSheets(shop, call, input),
  reprintSheet: (input, call) => reprintSheet(shop, call, input),
  printNotices: (input, call) => printNotices(shop, call, input),
  papers: (input, call) => listPapers(call, input),
  issueSheets: (input, call) => issueSheets(call, input),
  lookAtSheet: (input, call) => lookAtSheet(shop, call, input),
  returnSheet: (input, call) => returnSheet(shop, call, input),
  addSheetPhoto: (input, call) => addSheetPhoto(shop, call, input),
  photographSheet: (input, call) => photographSheet(shop, call, input),
  sheetPhotos: (input, call) => showSheetPhotos(shop, call, input),
  strikeSheet: (input, call) => strikeSheet(call, input),
  enterSheet: (input, call) => enterSheet(shop, call, input),
  paperReport: (input, call) => readReport(shop, call, input),
  finishIntake: async (input, call) => viewOf(shop, call, await finishIntake(call, input)),
})
