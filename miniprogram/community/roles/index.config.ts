export default definePageConfig({ navigationBarTitleText: '角色与授权' })
