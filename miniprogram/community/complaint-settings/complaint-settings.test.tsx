import { cleanup, screen } from '@testing-library/react'
import { complaints } from '#shared/complaints/contract.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/complaints/settings.ts'
import { tap } from '../../../config/jest/tap.ts'
import { field, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import SettingsEditPage from '../complaint-settings-edit/index.tsx'
import SettingsVersionsPage from '../complaint-settings-versions/index.tsx'
import { TWELVE_HOURS, versionOf, withReply } from '../settings.fixture.ts'
import ComplaintSettingsPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const pressId = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}
const choose = async (name: string) => {
  await tap(screen.getByRole('radio', { name }))
  await settled()
}
/** Opens a part of the settings on its own page, as a person does before coming back. */
async function edit(query: Record<string, string>, change: () => unknown) {
  cleanup()
  await openPage(SettingsEditPage, query)
  await change()
  await settled()
  cleanup()
}
const home = () => openPage(ComplaintSettingsPage)
const sent = () =>
  callsOf(complaints.changeSettings).map(
    ({ body }) => body as { version: number; settings: Settings },
  )

beforeEach(() => {
  startServer()
  comeAs('community')
  answerTo(complaints.settings, versionOf(0))
})

test('every period says how long, what comes after, and that no document names it', async () => {
  await home()
  expect(document.getElementById('period-first_reply')).toHaveTextContent(
    '物业首次答复到期前 4 小时提醒。逾期立即自动转街道。默认24 小时',
  )
  expect(document.getElementById('period-street_accept')).toHaveTextContent('逾期上一级看得到')
  expect(document.getElementById('category-lift')).toHaveTextContent('电梯通常转给市场监管')
  expect(screen.getByText(/文件没有规定多久/)).toBeInTheDocument()
  expect(document.getElementById('save-settings')).toBeNull()
})

test('changes are read in plain words before they are saved, as one version', async () => {
  await edit({ part: 'period', id: 'first_reply' }, () => type('多长', '12'))
  await edit({ part: 'category', id: 'lift' }, () => choose('停用'))
  await home()
  for (const words of [
    '物业首次答复：24 小时 改为 12 小时',
    '物业首次答复的依据：默认（文件未规定） 改为 本社区设定，文件未规定',
    '类别“电梯”：可以提交 改为 停用',
  ]) {
    expect(screen.getByText(words)).toBeInTheDocument()
  }
  answerTo(complaints.changeSettings, ({ body }) => ({
    ...versionOf(1, (body as { settings: Settings }).settings),
  }))
  await press('保存为第 1 版')
  expect(sent()).toMatchObject([
    {
      version: 0,
      settings: { periods: { first_reply: { amount: 12, confidence: 'local' } } },
    },
  ])
  expect(screen.getByText(/已存为第 1 版。改动只用于之后开始计时的/)).toBeInTheDocument()
})

test('what cannot stand is said beside it, and does not become a change', async () => {
  await edit({ part: 'period', id: 'first_reply' }, () => {
    type('多长', '0')
    expect(screen.getByText('请写 1 到 720 的整数')).toBeInTheDocument()
    type('到期前几小时', '4、四')
    expect(screen.getByText(/请写 1 到 720 的整数，不重复/)).toBeInTheDocument()
  })
  await home()
  expect(document.getElementById('save-settings')).toBeNull()
})

test('somebody else saved in between: what they changed is shown, one’s own changes go on', async () => {
  await edit({ part: 'category', id: 'lift' }, () => choose('停用'))
  await home()
  const theirs = versionOf(3, withReply(TWELVE_HOURS))
  refuseTo(complaints.changeSettings, 'complaints.settings_stale', { who: '街道 钱*', version: 3 })
  answerTo(complaints.settings, theirs)
  await press('保存为第 1 版')
  expect(screen.getByText(/您改的时候，社区 郑\*存了第 3 版/)).toBeInTheDocument()
  expect(screen.getByText('物业首次答复：24 小时 改为 12 小时')).toBeInTheDocument()
  expect(screen.getByText('类别“电梯”：可以提交 改为 停用')).toBeInTheDocument()
  await press('在第 3 版上接着改')
  answerTo(complaints.changeSettings, theirs)
  await press('保存为第 4 版')
  const [, last] = sent()
  expect(last?.version).toBe(3)
  expect(last?.settings.periods.first_reply).toEqual(TWELVE_HOURS)
  expect(last?.settings.categories.find(({ category }) => category === 'lift')?.on).toBe(false)
})

