import './shared/element'
import './shared/look.css'

import { createPinia } from 'pinia'
import { createApp } from 'vue'

import App from './App.vue'
import { router } from './router'
import { i18n, language, speak } from './words'

speak(language.value)
createApp(App).use(createPinia()).use(router).use(i18n).mount('#app')
