import { calendar } from '#shared/clocks/contract.ts'
import { clientOf } from '#miniprogram/platform/api.ts'

export const calendarApi = clientOf(calendar)
