// The wx of the host: what the product calls, answered as a phone would. Anything else is recorded as a call.
const { mkdtempSync, readFileSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { basename, join } = require('node:path')

const PHONE = {
  window: {
    windowWidth: 390,
    windowHeight: 753,
    screenWidth: 390,
    screenHeight: 844,
    pixelRatio: 3,
    statusBarHeight: 47,
    safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
  },
  device: { platform: 'ios', system: 'iOS 12.2', brand: 'iPhone', model: 'iPhone 8' },
  base: { SDKVersion: '3.5.8', language: 'zh_CN', theme: 'light', fontSizeSetting: 17 },
}

const later = (run) => setTimeout(run, 0)

/** WeChat's manner: callbacks after the call has returned. */
const answer = (options, kind, result) =>
  later(() => {
    options?.[kind]?.(result)
    options?.complete?.(result)
  })
/** Where no callback is given WeChat gives a promise: Taro leaves to it what it does not wrap itself. */
const ok =
  (name, result = {}) =>
  (options) => {
    const told = { errMsg: `${name}:ok`, ...result }
    const isCalledBack = ['success', 'fail', 'complete'].some((kind) => options?.[kind])
    if (!isCalledBack) return new Promise((resolve) => later(() => resolve(told)))
    return answer(options, 'success', told)
  }

const chain = (ends) => new Proxy({}, { get: (_, name) => ends[name] ?? (() => chain(ends)) })

function storageApi(storage) {
  return {
    getStorageSync: (key) => (storage.has(key) ? JSON.parse(storage.get(key)) : ''),
    setStorageSync: (key, value) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
  }
}

/** Requests go to `respond`, or to the server at `api` in the place of the address the package was built with. */
function networkApi({ respond, api, requests }) {
  const there = (url) => url.replace(/^https?:\/\/[^/]+/, api ?? '')

  async function overHttp({ url, method, data, header }) {
    const reply = await fetch(there(url), {
      method,
      headers: header,
      ...(data !== undefined && method !== 'GET' && { body: data }),
    })
    const headers = Object.fromEntries(reply.headers)
    return { statusCode: reply.status, header: headers, data: await reply.text() }
  }

  const settle = (options, name, landing) =>
    landing.then(
      (result) => answer(options, 'success', { errMsg: `${name}:ok`, header: {}, ...result }),
      (err) => answer(options, 'fail', { errMsg: `${name}:fail ${err.message}` }),
    )

  return {
    request(options) {
      const asked = { method: 'GET', ...options }
      requests.push(asked)
      const reply = () => (respond ? { statusCode: 200, ...respond(asked) } : overHttp(asked))
      void settle(options, 'request', Promise.resolve().then(reply))
      return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {} }
    },
    uploadFile(options) {
      requests.push({ ...options, method: 'POST' })
      const send = async () => {
        const form = new FormData()
        for (const [name, value] of Object.entries(options.formData ?? {})) form.append(name, value)
        form.append(options.name, new Blob([readFileSync(options.filePath)]), 'photo.jpg')
        const reply = await fetch(there(options.url), { method: 'POST', body: form })
        return { statusCode: reply.status, data: await reply.text() }
      }
      const reply = () => (respond ? { statusCode: 200, data: '', ...respond(options) } : send())
      void settle(options, 'uploadFile', Promise.resolve().then(reply))
      return {
        abort() {},
        onProgressUpdate: (told) => told({ progress: 100 }),
        onHeadersReceived() {},
      }
    },
    downloadFile(options) {
      requests.push({ ...options, method: 'GET' })
      const fetchIt = async () => {
        const reply = await fetch(there(options.url), { headers: options.header })
        const place = join(mkdtempSync(join(tmpdir(), 'weapp-')), 'download')
        writeFileSync(place, Buffer.from(await reply.arrayBuffer()))
        return { statusCode: reply.status, tempFilePath: place }
      }
      const reply = () =>
        respond
          ? { statusCode: 200, tempFilePath: 'wxfile://tmp_download', ...respond(options) }
          : fetchIt()
      void settle(options, 'downloadFile', Promise.resolve().then(reply))
      return { abort() {}, onProgressUpdate() {}, onHeadersReceived() {} }
    },
  }
}

/** WeChat's one recorder: it hears what lies in the file, for as long as it is told to. `microphone` is what the person and the phone allow. */
function recorderApi({ recording: heard, microphone = true }) {
  const told = {}
  let options
  const fails = (errMsg) => told.onError?.({ errMsg })
  const recorder = {
    ...Object.fromEntries(
      ['onStart', 'onStop', 'onError', 'onInterruptionBegin'].map((name) => [
        name,
        (listener) => void (told[name] = listener),
      ]),
    ),
    fails,
    start(asked) {
      options = asked
      const isKnown = asked.format === 'mp3' && asked.duration <= 600_000
      if (microphone === 'phone')
        later(() => fails('operateRecorder:fail system permission denied'))
      else if (!isKnown) later(() => fails('operateRecorder:fail invalid options'))
      else later(() => told.onStart?.())
    },
    stop() {
      const { seconds, path } = heard
      const duration = Math.min(seconds * 1_000, options.duration)
      later(() =>
        told.onStop?.({ tempFilePath: path, duration, fileSize: readFileSync(path).length }),
      )
    },
  }
  return {
    // A phone without a recorder has no such function.
    ...(heard && { getRecorderManager: () => recorder }),
    authorize: (asked) =>
      microphone === false
        ? answer(asked, 'fail', { errMsg: 'authorize:fail auth deny' })
        : ok('authorize')(asked),
  }
}

