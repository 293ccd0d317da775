import { api } from '#shared/api.ts'
import { BASE } from '../platform/http/mount.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'

describe.each(openTables)('the notice board on %s', (_, open) => {
  let given: TestApp & { close: () => Promise<void> }
  beforeEach(async () => {
    given = await openTestAppOn(open)
  })
  afterEach(() => given.close())
  /** Nobody is logged in. */
  const ask = async (path: string) => {
    const answer = await given.app.request(BASE + path)
    return { status: answer.status, text: await answer.text() }
  }

  test('without a login a community is found, and its notices are read', async () => {
    const chair = await given.as('committee')
    const { body } = await chair.send(api.notices.publish, {
      ...{ community: 'jinxiu', title: '停水通知', text: '明天上午停水三小时。' },
      category: 'committee' as const,
    })
    expect((await ask('/public/communities')).text).toContain('锦绣花园')
    expect((await ask('/public/communities/jinxiu/notices')).text).toContain('停水通知')
    const read = await ask(`/public/communities/jinxiu/notices/${body.notice}`)
    expect(JSON.parse(read.text)).toEqual({
      ...{ notice: body.notice, title: '停水通知', text: '明天上午停水三小时。' },
      ...{ category: 'committee', publishedAt: body.publishedAt, expired: false, edition: 1 },
    })
    expect(read.text).not.toContain('陈')
  })

  test.each([
    ['a community that is not', '/public/communities/nowhere/notices', 404],
    ['a notice that is not', '/public/communities/jinxiu/notices/nothing', 404],
    ['no id at all', '/public/communities/%00/notices', 400],
    ['what is inside', '/communities/jinxiu/notices', 401],
  ])('%s is refused', async (_name, path, status) => {
    expect((await ask(path)).status).toBe(status)
  })
})
