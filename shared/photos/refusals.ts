import { refusals } from '#shared/kernel/refusals.ts'

export const photoRefusals = refusals({
  'photos.not_found': { status: 404, detail: '没有找到这张照片，请重新添加。' },
  'photos.upload_invalid': { status: 400, detail: '照片没有传完整，请重新选一次这张照片。' },
  'photos.upload_expired': { status: 403, detail: '等得太久，上传已过期，请重新选一次这张照片。' },
  'photos.upload_too_large': {
    status: 413,
    detail: '照片太大，每张不能超过 10 MB。请压缩后再传，或换一张。',
  },
  'photos.link_invalid': { status: 403, detail: '照片的链接已过期，请返回刷新页面。' },
  'photos.empty': { status: 422, detail: '这张照片是空的，请重新拍一张或换一张。' },
  'photos.not_a_photo': { status: 422, detail: '这不是照片。请选择 JPG、PNG 或 WebP 格式的照片。' },
  'photos.kind_unsupported': {
    status: 422,
    detail: '这种格式的图片还不支持，请换成 JPG、PNG 或 WebP 格式的照片。',
  },
  'photos.damaged': { status: 422, detail: '照片损坏或不完整，打不开。请重新拍一张或换一张。' },
  'photos.disguised': { status: 422, detail: '照片里夹带了别的文件，不能使用。请换一张。' },
  'photos.too_many_pixels': {
    status: 422,
    detail: '照片的尺寸太大，每边不能超过 12,000 像素。请压缩后再传。',
  },
  'photos.content_refused': {
    status: 422,
    detail: '照片没有通过微信的内容检查，别人看不到。请换一张。',
  },
  'photos.too_many': { status: 422, detail: '最多放 {max} 张照片，请删去几张。' },
  'photos.repeated': { status: 422, detail: '同一张照片放了两次，请删去一张。' },
  'photos.used_elsewhere': { status: 409, detail: '这张照片已经用在别处，请重新添加。' },
  'photos.not_arrived': { status: 422, detail: '这张照片没有传上来，请重新添加一次。' },
})
