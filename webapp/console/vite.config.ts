import { defineConfig } from 'vite';

/** Where `npm run dev` finds the application (`mvn -Prun`). */
const APPLICATION = { target: 'http://127.0.0.1:8080', rewrite: (path: string) => `/flows4apex${path}` };

export default defineConfig({
  // relative, since the context root is chosen at deployment
  base: './',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    outDir: '../../target/console',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // the content security policy allows no data: fonts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/v1': APPLICATION, '/session': APPLICATION, '/oauth': APPLICATION, '/health': APPLICATION },
  },
});
