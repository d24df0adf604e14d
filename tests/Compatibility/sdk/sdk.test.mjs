// The official SDK does an ordinary day's work against the server at SERVER_URL. Each test goes on from the one before.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  aggregate, authenticateShare, authentication, compareContentVersion, createCollection, createComment, createContentVersion, createDirectus,
  createItem, createItems, createNotification, createPermission, createPolicy, createRole, createShare, customEndpoint, deleteCollection,
  deleteComment, deleteContentVersion, deleteItem, deleteItems, deletePolicy, deleteRole, deleteShare, promoteContentVersion, readComments,
  readContentVersions, readItem, readItems, readMe, readNotifications, readShareInfo, refresh, rest, saveToContentVersion, serverPing, staticToken,
  updateCollection, updateComment, updateItem, updateItems, updateNotification, utilsImport,
} from '@directus/sdk';

const url = process.env.SERVER_URL;
const credentials = { email: process.env.ADMIN_EMAIL, password: process.env.ADMIN_PASSWORD };
const collection = `sdk_articles_${Date.now()}`;
const client = createDirectus(url).with(authentication('json', { autoRefresh: false })).with(rest());
const anonymous = createDirectus(url).with(rest());

const refusal = (code) => (error) => {
  assert.equal(error.errors?.[0]?.extensions?.code, code, JSON.stringify(error.errors ?? String(error)));
  return true;
};

let share;
let cleanUp = async () => {};

before(async () => {
  const tokens = await client.login(credentials);
  assert.ok(tokens.access_token && tokens.refresh_token);
});

after(async () => {
  await cleanUp();
  await client.request(deleteCollection(collection));
  await client.logout();
});

test('pings', async () => {
  assert.equal(await anonymous.request(serverPing()), 'pong');
});

test('knows who is logged in', async () => {
  assert.deepEqual(await client.request(readMe({ fields: ['email'] })), { email: credentials.email });
});

test('is refused with a wrong password', async () => {
  const stranger = createDirectus(url).with(authentication('json')).with(rest());
  await assert.rejects(stranger.login({ ...credentials, password: 'wrong' }), refusal('INVALID_CREDENTIALS'));
});

test('refreshes its tokens', async () => {
  const { refresh_token: old } = await client.refresh();
  assert.equal((await client.request(readMe({ fields: ['email'] }))).email, credentials.email);
  assert.notEqual((await client.refresh()).refresh_token, old);
  await assert.rejects(anonymous.request(refresh({ mode: 'json', refresh_token: 'unknown' })), refusal('INVALID_CREDENTIALS'));
});

test('creates a collection', async () => {
  const created = await client.request(createCollection({
    collection,
    schema: {},
    meta: { note: 'made by the SDK' },
    fields: [
      { field: 'id', type: 'integer', meta: { hidden: true }, schema: { is_primary_key: true, has_auto_increment: true } },
      { field: 'title', type: 'string', meta: {}, schema: {} },
      { field: 'status', type: 'string', meta: {}, schema: { default_value: 'draft' } },
      { field: 'views', type: 'integer', meta: {}, schema: {} },
    ],
  }));
  assert.equal(created.collection, collection);
  assert.equal(created.meta.note, 'made by the SDK');
});

test('creates items', async () => {
  const first = await client.request(createItem(collection, { title: 'First', views: 3 }));
  assert.deepEqual(first, { id: 1, title: 'First', status: 'draft', views: 3 });

  const more = await client.request(createItems(collection, [
    { title: 'Second', status: 'published', views: 20 },
    { title: 'Third', status: 'published', views: 7 },
    { title: 'Fourth', views: null },
  ], { fields: ['id', 'title'] }));
  assert.deepEqual(more, [{ id: 2, title: 'Second' }, { id: 3, title: 'Third' }, { id: 4, title: 'Fourth' }]);
});

test('reads one item', async () => {
  assert.deepEqual(await client.request(readItem(collection, 2, { fields: ['title', 'views'] })), { title: 'Second', views: 20 });
  await assert.rejects(client.request(readItem(collection, 99)), refusal('FORBIDDEN'));
});

test('filters, sorts, pages and searches', async () => {
  const read = (query) => client.request(readItems(collection, { fields: ['title'], ...query })).then((items) => items.map((item) => item.title));
  assert.deepEqual(await read({ filter: { status: { _eq: 'published' } }, sort: ['-views'] }), ['Second', 'Third']);
  assert.deepEqual(await read({ filter: { _or: [{ views: { _gt: 10 } }, { views: { _null: true } }] }, sort: ['title'] }), ['Fourth', 'Second']);
  assert.deepEqual(await read({ sort: ['-title'], limit: 2 }), ['Third', 'Second']);
  assert.deepEqual(await read({ sort: ['id'], limit: 2, page: 2 }), ['Third', 'Fourth']);
  assert.deepEqual(await read({ search: 'fir' }), ['First']);
  await assert.rejects(read({ filter: { nothing: { _eq: 1 } } }), refusal('FORBIDDEN'));
});

test('aggregates', async () => {
  const [all] = await client.request(aggregate(collection, { aggregate: { count: '*' } }));
  assert.equal(Number(all.count), 4);
  const groups = await client.request(aggregate(collection, { aggregate: { count: '*', sum: ['views'] }, groupBy: ['status'] }));
  assert.deepEqual(
    groups.map((group) => [group.status, Number(group.count), Number(group.sum.views)]).sort(),
    [['draft', 2, 3], ['published', 2, 27]]);
});

