import { refusals } from '#shared/kernel/refusals.ts'

export const peopleRefusals = refusals({
  'people.unknown': {
    status: 403,
    detail: '您还没有登记到任何小区。请带证件到社区或物业办公室登记。',
  },
})