/** A loudspeaker: what it plays is told, and ends at once. */
const loudspeaker = (told) => () => {
  const listeners = {}
  const on = (name) => (listener) => void (listeners[name] = listener)
  const sound = {
    src: '',
    play() {
      told.push({ name: 'playVoice', title: sound.src })
      later(() => listeners.ended?.())
    },
    ...{ stop() {}, destroy() {}, onEnded: on('ended'), onError: on('error') },
  }
  return sound
}

/** `photos` are files on this machine that the album holds, `chatFiles` those of a chat; `confirm` is what a person answers to a question. */
function phoneApi({
  photos = [],
  chatFiles = [],
  confirm = true,
  loginCode = () => 'fake-code',
  told,
  listeners,
}) {
  const show = (name) => (options) => {
    told.push({ name, ...options })
    return ok(name, name === 'showModal' ? { confirm, cancel: !confirm } : {})(options)
  }
  return {
    login: (options) => ok('login', { code: loginCode() })(options),
    showModal: show('showModal'),
    showToast: show('showToast'),
    hideToast: ok('hideToast'),
    // What is put aside lies where it lay.
    getFileSystemManager: () => ({
      saveFile: ({ tempFilePath, success }) =>
        later(() => success({ savedFilePath: tempFilePath })),
      access: ({ success }) => later(success),
      removeSavedFile: () => {},
    }),
    previewImage: show('previewImage'),
    setClipboardData: show('setClipboardData'),
    openSetting: show('openSetting'),
    setInnerAudioOption: ok('setInnerAudioOption'),
    createInnerAudioContext: loudspeaker(told),
    chooseMedia: ({ count, ...options }) =>
      ok('chooseMedia', {
        type: 'image',
        tempFiles: photos.slice(0, count).map((path) => ({
          tempFilePath: path,
          size: readFileSync(path).length,
          fileType: 'image',
        })),
      })(options),
    chooseMessageFile: ({ count, extension, ...options }) =>
      ok('chooseMessageFile', {
        tempFiles: chatFiles
          .filter((path) => !extension || extension.includes(path.split('.').pop()))
          .slice(0, count)
          .map((path) => ({ path, name: basename(path), size: readFileSync(path).length })),
      })(options),
    openDocument: show('openDocument'),
    shareFileMessage: show('shareFileMessage'),
    getImageInfo: (options) => ok('getImageInfo', { width: 4_032, height: 3_024 })(options),
    compressImage: (options) => ok('compressImage', { tempFilePath: options.src })(options),
    getNetworkType: ok('getNetworkType', { networkType: 'wifi' }),
    onNetworkStatusChange: (listener) => void listeners.push(listener),
    offNetworkStatusChange: (listener) => void listeners.splice(listeners.indexOf(listener), 1),
    setNavigationBarTitle: show('setNavigationBarTitle'),
    setTabBarBadge: show('setTabBarBadge'),
    removeTabBarBadge: show('removeTabBarBadge'),
    stopPullDownRefresh: ok('stopPullDownRefresh'),
    pageScrollTo: ok('pageScrollTo'),
    getSystemInfoSync: () => ({ ...PHONE.window, ...PHONE.device, ...PHONE.base }),
    getWindowInfo: () => PHONE.window,
    getDeviceInfo: () => PHONE.device,
    getAppBaseInfo: () => PHONE.base,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxfake', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => ({
      ...{ top: 51, bottom: 83, height: 32 },
      ...{ left: 296, right: 383, width: 87 },
    }),
    canIUse: () => true,
    nextTick: later,
    createSelectorQuery: () =>
      chain({
        exec: (told) => later(() => told?.([{ width: 390, height: 40, left: 0, top: 0 }])),
      }),
    createIntersectionObserver: () => chain({ observe() {}, disconnect() {} }),
  }
}

/** Unknown calls succeed, and are recorded: a missing fake is seen, not fatal. */
const recording = (known, calls) =>
  new Proxy(known, {
    get(wx, name) {
      if (name in wx || typeof name === 'symbol') return wx[name]
      if (/^(on|off)[A-Z]/.test(name)) return () => {}
      if (/^(webpackJsonp|miniprogram|then|env|cloud|__)/.test(name)) return undefined
      return (options) => {
        calls.push(name)
        if (options && typeof options === 'object') ok(name)(options)
      }
    },
  })

module.exports = { answer, networkApi, phoneApi, recorderApi, recording, storageApi }
