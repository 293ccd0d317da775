import { clientOf } from '#miniprogram/platform/api.ts'
import { board } from '#shared/notices/contract.ts'

export const boardApi = clientOf(board)
