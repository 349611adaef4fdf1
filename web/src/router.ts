import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

import { whenSignedOut } from './api/client'
import { useSession } from './identity/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string
    /** Shown without the frame: nobody is signed in yet, or may not go on yet. */
    bare?: boolean
    /** Can be seen by nobody in particular. */
    open?: boolean
    /** Shows runs or clues: only for roles that read them. */
    clues?: boolean
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/sign-in', component: () => import('./identity/SignInPage.vue'), meta: { title: 'identity.signIn', bare: true, open: true } },
  { path: '/setup', component: () => import('./identity/SetupPage.vue'), meta: { title: 'identity.setup', bare: true, open: true } },
  { path: '/password', component: () => import('./identity/PasswordPage.vue'), meta: { title: 'identity.passwordTitle', bare: true } },
  { path: '/pledge', component: () => import('./identity/PledgePage.vue'), meta: { title: 'identity.pledgeTitle', bare: true } },
  { path: '/account', component: () => import('./identity/AccountPage.vue'), meta: { title: 'identity.account' } },
  { path: '/', component: () => import('./desk/DeskPage.vue'), meta: { title: 'desk.title' } },
  { path: '/:rest(.*)*', component: () => import('./frame/NotFoundPage.vue'), meta: { title: 'frame.notFound' } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (to.meta.open) return true
  try {
    await session.ask()
  } catch {
    return '/sign-in' // the server cannot be reached; that page says so
  }
  const me = session.me
  if (me === null) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  if (me.passwordChange && to.path !== '/password') return '/password'
  if (!me.passwordChange && me.pledge === 'DUE' && to.path !== '/pledge') return '/pledge'
  if (to.meta.clues && !session.readsClues) return '/'
  return true
})

// The focus goes to the new page, as it would with pages that the browser loads itself.
router.afterEach((to, from) => {
  if (from.matched.length > 0 && to.path !== from.path) {
    requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }))
  }
})

whenSignedOut(() => {
  useSession().take(null)
  const here = router.currentRoute.value
  if (!here.meta.open) void router.replace({ path: '/sign-in', query: { next: here.fullPath, ended: '1' } })
})
