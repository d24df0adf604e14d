// A receiver of a share in headless Chromium, against the server at SERVER_URL. SCREENSHOTS names a folder to keep pictures in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';

const url = process.env.SERVER_URL.replace(/\/$/, '');
const mark = Date.now();
const [articles, authors, comments] = ['articles', 'authors', 'comments'].map((name) => `page_${name}_${mark}`);
const phone = { width: 360, height: 740, isMobile: true, hasTouch: true };
let browser, admin, role;

async function call(method, path, body) {
  const reply = await fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(admin ? { authorization: `Bearer ${admin}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await reply.text();
  assert.ok(reply.ok, `${method} ${path}: ${reply.status} ${text}`);
  return text ? JSON.parse(text).data : undefined;
}

const collection = (name, ...fields) => ({
  collection: name, schema: {}, meta: {},
  fields: [
    { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true }, meta: {} },
    ...fields.map(([field, type, meta]) => ({ field, type, schema: type === 'alias' ? null : {}, meta: meta ?? {} })),
  ],
});

const share = async (data) => (await call('POST', '/shares', { collection: articles, item: '1', role, ...data })).id;

before(async () => {
  browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  admin = (await call('POST', '/auth/login', { email: process.env.ADMIN_EMAIL, password: process.env.ADMIN_PASSWORD })).access_token;
  await call('POST', '/collections', [
    collection(articles, ['title', 'string'], ['body', 'text'], ['published', 'boolean'], ['secret', 'string'], ['author', 'integer'],
      ['comments', 'alias', { special: ['o2m'] }]),
    collection(authors, ['name', 'string']),
    collection(comments, ['text', 'string'], ['article', 'integer']),
  ]);
  await call('POST', '/relations', { collection: articles, field: 'author', related_collection: authors, schema: { on_delete: 'SET NULL' }, meta: {} });
  await call('POST', '/relations', { collection: comments, field: 'article', related_collection: articles, schema: { on_delete: 'SET NULL' }, meta: { one_field: 'comments' } });
  await call('POST', `/items/${articles}`, {
    title: 'A day at the sea', body: 'Wind & waves <script>alert(1)</script>\nand sand.', published: true, secret: 'nobody reads this',
    author: { name: 'Ann Example' }, comments: [{ text: 'Lovely' }, { text: 'More, please' }],
  });
  role = (await call('POST', '/roles', { name: `page ${mark}` })).id;
  const read = (name, fields) => ({ collection: name, action: 'read', fields, permissions: {} });
  await call('POST', '/policies', {
    name: `page ${mark}`, roles: [{ role }],
    permissions: [read(articles, ['id', 'title', 'body', 'published', 'author', 'comments']), read(authors, ['id', 'name']), read(comments, ['*'])],
  });
});

after(async () => {
  await browser?.close();
  for (const name of [comments, articles, authors]) await call('DELETE', `/collections/${name}`);
  await call('DELETE', `/roles/${role}`);
});

// A receiver with a fresh browser; notes every address that is asked for and everything that the browser complains about.
async function visit(id, viewport = { width: 1100, height: 900 }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(viewport);
  page.asked = [];
  page.complaints = [];
  page.on('request', (request) => page.asked.push(request.url()));
  page.on('console', (message) => { if (message.type() === 'error') page.complaints.push(message.text()); });
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  await page.goto(`${url}/admin/shared/${id}`, { waitUntil: 'networkidle0' });
  return page;
}

const shown = (page) => page.$eval('main', (main) => main.innerText);
const message = (page) => page.$eval('#message', (element) => element.textContent);
const picture = (page, name) => process.env.SCREENSHOTS && page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });

test('shows the item with what belongs to it, and nothing else', async () => {
  const page = await visit(await share({ name: 'Our holiday', date_end: '2099-05-03T12:00:00Z' }));
  await page.waitForSelector('#item:not([hidden])');
  const text = await shown(page);
  await picture(page, 'open');

  for (const expected of ['Our holiday', 'Available until', '2099', 'A day at the sea', 'Wind & waves <script>alert(1)</script>', 'Ann Example', 'Lovely', 'More, please', 'Yes'])
    assert.ok(text.includes(expected), `${expected} is missing in:\n${text}`);
  assert.ok(!text.includes('nobody reads this'));
  assert.deepEqual(page.complaints, []);
});

test('asks for the password and says when it is wrong', async () => {
  const page = await visit(await share({ name: 'With a password', password: 'open sesame' }), phone);
  await picture(page, 'password-phone');
  assert.equal(await page.$eval('#item', (item) => item.hidden), true);
  await page.type('#password', 'guess');
  await page.click('button');
  await page.waitForFunction(() => document.getElementById('problem').textContent !== '');
  assert.equal(await page.$eval('#problem', (problem) => problem.textContent), 'This password is not right.');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'password');
  await picture(page, 'wrong-password-phone');

  await page.type('#password', 'open sesame');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#item:not([hidden])');
  await picture(page, 'open-phone');
  assert.ok((await shown(page)).includes('A day at the sea'));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'The page is wider than the phone.');
  const token = await page.evaluate(() => Object.values(sessionStorage)[0]);
  assert.ok(page.asked.every((address) => !address.includes('sesame') && !address.includes(token)), page.asked.join('\n'));
});

test('opens a limited share on request only, and again in the same tab', async () => {
  const id = await share({ name: 'Once', max_uses: 1 });
  const page = await visit(id);
  assert.ok((await shown(page)).includes('1 of 1 uses left'));
  await page.click('button');
  await page.waitForSelector('#item:not([hidden])');
  await page.reload({ waitUntil: 'networkidle0' });
  assert.ok((await shown(page)).includes('A day at the sea'));

  const another = await visit(id);
  await picture(another, 'used-up');
  assert.equal(await message(another), 'This link has been used as often as it may.');
  assert.equal(await another.$eval('#item', (item) => item.hidden), true);
});

test('says why there is nothing to see', async () => {
  const expired = await visit(await share({ name: 'Over', date_end: '2020-01-01T00:00:00Z' }));
  await picture(expired, 'expired');
  assert.equal(await message(expired), 'This link has expired.');
  const early = await visit(await share({ name: 'Soon', date_start: '2099-01-01T00:00:00Z' }));
  await picture(early, 'not-started');
  assert.equal(await message(early), 'This link cannot be used yet.');
  const unknown = await visit('00000000-0000-4000-8000-000000000000');
  assert.equal(await message(unknown), 'There is nothing behind this link. It may have been taken back.');
});

test('shows a name as text, whatever it holds', async () => {
  const name = '<img src=x onerror="document.title=\'taken\'">{{id}}';
  const page = await visit(await share({ name }));
  await page.waitForSelector('#item:not([hidden])');
  assert.ok((await shown(page)).includes(name));
  assert.equal(await page.title(), name);
});
