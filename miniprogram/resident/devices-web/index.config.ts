export default definePageConfig({ navigationBarTitleText: '确认网页登录' })
