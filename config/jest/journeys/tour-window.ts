// The tour's stops for who has no phone: the window, its paper, and claiming it.
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'

const WINDOW = '/community/complaint-window/index'

const SAID = {
  ...{ channel: 'WINDOW', name: '过路人', category: 'lift' },
  ...{ text: '电梯关门太快，老人怕夹。', place: { kind: 'common', area: '东门电梯厅' } },
}

export const windowStops: readonly Stop[] = [
  { login: 'community', name: 'window', path: WINDOW, says: '谁来反映' },
  {
    ...{ login: 'community', name: 'window-receipt', path: WINDOW, says: '谁来反映' },
    act: filed,
  },
  {
    ...{ login: 'community', name: 'window-case', path: WINDOW, says: '谁来反映' },
    act: comeBack,
  },
  {
    ...{ name: 'complaint-claim', login: 'resident', says: '认领' },
    path: '/resident/complaint-claim/index',
  },
  {
    ...{ name: 'complaint-former', login: 'resident', says: '以前提交的照样办理' },
    path: '/resident/complaint-former/index?community=jinxiu',
  },
]

async function filed(phone: Phone): Promise<void> {
  await phone.write('name', SAID.name)
  await phone.tap('#category')
  await phone.turnWheel(0)
  await phone.write('text', SAID.text)
  await phone.tap('公共区域')
  await phone.write('area', SAID.place.area)
  await phone.tap('#file-at-window')
  await phone.reads('投诉回执')
}

/** Somebody comes back with the number of their paper. */
async function comeBack(phone: Phone): Promise<void> {
  const { complaint } = (await phone.ask('/communities/jinxiu/complaints/window', SAID)) as {
    complaint: { number: string }
  }
  await phone.tap('#with-paper')
  await phone.write('number', complaint.number)
  await phone.tap('#look-up')
  await phone.reads('回执丢了')
}
