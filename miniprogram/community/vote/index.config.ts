export default definePageConfig({ navigationBarTitleText: '小区的表决' })
