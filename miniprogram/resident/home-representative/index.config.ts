export default definePageConfig({ navigationBarTitleText: '共有人和产权代表' })
