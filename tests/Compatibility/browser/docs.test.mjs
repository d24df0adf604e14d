// The explorer of the API in headless Chromium, against the server at SERVER_URL.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';

const url = process.env.SERVER_URL.replace(/\/$/, '');
let browser;

before(async () => {
  browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
});

after(async () => browser?.close());

async function explore(page) {
  const strange = [];
  page.on('request', (request) => { if (!request.url().startsWith(`${url}/`) && !/^(data|blob):/.test(request.url())) strange.push(request.url()); });
  page.on('console', (message) => { if (message.type() === 'error') strange.push(message.text()); });
  page.on('pageerror', (error) => strange.push(String(error)));
  await page.goto(`${url}/docs`, { waitUntil: 'networkidle0' });
  await page.waitForFunction(() => document.body.innerText.includes('Dynamic API Specification'), { timeout: 60_000 });
  return { text: await page.evaluate(() => document.body.innerText), strange };
}

test('it shows what the caller may do, and asks nobody but this server', async () => {
  const page = await (await browser.createBrowserContext()).newPage();
  const stranger = await explore(page);
  assert.deepEqual(stranger.strange, []);
  assert.ok(stranger.text.includes('API v1.1') && !stranger.text.includes('directus_access'), stranger.text.slice(0, 2000));

  await page.evaluate(async (email, password) => {
    await fetch('/auth/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password, mode: 'session' }) });
  }, process.env.ADMIN_EMAIL, process.env.ADMIN_PASSWORD);
  const admin = await explore(page);
  assert.deepEqual(admin.strange, []);
  assert.ok(admin.text.includes('directus_access'), admin.text.slice(0, 2000));
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
});
