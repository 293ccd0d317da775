export default definePageConfig({ navigationBarTitleText: '纸质验证码' })
