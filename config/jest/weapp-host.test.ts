import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHost, type Host } from './weapp-host.cjs'

let dist: string
let server: Server | undefined
beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'weapp-'))
  writePackage()
})
afterEach(() => {
  rmSync(dist, { recursive: true })
  server?.close()
  server = undefined
})

const write = (name: string, content: string): void => {
  mkdirSync(path.dirname(path.join(dist, name)), { recursive: true })
  writeFileSync(path.join(dist, name), content)
}

/** A page written as Taro compiles one: a tree in \`root\`, one handler for every event. */
const page = (body = '') => `Page({
  data: { root: {} },
  onLoad(query) { this.say('loaded ' + JSON.stringify(query)); this.lived = ''; ${body} },
  onShow() { this.lived += 'show ' },
  onHide() { this.lived += 'hide ' },
  onUnload() { wx.setStorageSync('unloaded', this.route) },
  say(words) { this.setData({ root: { sid: 'r', cn: [{ sid: 'a', uid: 'press', cn: [{ sid: 'b', v: words }] }] } }) },
  eh(event) { this.say(event.type + ' ' + event.currentTarget.id + ' ' + JSON.stringify(event.detail) + ' ' + this.lived) },
})`

const app = {
  pages: ['pages/home/index', 'pages/me/index', 'pages/login/index'],
  subPackages: [{ root: 'resident', pages: ['bills/index'] }],
  tabBar: { list: [{ pagePath: 'pages/home/index' }, { pagePath: 'pages/me/index' }] },
}

function writePackage(): void {
  write('app.json', JSON.stringify(app))
  write('app.js', 'App({})')
  for (const name of app.pages) write(`${name}.js`, page())
  write('resident/bills/index.js', page())
}

const boot = (body: string, options: Parameters<typeof createHost>[1] = {}): Host => {
  write('pages/home/index.js', page(body))
  const host = createHost(dist, options)
  host.boot()
  return host
}

test('boots the first page with what it was opened with', () => {
  const host = createHost(dist)
  host.boot('pages/login/index', { from: 'home' })
  expect(host.text()).toBe('loaded {"from":"home"}')
  expect(host.pages).toContain('resident/bills/index')
})

test('a tap is heard by every element around it, typing by its field alone', async () => {
  const host = createHost(dist)
  host.boot()
  host.tap('loaded {}')
  await host.until('tap r')
  host.type('press', '电梯')
  expect(host.text()).toContain('input press {"value":"电梯"}')
})

test('what is not there cannot be tapped, and the failure tells what is', () => {
  const host = createHost(dist)
  host.boot()
  expect(() => host.tap('提交')).toThrow(/提交.*pages\/home\/index.*loaded/)
})

describe('navigation', () => {
  const call = (name: string, url: string) =>
    `wx.${name}({ url: '${url}', fail: (err) => this.say(err.errMsg) });`

  test.each([
    [
      call('navigateTo', '/pages/me/index'),
      'navigateTo:fail can not navigateTo page "pages/me/index"',
    ],
    [call('switchTab', '/pages/login/index'), 'switchTab:fail can not switchTab page'],
    [
      call('navigateTo', '/pages/none/index'),
      'navigateTo:fail page "pages/none/index" is not found',
    ],
  ])('%s is refused as WeChat does', async (body, words) => {
    await boot(body).until(words)
  })

  test('opens a page of a sub-package over this one, and goes back to it', async () => {
    const open = call('navigateTo', '/resident/bills/index?unit=1-2-801')
    const host = boot(`setTimeout(() => { ${open} }, 0)`)
    await host.until('loaded {"unit":"1-2-801"}')
    expect(host.stack()).toEqual(['pages/home/index', 'resident/bills/index'])
    host.back()
    host.tap('press')
    expect(host.text()).toContain('show hide show')
  })

  test('a tab page lives on behind another, until everything is relaunched', async () => {
    const host = boot(call('switchTab', '/pages/me/index'))
    await host.until(() => host.page() === 'pages/me/index')
    expect(host.storage.get('unloaded')).toBeUndefined()
    write('pages/login/index.js', page())
    const relaunched = boot(call('reLaunch', '/pages/login/index'))
    await relaunched.until(() => relaunched.page() === 'pages/login/index')
    expect(relaunched.storage.get('unloaded')).toBe('"pages/home/index"')
    expect(relaunched.stack()).toEqual(['pages/login/index'])
  })
})

describe('the engine is that of an old phone', () => {
  test.each([
    ['typeof BigInt', 'undefined'],
    ['typeof Intl', 'undefined'],
    ['typeof URL', 'undefined'],
    ['typeof TextDecoder', 'undefined'],
    ['typeof atob', 'undefined'],
    ['typeof fetch', 'undefined'],
    ['typeof window', 'undefined'],
    ['typeof [].at', 'undefined'],
    ['typeof [].toReversed', 'undefined'],
    ['typeof "".replaceAll', 'undefined'],
    ['typeof Object.hasOwn', 'undefined'],
    ['typeof Object.fromEntries', 'function'],
    ['String(new Function("return 1")())', 'undefined'],
  ])('%s is %s', (expression, expected) => {
    expect(boot(`this.say(${expression})`).text()).toBe(expected)
  })

  test('code from strings is refused', () => {
    const body = 'try { eval("1"); this.say("ran") } catch (err) { this.say(err.name) }'
    expect(boot(body).text()).toBe('EvalError')
  })
})