test('updates items', async () => {
  assert.deepEqual(
    await client.request(updateItem(collection, 1, { title: 'First, again' }, { fields: ['id', 'title'] })),
    { id: 1, title: 'First, again' });
  const many = await client.request(updateItems(collection, [1, 4], { status: 'published' }, { fields: ['id', 'status'] }));
  assert.deepEqual(many, [{ id: 1, status: 'published' }, { id: 4, status: 'published' }]);
});

test('drafts a change, compares and promotes it', async () => {
  await client.request(updateCollection(collection, { meta: { versioning: true } }));
  const draft = await client.request(createContentVersion({ key: 'draft', name: 'A draft', collection, item: '2' }));
  assert.equal((await client.request(saveToContentVersion(draft.id, { title: 'Second, drafted' }))).title, 'Second, drafted');
  assert.equal((await client.request(readItem(collection, 2, { version: 'draft' }))).title, 'Second, drafted');
  assert.equal((await client.request(readItem(collection, 2))).title, 'Second');
  const { outdated, mainHash, current, main } = await client.request(compareContentVersion(draft.id));
  assert.deepEqual([outdated, current.title, main.title], [false, 'Second, drafted', 'Second']);
  assert.equal(await client.request(promoteContentVersion(draft.id, mainHash)), '2');
  assert.equal((await client.request(readItem(collection, 2))).title, 'Second, drafted');
  await assert.rejects(client.request(promoteContentVersion(draft.id, mainHash)), refusal('UNPROCESSABLE_CONTENT'));
  await client.request(deleteContentVersion(draft.id));
  assert.deepEqual(await client.request(readContentVersions({ filter: { collection: { _eq: collection } } })), []);
  await client.request(updateItem(collection, 2, { title: 'Second' }));
});

test('comments, and reads what it is told', async () => {
  const me = (await client.request(readMe({ fields: ['id'] }))).id;
  const comment = await client.request(createComment({ collection, item: '2', comment: 'Nice' }));
  assert.equal((await client.request(updateComment(comment.id, { comment: 'Very nice' }))).comment, 'Very nice');
  assert.deepEqual(await client.request(readComments({ filter: { collection: { _eq: collection } }, fields: ['comment'] })), [{ comment: 'Very nice' }]);
  await client.request(deleteComment(comment.id));
  const notice = await client.request(createNotification({ recipient: me, subject: collection }));
  assert.equal((await client.request(updateNotification(notice.id, { status: 'archived' }))).status, 'archived');
  assert.equal((await client.request(readNotifications({ filter: { subject: { _eq: collection } } }))).length, 1);
});

test('brings in a file of items', async () => {
  const form = new FormData();
  form.append('file', new Blob(['id,title\n100,From a file\n'], { type: 'text/csv' }), 'items.csv');
  await client.request(utilsImport(collection, form));
  assert.equal((await client.request(readItem(collection, 100))).title, 'From a file');
  await client.request(deleteItem(collection, 100));
});

test('shares an item', async () => {
  const policy = await client.request(createPolicy({ name: `sdk readers of ${collection}` }));
  const role = await client.request(createRole({ name: `sdk readers of ${collection}` }));
  await client.request(customEndpoint({
    path: '/access', method: 'POST', body: JSON.stringify({ role: role.id, policy: policy.id }), headers: { 'Content-Type': 'application/json' },
  }));
  await client.request(createPermission({ policy: policy.id, collection, action: 'read', fields: ['*'], permissions: {} }));
  cleanUp = () => client.request(deletePolicy(policy.id)).then(() => client.request(deleteRole(role.id)));

  share = await client.request(createShare({ name: 'for review', collection, item: '2', role: role.id, password: 's3cret' }));
  assert.equal(share.item, '2');
});

test('reads what a share is about', async () => {
  const info = await anonymous.request(readShareInfo(share.id));
  assert.deepEqual([info.id, info.collection, info.item, info.password], [share.id, collection, '2', '**********']);
});

test('reads the shared item, and nothing else, with the token of the share', async () => {
  const tokens = await anonymous.request(authenticateShare(share.id, 's3cret', 'json'));
  const receiver = createDirectus(url).with(staticToken(tokens.access_token)).with(rest());
  assert.equal((await receiver.request(readItem(collection, 2))).title, 'Second');
  assert.equal((await receiver.request(readItems(collection))).length, 1);
  await assert.rejects(receiver.request(readItem(collection, 1)), refusal('FORBIDDEN'));
  await assert.rejects(receiver.request(updateItem(collection, 2, { title: 'mine' })), refusal('FORBIDDEN'));
});

test('deletes', async () => {
  await client.request(deleteShare(share.id));
  await assert.rejects(anonymous.request(readShareInfo(share.id)), refusal('FORBIDDEN'));
  await client.request(deleteItem(collection, 1));
  await client.request(deleteItems(collection, [2, 3]));
  assert.deepEqual(await client.request(readItems(collection, { fields: ['id'] })), [{ id: 4 }]);
});

test('sees nothing without logging in', async () => {
  await assert.rejects(anonymous.request(readItems(collection)), refusal('FORBIDDEN'));
});
