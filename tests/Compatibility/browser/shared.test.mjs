// A receiver of a share in headless Chromium, against the server at SERVER_URL. SCREENSHOTS names a folder to keep pictures in.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import puppeteer from 'puppeteer-core';

const url = process.env.SERVER_URL.replace(/\/$/, '');
const mark = Date.now();
const [articles, authors, comments, albums, pages, recipes] = ['articles', 'authors', 'comments', 'albums', 'albums_files', 'recipes'].map((name) => `page_${name}_${mark}`);
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

async function upload(name, type, content) {
  const form = new FormData();
  form.append('file', new Blob([content], { type }), name);
  const reply = await fetch(`${url}/files`, { method: 'POST', headers: { authorization: `Bearer ${admin}` }, body: form });
  assert.ok(reply.ok, await reply.clone().text());
  return (await reply.json()).data.id;
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
  await call('POST', '/collections', [
    collection(albums, ['title', 'string'], ['cover', 'uuid'], ['pages', 'alias', { special: ['files'] }]),
    collection(pages, ['album', 'integer'], ['file', 'uuid']),
  ]);
  await call('POST', '/relations', { collection: albums, field: 'cover', related_collection: 'directus_files', schema: { on_delete: 'SET NULL' }, meta: {} });
  await call('POST', '/relations', { collection: pages, field: 'album', related_collection: albums, schema: { on_delete: 'SET NULL' }, meta: { one_field: 'pages', junction_field: 'file' } });
  await call('POST', '/relations', { collection: pages, field: 'file', related_collection: 'directus_files', schema: { on_delete: 'SET NULL' }, meta: { junction_field: 'album' } });
  const cover = await upload('Beach.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#2a6fdb"/><circle cx="480" cy="110" r="60" fill="#ffd34d"/><script>document.title = "taken"</script></svg>');
  const sand = await upload('sand.bmp.png', 'image/png', Buffer.from('89504e470d0a1a0a0000000d494844520000003c0000002808020000002dd90ea8000000414944415478daedce31110030080430447446094aaa1859a8f82d771190da9e90f737a4a4a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a593e90381d6fd17759c4edc0000000049454e44ae426082', 'hex'));
  const notes = await upload('travel notes.html', 'text/html', '<script>alert(1)</script>'.repeat(80));
  await call('POST', `/items/${albums}`, { title: 'Summer', cover, pages: [{ file: sand }, { file: notes }] });
  await call('POST', '/collections', [
    collection(recipes, ['internal', 'string', { hidden: true }],
      ['course', 'string', { sort: 3, width: 'half', interface: 'select-dropdown', options: { choices: [{ text: 'Main course', value: 'main' }] } }],
      ['title', 'string', { sort: 2, translations: [{ language: 'de-DE', translation: 'Gericht' }, { language: 'en-US', translation: 'Dish' }] }],
      ['cooked_on', 'date', { sort: 4, width: 'half' }], ['source', 'string', { sort: 5 }],
      ['more', 'alias', { sort: 7, special: ['alias', 'no-data', 'group'], interface: 'group-detail', translations: [{ language: 'de-DE', translation: 'Zubereitung' }] }],
      ['steps', 'text', { sort: 8, group: 'more', interface: 'input-rich-text-html' }],
      ['notes', 'text', { sort: 9, group: 'more', interface: 'input-rich-text-md' }],
      ['cook', 'integer', { sort: 6 }], ['tags', 'json', { sort: 10, special: ['cast-json'] }]),
  ]);
  await call('PATCH', `/collections/${authors}`, { meta: { display_template: '{{name}} ({{id}})' } });
  await call('PATCH', `/collections/${recipes}`, { meta: { display_template: '{{title}}, {{course}}' } });
  await call('POST', '/relations', { collection: recipes, field: 'cook', related_collection: authors, schema: { on_delete: 'SET NULL' }, meta: {} });
  await call('POST', `/items/${recipes}`, {
    internal: 'costs 3 euros', title: 'Dumplings', course: 'main', cooked_on: '2026-05-04', source: 'https://example.com/dumplings', cook: 1, tags: ['quick', 'good'],
    steps: '<p onclick="document.title=1">Stir <strong>well</strong></p><script>document.title = "taken"</script><a href="javascript:alert(1)">here</a>',
    notes: '**Salt** at the end <img src="../icon.svg" onerror="document.title=2" onload="document.title=3">',
  });
  role = (await call('POST', '/roles', { name: `page ${mark}` })).id;
  const read = (name, fields) => ({ collection: name, action: 'read', fields, permissions: {} });
  await call('POST', '/policies', {
    name: `page ${mark}`, roles: [{ role }],
    permissions: [read(articles, ['id', 'title', 'body', 'published', 'author', 'comments']), read(authors, ['id', 'name']), read(comments, ['*']), read(albums, ['*']), read(pages, ['*']), read(recipes, ['*']), read('directus_files', ['*'])],
  });
});

