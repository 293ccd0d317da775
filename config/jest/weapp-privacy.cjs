// WeChat's rule since 2023-09-15: a private interface is there only for who agreed to the privacy contract.
// Stricter than WeChat, which would show its sheet by itself: here a call before the question fails, and is seen.
const PRIVATE = [
  ...['chooseMedia', 'chooseImage', 'chooseVideo', 'chooseMessageFile', 'chooseAddress'],
  ...['setClipboardData', 'getClipboardData', 'getLocation', 'chooseLocation', 'getFuzzyLocation'],
  ...['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'getWeRunData', 'addPhoneContact'],
  // Of what else the mini-program is authorized for we ask for the microphone alone.
  'authorize',
]

const later = (run) => setTimeout(run, 0)
const settle = (options, kind, told) =>
  later(() => {
    options?.[kind]?.(told)
    options?.complete?.(told)
  })

/** @param order of the question and of each private call  @param agrees what the person answers to the question */
function guarded(wx, { agrees = true }, order) {
  let agreed = false
  const ask = (options) => {
    order.push('requirePrivacyAuthorize')
    agreed ||= agrees
    const errMsg = `requirePrivacyAuthorize:${agreed ? 'ok' : 'fail privacy permission is not authorized'}`
    settle(options, agreed ? 'success' : 'fail', { errMsg, ...(!agreed && { errno: 104 }) })
  }
  const guard = (name) => (options) => {
    order.push(name)
    if (agreed) return wx[name]?.(options)
    const refused = { errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 }
    const isCalledBack = options?.success || options?.fail || options?.complete
    if (isCalledBack) return settle(options, 'fail', refused)
    return new Promise((_, reject) => later(() => reject(refused)))
  }
  const recorder = wx.getRecorderManager?.()
  const listens = recorder && {
    ...recorder,
    start(options) {
      order.push('RecorderManager.start')
      if (agreed) return recorder.start(options)
      later(() => recorder.fails('operateRecorder:fail privacy permission is not authorized'))
    },
  }
  return {
    ...wx,
    ...(listens && { getRecorderManager: () => listens }),
    requirePrivacyAuthorize: ask,
    openPrivacyContract: (options) => {
      order.push('openPrivacyContract')
      settle(options, 'success', { errMsg: 'openPrivacyContract:ok' })
    },
    ...Object.fromEntries(PRIVATE.map((name) => [name, guard(name)])),
  }
}

module.exports = { guarded, PRIVATE }
