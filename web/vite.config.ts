import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// The address of the server that answers /api while pages are being written.
const server = process.env.MINGJIAN_SERVER ?? 'http://127.0.0.1:8790'

export default defineConfig({
  plugins: [vue()],
  // Offices run old browsers of the domestic Linux distributions.
  build: { target: 'chrome87', cssTarget: 'chrome87', outDir: 'dist', reportCompressedSize: false },
  define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false },
  server: { port: 5173, proxy: { '/api': server } },
  test: { include: ['src/**/*.test.ts'] },
})