after(async () => {
  await browser?.close();
  for (const name of [pages, albums, comments, articles, recipes, authors]) await call('DELETE', `/collections/${name}`);
  await call('DELETE', `/roles/${role}`);
});

// A receiver with a fresh browser; notes every address that is asked for and everything that the browser complains about.
async function visit(id, viewport = { width: 1100, height: 900 }, language = 'en-US', scheme = 'light') {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setExtraHTTPHeaders({ 'accept-language': language });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
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

test('shows an item as its author has set it up, in the language of its reader', async () => {
  const page = await visit(await share({ collection: recipes }), undefined, 'de-AT,de;q=0.9,en;q=0.5');
  await page.waitForSelector('#item:not([hidden])');
  await picture(page, 'recipe');
  const text = await shown(page);
  for (const expected of ['Mit Ihnen geteilt', 'Gericht', 'Dumplings', 'Main course', '4. Mai 2026', 'Zubereitung', 'Stir well', 'Salt at the end', 'Ann Example (1)', 'quick'])
    assert.ok(text.includes(expected), `${expected} is missing in:\n${text}`);
  for (const hidden of ['Internal', 'costs 3 euros', 'Main_course']) assert.ok(!text.includes(hidden), `${hidden} is shown in:\n${text}`);
  assert.deepEqual(await page.$$eval('dt', (names) => names.slice(1, 5).map((name) => name.textContent)), ['Gericht', 'Course', 'Cooked on', 'Source']);
  assert.equal(await page.$eval('h1', (title) => title.textContent), 'Dumplings, main');
  assert.equal(await page.title(), 'Dumplings, main');
  assert.equal(await page.$eval('html', (html) => html.lang), 'de');
  assert.deepEqual(await page.$$eval('dd a', (links) => links.map((link) => link.getAttribute('href'))), ['https://example.com/dumplings', null]);
  assert.equal(await page.$$eval('#item script, #item [onclick], #item [onerror]', (found) => found.length), 0);
  assert.deepEqual(page.complaints, []);
});

test('can be read by everybody', async () => {
  for (const [name, viewport, scheme] of [['recipe-phone', phone, 'light'], ['recipe-dark', { width: 1100, height: 900 }, 'dark'], ['recipe-phone-dark', phone, 'dark']]) {
    const page = await visit(await share({ collection: recipes, name: 'A recipe' }), viewport, 'en-US', scheme);
    await page.waitForSelector('#item:not([hidden])');
    await picture(page, name);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'The page is wider than the window.');
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => (await axe.run()).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(', ')}`));
    assert.deepEqual(found, []);
  }
});

test('shows pictures and gives other files to download', async () => {
  const id = await share({ name: 'Our album', collection: albums });
  for (const [name, viewport] of [['album', undefined], ['album-phone', phone]]) {
    const page = await visit(id, viewport);
    await page.waitForSelector('#item:not([hidden]) img');
    await page.waitForFunction(() => [...document.querySelectorAll('img')].every((image) => image.complete && image.naturalWidth > 0));
    await picture(page, name);

    assert.deepEqual(await page.$$eval('img', (images) => images.map((image) => image.alt)), ['Beach', 'Sand.bmp']);
    assert.ok((await page.$$eval('img', (images) => images.map((image) => image.src))).every((source) => source.startsWith('blob:')));
    assert.ok((await shown(page)).includes('Download Travel Notes (2 KB)'), await shown(page));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'The page is wider than the window.');
    const token = await page.evaluate(() => Object.values(sessionStorage)[0]);
    assert.ok(page.asked.every((address) => !address.includes(token)), page.asked.join('\n'));
    assert.equal(await page.title(), 'Our album');
    assert.deepEqual(page.complaints, []);
  }
});

test('downloads a file by its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'directus-grpc-test-'));
  const page = await visit(await share({ name: 'Our album', collection: albums }));
  await page.waitForSelector('button.file');
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, browserContextId: page.browserContext().id });
  await (await page.$$('button.file')).at(-1).click();

  let names = [];
  for (let i = 0; i < 100 && !names.includes('travel notes.html'); i++) {
    await new Promise((done) => setTimeout(done, 50));
    names = await readdir(folder);
  }

  await rm(folder, { recursive: true });
  assert.deepEqual(names, ['travel notes.html']);
  assert.equal(await page.$eval('#message', (element) => element.textContent), '');
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
  assert.ok((await shown(page)).includes('0 of 1 uses left'));
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
