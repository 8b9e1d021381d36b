/**
 * Comes to the console for the first time, signs in and arrives at the first page; counts what goes
 * over the wire. Input as in `console.mjs`.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const unpacked = [];
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(response.url()) && response.headers()['content-encoding'] !== 'gzip') {
      unpacked.push(response.url().replace(/.*\//, ''));
    }
  });
  await signIn(page, input);
  await page.getByRole('heading', { level: 1, name: 'Instances' }).waitFor();
  await page.waitForLoadState('networkidle');
  return { bytes, unpacked };
});
