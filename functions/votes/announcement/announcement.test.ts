import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { VoteResult } from '#shared/votes/result.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { servePaper } from '../serving/serving.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import {
  annulIt,
  castAs,
  closedAndCounted,
  closedAndSwept,
  decided,
  done,
  openedWith,
  opened,
} from '../votes.fixture.ts'

const FOR = ['for', 'for'] as const
const FOLLOWS = {
  policy: 'FOLLOWS_MAJORITY' as const,
  clause: '议事规则第十八条',
  warning: '不交回的，随已投票的多数。',
}

describe.each(openTables)('silence in the count, and the announcement (%s)', (_, open) => {
  let app: VoteApp
  beforeAll(async () => (app = await openVoteApp(open)))
  afterAll(() => app.close())

  const one = (vote: string) => ({ community: COMMUNITY, vote })
  const announced = async (vote: string, person = 'fang') =>
    (await app.as(person)).send(votes.announcement, one(vote))
  const castBy = async (vote: string, persons: readonly string[]) => {
    for (const person of persons) done(await castAs(app, person, vote, FOR), 201)
  }
  /** Five heads of eight spoke: one short of the quorum. */
  const countedWith = async (served: readonly string[]): Promise<[string, VoteResult]> => {
    const vote = await opened(app, { silence: FOLLOWS })
    await castBy(vote, ['zhang', 'fang', 'li', 'wu', 'zheng'])
    for (const unit of served) done(await servePaper(app, 'committee', vote, unit), 201)
    return [vote, await closedAndCounted(app, vote)]
  }

  test('a silent head that was served follows the majority, and that it decides is said first', async () => {
    const [vote, result] = await countedWith(['1-1-107'])
    expect(result.items[0]).toMatchObject({
      result: 'PASSED',
      participatingHeads: 6,
      forHeads: 6,
      silence: {
        silentHeads: 1,
        silentAreaCenti: 8_957,
        countedAs: 'for',
        decides: true,
        without: { participatingHeads: 5, result: 'NO_QUORUM' },
        sentence: '已送达、没有交回的有 1 人、89.57 ㎡，这一项按“同意”计入。',
      },
    })
    // A special matter leaves silence out, whatever the clause says.
    expect(result.items[1]).toMatchObject({ result: 'NO_QUORUM', silence: { decides: false } })
    expect(result.items[1]?.silence?.countedAs).toBeUndefined()
    expect(result.first).toEqual([
      '第 1 项：把没有交回的表决票计入，结论是“通过”；只算实际交回的票，结论是“参与不足，不能形成决定”。两种算法结论不同，请注意。',
    ])
    expect(result.silence).toMatchObject({ policy: 'FOLLOWS_MAJORITY', clause: '议事规则第十八条' })
    const { html } = done(await announced(vote))
    expect(html.indexOf('两种算法结论不同')).toBeLessThan(html.indexOf('第 1 项　'))
    expect(html).toContain('不计入的话：参与 5 人')
  })

  test('nobody’s silence counts without proof of service', async () => {
    const [, result] = await countedWith([])
    expect(result.items[0]).toMatchObject({
      result: 'NO_QUORUM',
      silence: { silentHeads: 0, sentence: '没有已送达而没有交回表决票的业主。' },
      needed: '要形成决定，至少还要有 1 人、56.24 ㎡ 参与表决。',
    })
    expect(result.first).toBeUndefined()
  })

  test('the announcement has everything that belongs on the board, and nobody’s choice', async () => {
    const vote = await decided(app)
    const result = done(await (await app.as('fang')).send(votes.result, one(vote)))
    const { html, name } = done(await announced(vote))
    expect(name).toBe('表决结果公告-物业续聘与维修资金.html')
    for (const words of [
      ...['续聘安居物业三年，收费标准不变。', '选聘和解聘物业服务企业', '重大事项'],
      ...['全体</th><td>8 人，906.13 ㎡', '参与</th><td>6 人，637.42 ㎡', '反对', '弃权', '无效'],
      ...['房屋名册第 1 版', '名册 8 人', '交回表决票的 6 人', '业主委员会', '社区居民委员会'],
      ...['核对并确认', '有异议的', '查阅', '人民法院', '民法典', result.annulmentUntil ?? '?'],
      ...[result.rollSha256, result.ballotsSha256, 'size:A4', 'font-size:14pt', '虚构'],
    ]) {
      expect(html).toContain(words)
    }
    for (const { sentence } of result.items.flatMap(({ tests }) => tests)) {
      expect(html).toContain(sentence)
    }
    expect(html).not.toMatch(/k-fang|业主zhang|<script/)
    expect(result).toMatchObject({ publishedAt: app.clock.now.toISOString() })
    expect(Date.parse(result.annulmentUntil ?? '')).toBeGreaterThan(+app.clock.now + 364 * DAY)
    // An annulled decision stays on the board, and says so first.
    await annulIt(app, vote)
    expect(done(await announced(vote)).html).toContain('已经被撤销')
  })

  test('there is none before the result is published', async () => {
    const vote = await openedWith(app, { zhang: FOR })
    for (const person of ['zhang', 'committee', 'community']) {
      const answer = await announced(vote, person)
      expect([answer.status, answer.code]).toEqual([409, 'votes.not_counted_yet'])
    }
    await closedAndSwept(app, vote)
    expect((await announced(vote)).code).toBe('votes.not_counted_yet')
  })

  test('what was written into a title stays text', async () => {
    const items = [{ matter: 4, title: '<b>续聘</b>', text: '<script>alert(1)</script>续聘。' }]
    const vote = await opened(app, { mode: 'advisory', items })
    await closedAndCounted(app, vote)
    const { html } = done(await announced(vote))
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script')
    expect(html).toContain('意向征询结果')
  })
})
