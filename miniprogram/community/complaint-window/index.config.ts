export default definePageConfig({ navigationBarTitleText: '窗口代填投诉' })