test('what the host does not know is answered, and recorded', async () => {
  const host = boot("wx.shareToMoon({ success: () => this.say('done') })")
  await host.until('done')
  expect(host.calls).toEqual(['shareToMoon'])
})

test('every setData is weighed', () => {
  const host = createHost(dist)
  host.boot()
  expect(host.setDatas).toEqual([{ page: 'pages/home/index', bytes: expect.any(Number) as number }])
})

test('storage survives the end of the app', () => {
  const { storage } = boot("wx.setStorageSync('draft', { text: '电梯' })")
  const body = "this.say(wx.getStorageSync('draft').text + wx.getStorageSync('none'))"
  expect(boot(body, { storage }).text()).toBe('电梯')
})

test('a person answers a question as the test says', async () => {
  const body =
    "wx.showModal({ title: '撤回投诉', success: ({ confirm }) => this.say(String(confirm)) })"
  const host = boot(body, { confirm: false })
  await host.until('false')
  expect(host.told).toMatchObject([{ name: 'showModal', title: '撤回投诉' }])
})

describe('the network', () => {
  const AGREED = 'wx.requirePrivacyAuthorize({ success: () => '
  const request = `wx.request({ url: 'https://jiayuan.invalid/api/v1/me', method: 'POST', data: '{"a":1}',
    header: { authorization: 'Bearer t' },
    success: ({ statusCode, data, header }) => this.say(statusCode + data + (header.etag || '')),
    fail: ({ errMsg }) => this.say(errMsg) });`

  async function serve(): Promise<string> {
    const listening = createServer((asked, reply) => {
      let body = ''
      asked.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')))
      asked.on('end', () => {
        const { authorization = '', 'content-type': type = '' } = asked.headers
        reply.writeHead(201, { etag: '"e1"' })
        const isForm = type.startsWith('multipart/form-data')
        reply.end(isForm ? String(/name="file"; filename/.test(body)) : body + authorization)
      })
    })
    server = listening
    await new Promise<void>((resolve) => {
      listening.listen(0, '127.0.0.1', resolve)
    })
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  }

  test('is what the test answers', async () => {
    const host = boot(request, { respond: ({ url }) => ({ statusCode: 404, data: url }) })
    await host.until('404https://jiayuan.invalid/api/v1/me')
    expect(host.requests).toMatchObject([{ method: 'POST', data: '{"a":1}' }])
  })

  test('or a real server, in the place of the address the package was built with', async () => {
    await boot(request, { api: await serve() }).until('201{"a":1}Bearer t"e1"')
  })

  test('is found and lost as the test says', () => {
    const host = boot('wx.onNetworkStatusChange(({ networkType }) => this.say(networkType))')
    host.connect(false)
    expect(host.text()).toBe('none')
    host.connect(true)
    expect(host.text()).toBe('wifi')
  })

  test('a server that is gone is a failure', async () => {
    const api = await serve()
    server?.close()
    await boot(request, { api }).until('request:fail')
  })

  test('photos of the album are sent as a form', async () => {
    write('photo.jpg', 'a photo')
    const body = `${AGREED}wx.chooseMedia({ count: 1, success: ({ tempFiles }) => wx.uploadFile({
      url: 'https://jiayuan.invalid/uploads', filePath: tempFiles[0].tempFilePath, name: 'file', formData: { key: 'k' },
      success: ({ statusCode, data }) => this.say(tempFiles[0].size + ' ' + statusCode + ' ' + data) }) }) })`
    const photos = [path.join(dist, 'photo.jpg')]
    await boot(body, { photos, api: await serve() }).until('7 201 true')
  })

  test('a file of a chat is chosen by its ending, and a file of the server is kept on the phone', async () => {
    write('名册.xlsx', 'a register')
    write('聊天.mp4', 'a film')
    const body = `${AGREED}wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'], success: ({ tempFiles: [file] }) =>
      wx.downloadFile({ url: 'https://jiayuan.invalid/files/1', success: ({ statusCode, tempFilePath }) => {
        wx.openDocument({ filePath: tempFilePath }); this.say(file.name + ' ' + file.size + ' ' + statusCode) } }) }) })`
    const chatFiles = [path.join(dist, '聊天.mp4'), path.join(dist, '名册.xlsx')]
    const host = boot(body, { chatFiles, api: await serve() })
    await host.until('名册.xlsx 10 201')
    expect(host.told.map(({ name }) => name)).toEqual(['openDocument'])
  })
})