test('where both changed the same, theirs holds and one’s own is named', async () => {
  await edit({ part: 'period', id: 'first_reply' }, () => type('多长', '6'))
  answerTo(complaints.settings, versionOf(1, withReply(TWELVE_HOURS)))
  await home()
  expect(screen.getByText('两边都改了的，先按对方的')).toBeInTheDocument()
  await press('在第 1 版上接着改')
  expect(screen.getByText('这几处别人也改了，先按别人的')).toBeInTheDocument()
  expect(screen.getByText('物业首次答复：24 小时 改为 6 小时')).toBeInTheDocument()
  expect(screen.getByText('没有要保存的改动')).toBeInTheDocument()
})

test('settings that contradict themselves are not sent', async () => {
  const [one] = DEFAULT_SETTINGS.categories
  if (!one) throw new Error('no category')
  answerTo(complaints.settings, versionOf(1, { ...DEFAULT_SETTINGS, categories: [one] }))
  await edit({ part: 'category', id: one.category }, () => choose('停用'))
  await home()
  expect(
    screen.getByText('设置有误：至少要有一个类别可以提交。请改正后再保存。'),
  ).toBeInTheDocument()
  expect(sent()).toEqual([])
})

test('a refusal of the server is shown, and nothing is lost', async () => {
  await edit({ part: 'category', id: 'lift' }, () => type('居民看到的名称', '电梯困人'))
  await home()
  refuseTo(complaints.changeSettings, 'complaints.settings_invalid', {
    problem: '同一部门写了两次',
  })
  await press('保存为第 1 版')
  expect(screen.getByText('设置有误：同一部门写了两次。请改正后再保存。')).toBeInTheDocument()
  expect(screen.getByText('类别名称：电梯 改为 电梯困人')).toBeInTheDocument()
})

test('changes are given up by name', async () => {
  await edit({ part: 'category', id: 'lift' }, () => choose('停用'))
  await home()
  await pressId('drop-changes')
  await pressId('drop-changes-sure')
  expect(screen.queryByText('还没有保存的改动')).toBeNull()
})

