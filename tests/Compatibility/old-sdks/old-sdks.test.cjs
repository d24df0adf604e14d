// The two SDKs that were written for API v1.1, as clients of the server at SERVER_URL: every method that they define, with keys taken
// from answers. What they cannot do for faults of their own is named.
const assert = require('node:assert/strict');
const { before, test } = require('node:test');
const Sdk1 = require('sdk1');
const remote = require('sdk2/dist/remote.cjs.js');

const Sdk2 = remote.RemoteInstance || remote.default || remote;
const root = process.env.SERVER_URL.replace(/\/$/, '');
const email = process.env.ADMIN_EMAIL;
const password = process.env.ADMIN_PASSWORD;
const mark = Math.random().toString(36).slice(2, 10);
let token;

async function ask(method, path, body) {
  const reply = await fetch(root + path, { method, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: body && JSON.stringify(body) });
  const said = await reply.json();
  assert.ok(reply.ok, `${method} ${path}: ${JSON.stringify(said)}`);
  return said.data;
}

// A collection with a title and a status, as a project of Directus 11 has it.
async function table(name) {
  const key = { field: 'id', type: 'integer', meta: { hidden: true }, schema: { is_primary_key: true, has_auto_increment: true } };
  const fields = [key, { field: 'title', type: 'string', meta: {}, schema: {} }, { field: 'active', type: 'integer', meta: {}, schema: { default_value: 2 } }];
  await ask('POST', '/collections', { collection: name, schema: {}, fields, meta: { archive_field: 'active', archive_value: '0', unarchive_value: '2' } });
  return name;
}

// An answer that never comes is one too: the oldest SDK waits for ever for some statuses.
const soon = (answer) => Promise.race([answer, new Promise((_, late) => setTimeout(() => late(new Error('no answer')), 60_000).unref())]);

// Runs calls in their order; each gets what those before it answered. Those that call nobody, or cannot, are left out.
async function run(sdk, calls, left) {
  const said = {};
  const done = new Set();
  for (const [name, call, check] of calls) {
    const method = name.split('#')[0];
    done.add(method);
    const answer = await soon(call(said)).catch((error) => assert.fail(`${name}: ${JSON.stringify(error?.error ?? error?.message ?? error)}`));
    said[name] = answer;
    assert.ok(check(answer), `${name}: ${JSON.stringify(answer)}`);
  }

  const missed = methods(sdk).filter((method) => !done.has(method) && !left.includes(method));
  assert.deepEqual(missed, [], 'methods that nobody called');
}

function methods(sdk) {
  const own = Object.keys(sdk).filter((name) => typeof sdk[name] === 'function');
  const shared = Object.getOwnPropertyNames(Object.getPrototypeOf(sdk));
  return [...new Set([...own, ...shared])].filter((name) => !name.startsWith('_') && name !== 'constructor' && typeof sdk[name] === 'function');
}

const item = (name) => (answer) => answer.meta.table === name && answer.meta.type === 'item' && answer.data !== null;
const list = (name) => (answer) => answer.meta.table === name && Array.isArray(answer.data);
const done = (answer) => answer.success === true;

