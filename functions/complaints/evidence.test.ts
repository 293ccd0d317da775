import { createHash } from 'node:crypto'
import { audit } from '#shared/audit/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { openTables, openTemporaryTable } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { openPhotoWorld, UPLOADER, type PhotoWorld } from '../photos/photos.fixture.ts'
import { sample } from '../photos/samples.fixture.ts'
import { act, filed, go } from './complaints.fixture.ts'
import { atWindow } from './window.fixture.ts'

const AT = { community: 'jinxiu' }
const evidence = async ({ as }: TestApp, who: string, number: string) =>
  (await as(who)).send(complaints.evidence, { ...AT, number })
const check = async ({ as }: TestApp, who: string, number: string, sha256: string) =>
  (await as(who)).send(complaints.checkEvidence, { ...AT, number, sha256 })

/** As anybody checks a file they were handed. */
const hashOf = (html: string): string => {
  const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>') + '</main>'.length)
  return createHash('sha256').update(main).digest('hex')
}

describe.each(openTables)('evidence bundles over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  test('the whole file, with clocks, finding and meeting, and a hash that holds', async () => {
    const number = await filed(app, { direct: true })
    await go(app, number, 'street acceptAtStreet', 'street recordOnsite', 'street handle')
    await go(app, number, 'street find', 'street escalate', 'street recordMeeting')
    const { status, body } = await evidence(app, 'resident', number)
    expect(status).toBe(200)
    expect(body.sha256).toBe(hashOf(body.html))
    expect(body.html).toContain(`SHA-256）：<code>${body.sha256}</code>`)
    for (const words of ['@page{size:A4', '属于本级职责，但确实无法解决', '十日内更换门机']) {
      expect(body.html).toContain(words)
    }
    for (const words of ['街道受理', '2026-11-24 10:00:00', '安居物业', '0 户', '业主 张**']) {
      expect(body.html).toContain(words)
    }
    expect(body.html).not.toMatch(/<script|https?:|src="(?!data:)/)
    expect(await check(app, 'street', number, body.sha256)).toMatchObject({
      status: 200,
      body: { madeAt: body.madeAt, by: { role: '业主', name: '张**' } },
    })
    expect((await check(app, 'street', number, 'a'.repeat(64))).code).toBe(
      'complaints.no_such_evidence',
    )
  })

  test('what a person wrote is text, and turns nothing round', async () => {
    const text = '<script>alert(1)</script>"电梯"&\u200f好\n<img src=x onerror=1> </main>'
    const number = await filed(app, { text })
    await act('message', await app.as('resident'), number, { text: "</main>'<b>" })
    const { html, sha256 } = (await evidence(app, 'resident', number)).body
    expect(html).not.toMatch(/<script|<img src=x|<b>/)
    expect(html).toContain(
      '<bdi class="said">&lt;script&gt;alert(1)&lt;/script&gt;&quot;电梯&quot;&amp;\u200f好\n&lt;img src=x onerror=1&gt; &lt;/main&gt;</bdi>',
    )
    expect(html.match(/<\/main>/g)).toHaveLength(1)
    expect(hashOf(html)).toBe(sha256)
  })

  test('notes are for officers; a hidden name stays hidden', async () => {
    const number = await filed(app, { hidesName: true, place: { kind: 'home', unit: '1-1-101' } })
    await go(app, number, 'property accept', 'property note')
    await act('note', await app.as('street'), number, { text: '街道内部看法' })
    const shown = async (who: string) => (await evidence(app, who, number)).body.html
    const resident = await shown('resident')
    expect(resident).toContain('本案卷不含工作人员的内部备注')
    expect(resident).not.toContain('街道内部看法')
    const street = await shown('street')
    expect(street).toContain('街道内部看法')
    expect(street).toContain('业主 张**')
    const { body } = await evidence(app, 'resident', number)
    const property = await shown('property')
    for (const secret of ['张', '1-1-101', '下午去看过', '街道内部看法']) {
      expect(property).not.toContain(secret)
    }
    expect((await check(app, 'property', number, body.sha256)).body.by.name).toBe('已隐去姓名')
  })

  test('only officers’ exports are on the chain: its readers may be the ones complained of', async () => {
    const number = await filed(app)
    for (const who of ['resident', 'property', 'street']) await evidence(app, who, number)
    const { body } = await (await app.as('street')).send(audit.list, AT)
    expect(body.items.map(({ actName, by }) => [actName, by])).toEqual([['导出投诉案卷', '孙伟']])
  })

  test('nobody else’s, nothing about themselves for the property, the mediator’s while it is theirs', async () => {
    const number = await filed(app)
    const code = async (who: string, of = number) => (await evidence(app, who, of)).code
    expect(await code('neighbour')).toBe('complaints.not_found')
    expect(await code('committee')).toBe('auth.not_permitted')
    expect(await code('property', await filed(app, { category: 'staff' }))).toBe(
      'complaints.not_found',
    )
    await addPerson(app.ports, 'mediator', { name: '韩调解', roles: ['mediator'] })
    expect(await code('mediator')).toBe('complaints.not_found')
    await go(app, number, 'resident toMediation')
    const { body } = await evidence(app, 'mediator', number)
    expect(body.html).toContain('业主 张**')
    expect(body.html).toContain('调解员 韩**')
    await go(app, number, 'resident takeBack')
    expect(await code('mediator')).toBe('complaints.not_found')
  })
})

describe('photos in a bundle', () => {
  let world: PhotoWorld
  beforeAll(async () => {
    world = await openPhotoWorld(openTemporaryTable)
  })
  afterAll(() => world.close())

  test('photos are in it once checked, each with its own hash; what does not fit is listed', async () => {
    const { app } = world
    // Officers' words need no check: the stand-in knows nobody of the cast.
    const at = { unit: undefined, place: { kind: 'common', area: '东门' } } as const
    const { complaint } = (await atWindow(await app.as('community'), at)).body
    const { number } = complaint
    const { id } = await world.add(sample('jpeg'))
    await world.settle()
    await world.settle()
    const late = await world.add(sample('png'))
    const by = await app.as(UPLOADER)
    await act('accept', by, number)
    await act('reply', by, number, { photos: [id, late.id] })
    const { body } = await evidence(app, 'street', number)
    expect(body).toMatchObject({ attachments: 1, embedded: 1 })
    const [, data = ''] = /src="data:image\/jpeg;base64,([^"]+)"/.exec(body.html) ?? []
    const sha256 = createHash('sha256').update(Buffer.from(data, 'base64')).digest('hex')
    expect(body.html).toContain(`<code>${sha256}</code>`)
    expect(body.html).toContain('附件：附件1.jpg')
    expect(body.html).toContain('另有 1 个附件没有通过检查')
  })
})
