import license, { type Dependency } from 'rollup-plugin-license';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the application (`mvn -Prun`). */
const APPLICATION = { target: 'http://127.0.0.1:8080', rewrite: (path: string) => `/flows4apex${path}` };

/** Packages in the order of their names, so that builds do not differ. */
function listed(packages: Dependency[]): string {
  const texts = packages.map((each) => `${each.name} ${each.version}: ${each.license}\n\n${each.licenseText ?? ''}`.trim());
  return `${texts.sort().join('\n\n---\n\n')}\n`;
}

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
    rollupOptions: {
      plugins: [license({ thirdParty: { output: { file: '../../target/console/licenses.txt', template: listed } } })],
    },
  },
  server: {
    proxy: { '/v1': APPLICATION, '/session': APPLICATION, '/oauth': APPLICATION, '/health': APPLICATION },
  },
});
