// How the author of a project has set up what is shown: fields in their order and groups, names, choices, templates. Only what the share
// may read is known here.
const fileFields = ['id', 'title', 'filename_download', 'type', 'filesize', 'width', 'height', 'description'];
const telling = ['title', 'name', 'label', 'headline', 'subject', 'filename_download', 'text', 'email'];

export class Setup {
  #fields = new Map();
  #collections = new Map();
  #relations;
  #texts;

  // Nothing when the share can't be read any more.
  static async load(get, collection, language) {
    const [fields, collections, relations, texts] = await Promise.all(['fields', 'collections', 'relations', 'translations?limit=-1'].map(get));
    return fields && collections ? new Setup(fields, collections, relations ?? [], texts ?? [], collection, language) : undefined;
  }

  constructor(fields, collections, relations, texts, collection, language) {
    this.collection = collection;
    this.language = language;
    this.#relations = relations;
    this.#texts = texts;
    for (const one of collections) this.#collections.set(one.collection, one.meta ?? {});
    for (const field of fields) {
      if (!this.#fields.has(field.collection)) this.#fields.set(field.collection, new Map());
      this.#fields.get(field.collection).set(field.field, { ...field, meta: field.meta ?? {} });
    }
  }

  // The fields that the author shows, in their order; those of a group are within it.
  fields(group = null) {
    return [...(this.#fields.get(this.collection)?.values() ?? [])]
      .filter((field) => !field.meta.hidden && (field.meta.group ?? null) === group)
      .filter((field) => this.isGroup(field) || field.type !== 'alias' || this.many(field))
      .sort((one, other) => (one.meta.sort ?? Infinity) - (other.meta.sort ?? Infinity) || (one.meta.id ?? 0) - (other.meta.id ?? 0));
  }

  isGroup = (field) => (field.meta.special ?? []).includes('group');

  // The name that the author gives a field in the reader's language, or its own.
  name(field) {
    const given = (field.meta.translations ?? []).find((one) => this.#speaks(one.language))?.translation;
    if (given) return this.text(given);
    const words = field.field.replace(/_+/g, ' ').trim();
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  // A text of the project's own, where `$t:` names one.
  text(value) {
    if (typeof value !== 'string' || !value.startsWith('$t:')) return value;
    const key = value.slice(3);
    return this.#texts.find((one) => one.key === key && this.#speaks(one.language))?.value ?? this.#texts.find((one) => one.key === key)?.value ?? key;
  }

  // What is asked of the shared item.
  query() {
    const asked = [];
    const add = (group) => {
      for (const field of this.fields(group)) this.isGroup(field) ? add(field.field) : asked.push(...this.#asked(field));
    };
    add(null);
    asked.push(...this.#paths(this.collection, this.#collections.get(this.collection)?.display_template));
    return `fields=${[...new Set([this.#key(this.collection), ...asked])].filter(Boolean).map(encodeURIComponent).join(',')}`;
  }

  // The item's own title: its template, or the field that tells most.
  title(data) {
    const template = this.#collections.get(this.collection)?.display_template;
    return template ? this.fill(template, data) : data[this.#telling(this.collection)];
  }

  // Where a field leads: the collection, or the list of those that a many-to-any may lead to.
  one(field) {
    const relation = this.#relations.find((one) => one.collection === field.collection && one.field === field.field);
    if (!relation) return undefined;
    return relation.related_collection ? { target: relation.related_collection } : { any: relation.meta?.one_allowed_collections ?? [], by: relation.meta?.one_collection_field };
  }

  many(field) {
    const relation = this.#relations.find((one) => one.related_collection === field.collection && one.meta?.one_field === field.field);
    return relation && { target: relation.collection, junction: relation.meta?.junction_field };
  }

  isFile = (collection) => collection === 'directus_files';

  // How an item of a relation is told in a line: by the template of the field or the collection, else by what tells most.
  template(field, collection, prefix = '') {
    const own = field.meta.options?.template ?? field.meta.display_options?.template;
    if (own && this.#paths(field.collection === collection ? collection : this.#base(field), own).length) return own;
    const of = this.#collections.get(collection)?.display_template;
    if (of) return of.replace(/\{\{\s*/g, `{{${prefix}`);
    const field_ = this.#telling(collection) ?? this.#key(collection);
    return field_ ? `{{${prefix}${field_}}}` : '';
  }

  fill(template, data) {
    const text = template.replace(/\{\{\s*([^}]+?)\s*\}\}/g, (_, path) => {
      const value = path.split('.').reduce((at, step) => (Array.isArray(at) ? at.map((one) => one?.[step]).join(', ') : at?.[step.split(':')[0]]), data);
      return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
    });
    return text.trim();
  }

  #speaks = (language) => language?.toLowerCase().split('-')[0] === this.language;

  #key = (collection) => [...(this.#fields.get(collection)?.values() ?? [])].find((field) => field.schema?.is_primary_key)?.field;

  #telling(collection) {
    const fields = this.#fields.get(collection);
    if (!fields) return undefined;
    const plain = [...fields.values()].filter((field) => !field.meta.hidden && ['string', 'text'].includes(field.type));
    return telling.find((name) => plain.some((field) => field.field === name)) ?? plain[0]?.field;
  }

  // The collection in whose fields the template of a relation's field is told.
  #base = (field) => this.many(field)?.target ?? this.one(field)?.target;

  #asked(field) {
    const many = this.many(field);
    const to = many ? this.#behind(many) : this.one(field);
    if (!to) return [field.field];
    if (to.any) return [`${field.field}.${to.prefix ?? ''}`.replace(/\.$/, ''), ...this.#ofAny(field.field, to)];
    const prefix = `${field.field}.${to.prefix ?? ''}`;
    if (this.isFile(to.target)) return fileFields.filter((name) => this.#fields.get('directus_files')?.has(name)).map((name) => prefix + name);
    const template = this.template(field, to.target, to.prefix ?? '');
    const paths = this.#paths(this.#base(field), template).map((path) => `${field.field}.${path}`);
    const key = this.#key(to.target);
    return paths.length || key ? [...paths, ...(key ? [prefix + key] : [])] : [field.field];
  }

  // Through a junction to what is behind it.
  #behind(many) {
    const through = many.junction && this.#fields.get(many.target)?.get(many.junction);
    const behind = through && this.one(through);
    if (behind?.any) return { ...behind, prefix: `${many.junction}.`, of: many.target };
    return behind ? { target: behind.target, prefix: `${many.junction}.` } : { target: many.target, prefix: '' };
  }

  behind = (field) => { const many = this.many(field); return many ? { ...this.#behind(many), list: true } : this.one(field); };

  #ofAny(name, to) {
    const place = to.prefix ? `${name}.${to.prefix.slice(0, -1)}` : name;
    const by = to.by && (to.prefix ? `${name}.${to.by}` : to.by);
    return [...(by ? [by] : []), ...to.any.filter((target) => this.#fields.has(target))
      .map((target) => `${place}:${target}.${this.#telling(target) ?? this.#key(target)}`)];
  }

  // The paths of a template that may be read.
  #paths(collection, template) {
    return [...(template ?? '').matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map((match) => match[1]).filter((path) => this.#reads(collection, path.split('.')));
  }

  #reads(collection, [step, ...rest]) {
    const field = this.#fields.get(collection)?.get(step.split(':')[0]);
    if (!field) return false;
    if (!rest.length) return true;
    const target = this.many(field)?.target ?? this.one(field)?.target;
    return target !== undefined && this.#reads(target, rest);
  }
}
