import Taro from '@tarojs/taro'
import { choosePhotos, sendPhoto } from './upload.ts'

beforeEach(() => {
  jest.clearAllMocks()
  Object.assign(globalThis, { __TARGET__: 'weapp' })
})

const chosen = (...files: readonly { tempFilePath: string; size: number }[]) =>
  jest.mocked(Taro.chooseMedia).mockResolvedValueOnce({ tempFiles: files } as never)
const measures = (width: number, height: number) =>
  jest.mocked(Taro.getImageInfo).mockResolvedValueOnce({ width, height } as never)
const compresses = () =>
  jest.mocked(Taro.compressImage).mockResolvedValueOnce({ tempFilePath: 'small.jpg' } as never)

describe('choosing in WeChat', () => {
  test.each([
    ['a wide one', 4_032, 3_024, { compressedWidth: 1_920 }],
    ['a tall one', 3_024, 4_032, { compressedHeight: 1_920 }],
    ['a small one', 800, 600, {}],
  ])('makes %s smaller by its longer side', async (_, width, height, limit) => {
    chosen({ tempFilePath: 'big.jpg', size: 5_000_000 })
    measures(width, height)
    compresses()
    expect(await choosePhotos(9)).toEqual([{ path: 'small.jpg', bytes: 5_000_000 }])
    expect(Taro.compressImage).toHaveBeenCalledWith({ src: 'big.jpg', quality: 80, ...limit })
  })

  test('what cannot be made smaller is taken as it is', async () => {
    chosen({ tempFilePath: 'odd.heic', size: 10 })
    jest.mocked(Taro.getImageInfo).mockRejectedValueOnce({ errMsg: 'getImageInfo:fail' })
    expect(await choosePhotos(1)).toEqual([{ path: 'odd.heic', bytes: 10 }])
  })

  test('asks for no more than there is room for', async () => {
    chosen()
    await choosePhotos(3)
    expect(Taro.chooseMedia).toHaveBeenCalledWith(expect.objectContaining({ count: 3 }))
  })

  test('thinking better of it is no failure', async () => {
    jest.mocked(Taro.chooseMedia).mockRejectedValueOnce({ errMsg: 'chooseMedia:fail cancel' })
    expect(await choosePhotos(9)).toEqual([])
  })

  test('a closed album is told in words', async () => {
    jest.mocked(Taro.chooseMedia).mockRejectedValueOnce({ errMsg: 'chooseMedia:fail auth deny' })
    await expect(choosePhotos(9)).rejects.toMatchObject({ code: 'client.no_photo' })
  })
})

describe('sending', () => {
  const uploads = (reply: Promise<object>) =>
    jest.mocked(Taro.uploadFile).mockReturnValueOnce(
      Object.assign(reply, {
        onProgressUpdate: (told: (at: { progress: number }) => void) => told({ progress: 40 }),
      }) as never,
    )
  const form = { url: 'https://bucket.example/', fields: { key: 'a/b', policy: 'p' } }
  const photo = { path: 'small.jpg', bytes: 10 }

  test('is the signed form with the file, and tells how far it is', async () => {
    uploads(Promise.resolve({ statusCode: 204 }))
    const told: number[] = []
    await sendPhoto(form, photo, (percent) => told.push(percent))
    expect(Taro.uploadFile).toHaveBeenCalledWith(
      expect.objectContaining({
        url: 'https://bucket.example/',
        filePath: 'small.jpg',
        name: 'file',
        formData: form.fields,
      }),
    )
    expect(told).toEqual([40])
  })

  test('an address of one machine begins at its root', async () => {
    uploads(Promise.resolve({ statusCode: 204 }))
    await sendPhoto({ ...form, url: '/uploads/1' }, photo)
    expect(Taro.uploadFile).toHaveBeenCalledWith(expect.objectContaining({ url: '/uploads/1' }))
  })

  test.each([
    [413, '太大'],
    [403, '再试一次'],
  ])('a refusal with %i says what to do', async (statusCode, words) => {
    uploads(Promise.resolve({ statusCode }))
    await expect(sendPhoto(form, photo)).rejects.toMatchObject({
      code: 'client.photo_refused',
      detail: expect.stringContaining(words) as string,
    })
  })

  test('no answer is told as no network', async () => {
    uploads(Promise.reject(new Error('uploadFile:fail')))
    await expect(sendPhoto(form, photo)).rejects.toMatchObject({ code: 'network.unreachable' })
  })

  test('one that never ends is given up after half a minute without a sign, and told as no network', async () => {
    jest.useFakeTimers()
    const abort = jest.fn()
    let tell: (at: { progress: number }) => void = () => undefined
    jest.mocked(Taro.uploadFile).mockReturnValueOnce(
      Object.assign(new Promise(() => undefined), {
        abort,
        onProgressUpdate: (told: typeof tell) => (tell = told),
      }) as never,
    )
    const sent = sendPhoto(form, photo)
    const refused = expect(sent).rejects.toMatchObject({ code: 'network.unreachable' })
    jest.advanceTimersByTime(29_000)
    tell({ progress: 10 })
    jest.advanceTimersByTime(29_000)
    expect(abort).not.toHaveBeenCalled()
    jest.advanceTimersByTime(1_000)
    await refused
    expect(abort).toHaveBeenCalledTimes(1)
    jest.useRealTimers()
  })
})