describe('parts', () => {
  const changed = async (): Promise<readonly string[]> => {
    await home()
    const card = screen.getByText('还没有保存的改动').closest('.card')
    return [...(card?.querySelectorAll('.row') ?? [])].map((row) => row.textContent)
  }

  test('departments: one more, one less, one renamed', async () => {
    await edit({ part: 'departments' }, async () => {
      type('新部门的名称', '街道物业科')
      await pressId('add-department')
      await pressId('entry-0')
      await pressId('entry-0-remove')
      expect(screen.getByText(/已经转过去的仍写着它的名称/)).toBeInTheDocument()
      await pressId('entry-0-remove-sure')
      await pressId('entry-0')
      type('部门名称', '消防大队')
    })
    expect(await changed()).toEqual([
      '“电梯”通常转给：市场监管 改为 没有指定',
      '“停车”通常转给：市场监管、公安、国防动员（人防） 改为 公安、国防动员（人防）',
      '“收费”通常转给：市场监管 改为 没有指定',
      '删除部门“市场监管”',
      '部门名称：消防救援 改为 消防大队',
      '新增部门“街道物业科”',
    ])
  })

  test('replies: added, changed, put in another order', async () => {
    await edit({ part: 'templates' }, async () => {
      expect(screen.getByText('名称请写 2 到 20 个字')).toBeInTheDocument()
      type('新回复的名称', '谢谢')
      type('新回复的内容', '谢谢反映。')
      await pressId('add-reply')
      await pressId('entry-1')
      type('回复内容', '请开门。')
      await pressId('entry-1-up')
    })
    const words = await changed()
    expect(words).toContain('新增常用回复“谢谢”：谢谢反映。')
    expect(words).toContain('常用回复的先后顺序有改动')
    expect(words.find((one) => one.startsWith('常用回复“需要配合”'))).toMatch(/ 改为 请开门。$/)
  })

  test('office hours and the public list', async () => {
    await edit({ part: 'hours' }, () => choose('设办公时间'))
    await home()
    await choose('不公开')
    cleanup()
    expect(await changed()).toEqual([
      '公开列表：公开 改为 不公开',
      '街道办公时间：没有设，一天算到 24:00 改为 9:00 至 17:30',
    ])
  })

  test('a category’s own period, and back to the usual one', async () => {
    const own = { part: 'period', id: 'resolve', category: 'lift' }
    await edit(own, () => type('多长', '3'))
    expect(await changed()).toEqual([
      '“电梯”的物业办完：跟全小区一样 改为 3 个工作日，到期前 24 小时提醒，逾期立即自动转街道，依据：本社区设定，文件未规定',
    ])
    await edit(own, async () => {
      expect(field('多长')).toHaveValue('3')
      await pressId('back-to-usual')
      expect(field('多长')).toHaveValue('5')
    })
    await home()
    expect(screen.queryByText('还没有保存的改动')).toBeNull()
  })

  test.each<Record<string, string>>([
    { part: 'nothing' },
    { part: 'category', id: 'x' },
    { part: 'period', id: 'x' },
  ])('an address that leads nowhere: %p', async (query) => {
    await openPage(SettingsEditPage, query)
    expect(screen.getByText(/^没有这/)).toBeInTheDocument()
  })
})

describe('versions', () => {
  const open = async () => {
    const items = [versionOf(2), versionOf(1, withReply(TWELVE_HOURS)), versionOf(0)]
    answerTo(complaints.settingsVersions, { items })
    await openPage(SettingsVersionsPage)
  }

  test('who changed what when', async () => {
    await open()
    expect(screen.getByText('第 2 版（现在用的）')).toBeInTheDocument()
    expect(screen.getByText('物业首次答复：24 小时 改为 12 小时')).toBeInTheDocument()
    expect(screen.getByText('物业首次答复：12 小时 改为 24 小时')).toBeInTheDocument()
    expect(screen.getAllByText('社区 郑*')).toHaveLength(2)
  })

  test('an older one comes back as a new one, once it was seen what changes', async () => {
    answerTo(complaints.changeSettings, versionOf(3, withReply(TWELVE_HOURS)))
    await open()
    await press('恢复成第 1 版')
    expect(sent()).toEqual([])
    expect(screen.getByText(/存为第 3 版；现在用的第 2 版仍会留着/)).toBeInTheDocument()
    await press('确定恢复成第 1 版')
    expect(sent()).toMatchObject([{ version: 2, settings: withReply(TWELVE_HOURS) }])
  })

  test('refused where somebody changed them meanwhile', async () => {
    refuseTo(complaints.changeSettings, 'complaints.settings_stale', {
      who: '街道 钱*',
      version: 3,
    })
    await open()
    await press('恢复成第 1 版')
    await press('确定恢复成第 1 版')
    expect(screen.getByRole('alert')).toHaveTextContent('设置刚被 街道 钱* 改过（第 3 版）')
  })
})

test.each([
  ['settings', ComplaintSettingsPage],
  ['edit', SettingsEditPage],
  ['versions', SettingsVersionsPage],
])('the property does not set its own deadlines: %s', async (_, Page) => {
  comeAs('manager')
  await openPage(Page)
  expect(screen.getByText(/修改投诉设置/)).toBeInTheDocument()
})

test('without a network it says so and can be tried again', async () => {
  answerTo(complaints.settings, () => {
    throw new Error('request:fail')
  })
  await home()
  expect(screen.getByText('没有连上网络')).toBeInTheDocument()
})