before(async () => {
  const login = await fetch(`${root}/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  token = (await login.json()).data.access_token;
  // The static token, which old clients have in their settings.
  const old = await fetch(`${root}/api/1.1/auth/request-token`, { method: 'POST', body: new URLSearchParams({ email, password }) });
  token = (await old.json()).data.token;
});

test('directus-sdk-javascript 1.1.3 does all that it can', async () => {
  const sdk = new Sdk1(token, `${root}/api/`, 1.1);
  const t = await table(`one_${mark}`);
  const made = `made_${mark}`;
  await run(sdk, [
    ['createItem', () => sdk.createItem(t, { title: 'a' }), item(t)],
    ['createItem#2', () => sdk.createItem(t, { title: 'b' }), item(t)],
    ['getItems', () => sdk.getItems(t, { limit: 2, 'filters[title][like]': 'a' }), (said) => list(t)(said) && said.data.length === 1],
    ['getItem', (said) => sdk.getItem(t, said.createItem.data.id), item(t)],
    ['updateItem', (said) => sdk.updateItem(t, said.createItem.data.id, { title: 'c' }), (said) => said.data.title === 'c'],
    ['deleteItem', (said) => sdk.deleteItem(t, said.createItem.data.id), (said) => said.data.active === 0],
    ['deleteItem#hard', (said) => sdk.deleteItem(t, said['createItem#2'].data.id, true), done],
    ['createFile', () => sdk.createFile({ name: 'f.txt', data: 'ZGF0YQ==' }), item('directus_files')],
    ['getFiles', () => sdk.getFiles(), list('directus_files')],
    ['getFile', (said) => sdk.getFile(said.createFile.data.id), item('directus_files')],
    ['getTables', () => sdk.getTables(), list('directus_tables')],
    ['getTable', () => sdk.getTable(t), item('directus_tables')],
    ['createTable', () => sdk.createTable(made), item('directus_tables')],
    ['createColumn', () => sdk.createColumn(t, { column_name: 'c', data_type: 'VARCHAR', ui: 'text_input', length: 100 }), item('directus_columns')],
    ['getColumns', () => sdk.getColumns(t), list('directus_columns')],
    ['getColumn', () => sdk.getColumn(t, 'c'), item('directus_columns')],
    ['updateColumn', () => sdk.updateColumn(t, 'c', { comment: 'x' }), (said) => said.data.comment === 'x'],
    ['deleteColumn', () => sdk.deleteColumn(t, 'c'), done],
    ['createBookmark', () => sdk.createBookmark({ title: `mark ${mark}`, url: 'u' }), item('directus_bookmarks')],
    ['getBookmarks', () => sdk.getBookmarks(), list('directus_bookmarks')],
    ['getUserBookmarks', () => sdk.getUserBookmarks(), list('directus_bookmarks')],
    ['getBookmark', (said) => sdk.getBookmark(said.createBookmark.data.id), item('directus_bookmarks')],
    ['deleteBookmark', (said) => sdk.deleteBookmark(said.createBookmark.data.id), done],
    ['getMessages', () => sdk.getMessages(), list('directus_messages')],
    ['getActivity', () => sdk.getActivity({ limit: 1 }), list('directus_activity')],
    ['getSettings', () => sdk.getSettings(), item('directus_settings')],
    ['getSettingsByCollection', () => sdk.getSettingsByCollection('global'), item('directus_settings')],
    ['updateSettings', (said) => sdk.updateSettings('files', { youtube_api_key: mark }), (said) => said.data.youtube_api_key === mark],
  ], ['buildPath', 'performRequest', 'createPrivilege', 'getGroupPrivilege', 'getTablePrivilege', 'updatePrivilege', 'getPreference', 'updatePreference', 'updateFile', 'getMessage']);
});

test('directus-sdk-javascript 2.15.0 does all that it can', async () => {
  const sdk = new Sdk2({ url: root, version: '1.1', accessToken: token });
  const t = await table(`two_${mark}`);
  const made = `made2_${mark}`;
  await run(sdk, [
    ['authenticate', () => new Sdk2({ url: root, version: '1.1' }).authenticate(email, password), (said) => said.success && said.data.token === token],
    ['createItem', () => sdk.createItem(t, { title: 'a' }), item(t)],
    ['getItems', () => sdk.getItems(t, { limit: 2, offset: 0, filters: { title: { like: 'a' } }, orderBy: 'id', orderDirection: 'DESC' }), list(t)],
    ['getItem', (said) => sdk.getItem(t, said.createItem.data.id), item(t)],
    ['updateItem', (said) => sdk.updateItem(t, said.createItem.data.id, { title: 'b' }), (said) => said.data.title === 'b'],
    ['deleteItem', (said) => sdk.deleteItem(t, said.createItem.data.id), done],
    ['createBulk', () => sdk.createBulk(t, [{ title: 'x' }, { title: 'y' }]), (said) => said.data.length === 2],
    ['updateBulk', (said) => sdk.updateBulk(t, [{ id: said.createBulk.data[0].id, title: 'z' }]), (said) => said.data[0].title === 'z'],
    ['deleteBulk', (said) => sdk.deleteBulk(t, [{ id: said.createBulk.data[0].id }]), (said) => said.data.success],
    ['createFile', () => sdk.createFile({ name: 'f.txt', data: 'ZGF0YQ==' }), item('directus_files')],
    ['getFiles', () => sdk.getFiles(), list('directus_files')],
    ['getFile', (said) => sdk.getFile(said.createFile.data.id), item('directus_files')],
    ['updateFile', (said) => sdk.updateFile(said.createFile.data.id, { title: 'x' }), (said) => said.data.title === 'x'],
    ['deleteFile', (said) => sdk.deleteFile(said.createFile.data.id), done],
    ['createTable', () => sdk.createTable(made), item('directus_tables')],
    ['getTables', () => sdk.getTables(), list('directus_tables')],
    ['getTable', () => sdk.getTable(t), item('directus_tables')],
    ['createColumn', () => sdk.createColumn(t, { column_name: 'c', data_type: 'VARCHAR' }), item('directus_columns')],
    ['getColumns', () => sdk.getColumns(t), list('directus_columns')],
    ['getColumn', () => sdk.getColumn(t, 'c'), item('directus_columns')],
    ['updateColumn', () => sdk.updateColumn(t, 'c', { comment: 'x' }), (said) => said.data.comment === 'x'],
    ['deleteColumn', () => sdk.deleteColumn(t, 'c'), done],
    ['createGroup', () => sdk.createGroup(`group ${mark}`), item('directus_groups')],
    ['getGroups', () => sdk.getGroups(), list('directus_groups')],
    ['getGroup', (said) => sdk.getGroup(said.createGroup.data.id), item('directus_groups')],
    ['createPrivileges', (said) => sdk.createPrivileges(said.createGroup.data.id, { table_name: t, allow_view: 2 }), item('directus_privileges')],
    ['getPrivileges', (said) => sdk.getPrivileges(said.createGroup.data.id), (said) => said.meta.table === 'directus_privileges'],
    ['getTablePrivileges', (said) => sdk.getTablePrivileges(said.createGroup.data.id, t), (said) => said.data.allow_view === 2],
    ['getPreferences', () => sdk.getPreferences(t), item('directus_preferences')],
    ['getMe', () => sdk.getMe(), (said) => said.data.email === email],
    ['sendMessage', (said) => sdk.sendMessage({ subject: 's', message: 'm', to: String(said.getMe.data.id) }), item('directus_messages')],
    ['getMessages', () => sdk.getMessages(), list('directus_messages')],
    ['getActivity', () => sdk.getActivity({ limit: 1 }), list('directus_activity')],
    ['createBookmark', () => sdk.createBookmark({ title: `mark2 ${mark}`, url: 'u' }), item('directus_bookmarks')],
    ['getBookmarks', () => sdk.getBookmarks(), list('directus_bookmarks')],
    ['getUserBookmarks', () => sdk.getUserBookmarks(), list('directus_bookmarks')],
    ['getBookmark', (said) => sdk.getBookmark(said.createBookmark.data.id), item('directus_bookmarks')],
    ['deleteBookmark', (said) => sdk.deleteBookmark(said.createBookmark.data.id), done],
    ['getSettings', () => sdk.getSettings(), item('directus_settings')],
    ['getSettingsByCollection', () => sdk.getSettingsByCollection('global'), item('directus_settings')],
    ['updateSettings', () => sdk.updateSettings('files', { youtube_api_key: mark }), (said) => said.data.youtube_api_key === mark],
    ['getUsers', () => sdk.getUsers(), list('directus_users')],
    ['createUser', () => sdk.createUser({ email: `${mark}@example.com` }), item('directus_users')],
    ['getUser', (said) => sdk.getUser(said.createUser.data.id), item('directus_users')],
    ['updateUser', (said) => sdk.updateUser(said.createUser.data.id, { first_name: 'x' }), (said) => said.data.first_name === 'x'],
    ['updateMe', () => sdk.updateMe({ location: 'here' }), (said) => said.data.location === 'here'],
    ['updatePassword', () => sdk.updatePassword(password), item('directus_users')],
    ['getRandom', () => sdk.getRandom(), (said) => said.success && said.data.random.length === 32],
    ['getApi', () => sdk.getApi('custom').then(() => null, (error) => error), (said) => said !== null],
    ['postApi', () => sdk.postApi('custom', {}).then(() => null, (error) => error), (said) => said !== null],
  ], ['deauthenticate', 'setAccessTokenParam', 'updatePreference', 'updatePreferences', 'updatePrivileges', 'getHash', 'putApi', 'deleteApi', 'getMessage']);
});
