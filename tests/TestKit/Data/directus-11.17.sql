-- A database of Directus 11.17.4 on PostgreSQL, bootstrapped and used through its API, as pg_dump wrote it.
-- Its SECRET is 0123456789abcdef0123456789abcdef; users: admin@example.com / d1r3ct5us, ed@example.com / ed-password,
-- sue@example.com / sue-password (suspended), tia@example.com (token static-token-of-tia).
-- directus-11.17.expected.json holds what Directus answered from it.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: articles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles (
    id integer NOT NULL,
    status character varying(255) DEFAULT 'draft'::character varying,
    sort integer,
    user_created uuid,
    date_created timestamp with time zone,
    date_updated timestamp with time zone,
    title character varying(120) NOT NULL,
    slug character varying(255),
    body text,
    views integer DEFAULT 0,
    reads bigint,
    rating real,
    price numeric(10,2),
    featured boolean DEFAULT false,
    publish_on date,
    publish_at time without time zone,
    event_start timestamp without time zone,
    extra json,
    keywords text,
    reference uuid,
    author uuid
);


--
-- Name: articles_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.articles_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: articles_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.articles_id_seq OWNED BY public.articles.id;


--
-- Name: authors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.authors (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    pin character varying(255)
);


--
-- Name: countries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.countries (
    code character varying(2) NOT NULL,
    name character varying(255)
);


--
-- Name: directus_access; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_access (
    id uuid NOT NULL,
    role uuid,
    "user" uuid,
    policy uuid NOT NULL,
    sort integer
);


--
-- Name: directus_activity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_activity (
    id integer NOT NULL,
    action character varying(45) NOT NULL,
    "user" uuid,
    "timestamp" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    ip character varying(50),
    user_agent text,
    collection character varying(64) NOT NULL,
    item character varying(255) NOT NULL,
    origin character varying(255)
);


--
-- Name: directus_activity_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_activity_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_activity_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_activity_id_seq OWNED BY public.directus_activity.id;


--
-- Name: directus_collections; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_collections (
    collection character varying(64) NOT NULL,
    icon character varying(64),
    note text,
    display_template character varying(255),
    hidden boolean DEFAULT false NOT NULL,
    singleton boolean DEFAULT false NOT NULL,
    translations json,
    archive_field character varying(64),
    archive_app_filter boolean DEFAULT true NOT NULL,
    archive_value character varying(255),
    unarchive_value character varying(255),
    sort_field character varying(64),
    accountability character varying(255) DEFAULT 'all'::character varying,
    color character varying(255),
    item_duplication_fields json,
    sort integer,
    "group" character varying(64),
    collapse character varying(255) DEFAULT 'open'::character varying NOT NULL,
    preview_url character varying(255),
    versioning boolean DEFAULT false NOT NULL
);


--
-- Name: directus_comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_comments (
    id uuid NOT NULL,
    collection character varying(64) NOT NULL,
    item character varying(255) NOT NULL,
    comment text NOT NULL,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    date_updated timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid,
    user_updated uuid
);


--
-- Name: directus_dashboards; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_dashboards (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    icon character varying(64) DEFAULT 'dashboard'::character varying NOT NULL,
    note text,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid,
    color character varying(255)
);


--
-- Name: directus_deployment_projects; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_deployment_projects (
    id uuid NOT NULL,
    deployment uuid NOT NULL,
    external_id character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid,
    url character varying(255),
    framework character varying(255),
    deployable boolean DEFAULT true NOT NULL
);


--
-- Name: directus_deployment_runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_deployment_runs (
    id uuid NOT NULL,
    project uuid NOT NULL,
    external_id character varying(255) NOT NULL,
    target character varying(255) NOT NULL,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid,
    status character varying(255),
    url character varying(255),
    started_at timestamp with time zone,
    completed_at timestamp with time zone
);


--
-- Name: directus_deployments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_deployments (
    id uuid NOT NULL,
    provider character varying(255) NOT NULL,
    credentials text,
    options text,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid,
    webhook_ids json,
    webhook_secret character varying(255),
    last_synced_at timestamp with time zone
);


--
-- Name: directus_extensions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_extensions (
    enabled boolean DEFAULT true NOT NULL,
    id uuid NOT NULL,
    folder character varying(255) NOT NULL,
    source character varying(255) NOT NULL,
    bundle uuid
);


--
-- Name: directus_fields; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_fields (
    id integer NOT NULL,
    collection character varying(64) NOT NULL,
    field character varying(64) NOT NULL,
    special character varying(64),
    interface character varying(64),
    options json,
    display character varying(64),
    display_options json,
    readonly boolean DEFAULT false NOT NULL,
    hidden boolean DEFAULT false NOT NULL,
    sort integer,
    width character varying(30) DEFAULT 'full'::character varying,
    translations json,
    note text,
    conditions json,
    required boolean DEFAULT false,
    "group" character varying(64),
    validation json,
    validation_message text,
    searchable boolean DEFAULT true NOT NULL
);


--
-- Name: directus_fields_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_fields_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_fields_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_fields_id_seq OWNED BY public.directus_fields.id;


--
-- Name: directus_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_files (
    id uuid NOT NULL,
    storage character varying(255) NOT NULL,
    filename_disk character varying(255),
    filename_download character varying(255) NOT NULL,
    title character varying(255),
    type character varying(255),
    folder uuid,
    uploaded_by uuid,
    created_on timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    modified_by uuid,
    modified_on timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    charset character varying(50),
    filesize bigint,
    width integer,
    height integer,
    duration integer,
    embed character varying(200),
    description text,
    location text,
    tags text,
    metadata json,
    focal_point_x integer,
    focal_point_y integer,
    tus_id character varying(64),
    tus_data json,
    uploaded_on timestamp with time zone
);


--
-- Name: directus_flows; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_flows (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    icon character varying(64),
    color character varying(255),
    description text,
    status character varying(255) DEFAULT 'active'::character varying NOT NULL,
    trigger character varying(255),
    accountability character varying(255) DEFAULT 'all'::character varying,
    options json,
    operation uuid,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid
);


--
-- Name: directus_folders; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_folders (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    parent uuid
);


--
-- Name: directus_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_migrations (
    version character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT CURRENT_TIMESTAMP
);


--
-- Name: directus_notifications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_notifications (
    id integer NOT NULL,
    "timestamp" timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    status character varying(255) DEFAULT 'inbox'::character varying,
    recipient uuid NOT NULL,
    sender uuid,
    subject character varying(255) NOT NULL,
    message text,
    collection character varying(64),
    item character varying(255)
);


--
-- Name: directus_notifications_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_notifications_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_notifications_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_notifications_id_seq OWNED BY public.directus_notifications.id;


--
-- Name: directus_operations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_operations (
    id uuid NOT NULL,
    name character varying(255),
    key character varying(255) NOT NULL,
    type character varying(255) NOT NULL,
    position_x integer NOT NULL,
    position_y integer NOT NULL,
    options json,
    resolve uuid,
    reject uuid,
    flow uuid NOT NULL,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid
);


--
-- Name: directus_panels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_panels (
    id uuid NOT NULL,
    dashboard uuid NOT NULL,
    name character varying(255),
    icon character varying(64) DEFAULT NULL::character varying,
    color character varying(10),
    show_header boolean DEFAULT false NOT NULL,
    note text,
    type character varying(255) NOT NULL,
    position_x integer NOT NULL,
    position_y integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    options json,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid
);


--
-- Name: directus_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_permissions (
    id integer NOT NULL,
    collection character varying(64) NOT NULL,
    action character varying(10) NOT NULL,
    permissions json,
    validation json,
    presets json,
    fields text,
    policy uuid NOT NULL
);


--
-- Name: directus_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_permissions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_permissions_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_permissions_id_seq OWNED BY public.directus_permissions.id;


--
-- Name: directus_policies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_policies (
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    icon character varying(64) DEFAULT 'badge'::character varying NOT NULL,
    description text,
    ip_access text,
    enforce_tfa boolean DEFAULT false NOT NULL,
    admin_access boolean DEFAULT false NOT NULL,
    app_access boolean DEFAULT false NOT NULL
);


--
-- Name: directus_presets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_presets (
    id integer NOT NULL,
    bookmark character varying(255),
    "user" uuid,
    role uuid,
    collection character varying(64),
    search character varying(100),
    layout character varying(100) DEFAULT 'tabular'::character varying,
    layout_query json,
    layout_options json,
    refresh_interval integer,
    filter json,
    icon character varying(64) DEFAULT 'bookmark'::character varying,
    color character varying(255)
);


--
-- Name: directus_presets_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_presets_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_presets_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_presets_id_seq OWNED BY public.directus_presets.id;


--
-- Name: directus_relations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_relations (
    id integer NOT NULL,
    many_collection character varying(64) NOT NULL,
    many_field character varying(64) NOT NULL,
    one_collection character varying(64),
    one_field character varying(64),
    one_collection_field character varying(64),
    one_allowed_collections text,
    junction_field character varying(64),
    sort_field character varying(64),
    one_deselect_action character varying(255) DEFAULT 'nullify'::character varying NOT NULL
);


--
-- Name: directus_relations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_relations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_relations_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_relations_id_seq OWNED BY public.directus_relations.id;


--
-- Name: directus_revisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_revisions (
    id integer NOT NULL,
    activity integer NOT NULL,
    collection character varying(64) NOT NULL,
    item character varying(255) NOT NULL,
    data json,
    delta json,
    parent integer,
    version uuid
);


--
-- Name: directus_revisions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_revisions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_revisions_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_revisions_id_seq OWNED BY public.directus_revisions.id;


--
-- Name: directus_roles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_roles (
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    icon character varying(64) DEFAULT 'supervised_user_circle'::character varying NOT NULL,
    description text,
    parent uuid
);


--
-- Name: directus_sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_sessions (
    token character varying(64) NOT NULL,
    "user" uuid,
    expires timestamp with time zone NOT NULL,
    ip character varying(255),
    user_agent text,
    share uuid,
    origin character varying(255),
    next_token character varying(64)
);


--
-- Name: directus_settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_settings (
    id integer NOT NULL,
    project_name character varying(100) DEFAULT 'Directus'::character varying NOT NULL,
    project_url character varying(255),
    project_color character varying(255) DEFAULT '#6644FF'::character varying NOT NULL,
    project_logo uuid,
    public_foreground uuid,
    public_background uuid,
    public_note text,
    auth_login_attempts integer DEFAULT 25,
    auth_password_policy character varying(100),
    storage_asset_transform character varying(7) DEFAULT 'all'::character varying,
    storage_asset_presets json,
    custom_css text,
    storage_default_folder uuid,
    basemaps json,
    mapbox_key character varying(255),
    module_bar json,
    project_descriptor character varying(100),
    default_language character varying(255) DEFAULT 'en-US'::character varying NOT NULL,
    custom_aspect_ratios json,
    public_favicon uuid,
    default_appearance character varying(255) DEFAULT 'auto'::character varying NOT NULL,
    default_theme_light character varying(255),
    theme_light_overrides json,
    default_theme_dark character varying(255),
    theme_dark_overrides json,
    report_error_url character varying(255),
    report_bug_url character varying(255),
    report_feature_url character varying(255),
    public_registration boolean DEFAULT false NOT NULL,
    public_registration_verify_email boolean DEFAULT true NOT NULL,
    public_registration_role uuid,
    public_registration_email_filter json,
    visual_editor_urls json,
    project_id uuid,
    mcp_enabled boolean DEFAULT false NOT NULL,
    mcp_allow_deletes boolean DEFAULT false NOT NULL,
    mcp_prompts_collection character varying(255) DEFAULT NULL::character varying,
    mcp_system_prompt_enabled boolean DEFAULT true NOT NULL,
    mcp_system_prompt text,
    project_owner character varying(255),
    project_usage character varying(255),
    org_name character varying(255),
    product_updates boolean,
    project_status character varying(255),
    ai_openai_api_key text,
    ai_anthropic_api_key text,
    ai_system_prompt text,
    ai_google_api_key text,
    ai_openai_compatible_api_key text,
    ai_openai_compatible_base_url text,
    ai_openai_compatible_name text,
    ai_openai_compatible_models json,
    ai_openai_compatible_headers json,
    ai_openai_allowed_models json,
    ai_anthropic_allowed_models json,
    ai_google_allowed_models json,
    collaborative_editing_enabled boolean DEFAULT false NOT NULL
);


--
-- Name: directus_settings_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.directus_settings_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: directus_settings_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.directus_settings_id_seq OWNED BY public.directus_settings.id;


--
-- Name: directus_shares; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_shares (
    id uuid NOT NULL,
    name character varying(255),
    collection character varying(64) NOT NULL,
    item character varying(255) NOT NULL,
    role uuid,
    password character varying(255),
    user_created uuid,
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    date_start timestamp with time zone,
    date_end timestamp with time zone,
    times_used integer DEFAULT 0,
    max_uses integer
);


--
-- Name: directus_translations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_translations (
    id uuid NOT NULL,
    language character varying(255) NOT NULL,
    key character varying(255) NOT NULL,
    value text NOT NULL
);


--
-- Name: directus_users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_users (
    id uuid NOT NULL,
    first_name character varying(50),
    last_name character varying(50),
    email character varying(128),
    password character varying(255),
    location character varying(255),
    title character varying(50),
    description text,
    tags json,
    avatar uuid,
    language character varying(255) DEFAULT NULL::character varying,
    tfa_secret character varying(255),
    status character varying(16) DEFAULT 'active'::character varying NOT NULL,
    role uuid,
    token character varying(255),
    last_access timestamp with time zone,
    last_page character varying(255),
    provider character varying(128) DEFAULT 'default'::character varying NOT NULL,
    external_identifier character varying(255),
    auth_data json,
    email_notifications boolean DEFAULT true,
    appearance character varying(255),
    theme_dark character varying(255),
    theme_light character varying(255),
    theme_light_overrides json,
    theme_dark_overrides json,
    text_direction character varying(255) DEFAULT 'auto'::character varying NOT NULL
);


--
-- Name: directus_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.directus_versions (
    id uuid NOT NULL,
    key character varying(64) NOT NULL,
    name character varying(255),
    collection character varying(64) NOT NULL,
    item character varying(255) NOT NULL,
    hash character varying(255),
    date_created timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    date_updated timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    user_created uuid,
    user_updated uuid,
    delta json
);


--
-- Name: home_page; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.home_page (
    id integer NOT NULL,
    headline character varying(255),
    theme json
);


--
-- Name: home_page_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.home_page_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: home_page_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.home_page_id_seq OWNED BY public.home_page.id;


--
-- Name: articles id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles ALTER COLUMN id SET DEFAULT nextval('public.articles_id_seq'::regclass);


--
-- Name: directus_activity id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_activity ALTER COLUMN id SET DEFAULT nextval('public.directus_activity_id_seq'::regclass);


--
-- Name: directus_fields id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_fields ALTER COLUMN id SET DEFAULT nextval('public.directus_fields_id_seq'::regclass);


--
-- Name: directus_notifications id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_notifications ALTER COLUMN id SET DEFAULT nextval('public.directus_notifications_id_seq'::regclass);


--
-- Name: directus_permissions id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_permissions ALTER COLUMN id SET DEFAULT nextval('public.directus_permissions_id_seq'::regclass);


--
-- Name: directus_presets id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_presets ALTER COLUMN id SET DEFAULT nextval('public.directus_presets_id_seq'::regclass);


--
-- Name: directus_relations id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_relations ALTER COLUMN id SET DEFAULT nextval('public.directus_relations_id_seq'::regclass);


--
-- Name: directus_revisions id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_revisions ALTER COLUMN id SET DEFAULT nextval('public.directus_revisions_id_seq'::regclass);


--
-- Name: directus_settings id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings ALTER COLUMN id SET DEFAULT nextval('public.directus_settings_id_seq'::regclass);


--
-- Name: home_page id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.home_page ALTER COLUMN id SET DEFAULT nextval('public.home_page_id_seq'::regclass);


--
-- Data for Name: articles; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.articles (id, status, sort, user_created, date_created, date_updated, title, slug, body, views, reads, rating, price, featured, publish_on, publish_at, event_start, extra, keywords, reference, author) VALUES (2, 'draft', 1, 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.149+00', NULL, 'Draft of 日本語 and 😀', 'draft', NULL, 0, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, '6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a02');
INSERT INTO public.articles (id, status, sort, user_created, date_created, date_updated, title, slug, body, views, reads, rating, price, featured, publish_on, publish_at, event_start, extra, keywords, reference, author) VALUES (3, 'published', 3, 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.151+00', NULL, 'Without an author', NULL, NULL, 0, NULL, -0.25, 0.00, false, NULL, NULL, NULL, '[]', '', NULL, NULL);
INSERT INTO public.articles (id, status, sort, user_created, date_created, date_updated, title, slug, body, views, reads, rating, price, featured, publish_on, publish_at, event_start, extra, keywords, reference, author) VALUES (4, 'archived', NULL, 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.158+00', NULL, 'Old', 'old', NULL, 7, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, '6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a01');
INSERT INTO public.articles (id, status, sort, user_created, date_created, date_updated, title, slug, body, views, reads, rating, price, featured, publish_on, publish_at, event_start, extra, keywords, reference, author) VALUES (1, 'published', 2, 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.141+00', '2026-11-22 16:25:38.184+00', 'On engines', 'on-engines', 'Line one
line "two" \ ''three''', 1843, 9007199254740993, 4.5, 12.50, true, '2024-02-29', '07:05:00', '2024-03-10 18:30:00', '{"b":1,"a":[true,null,"x"]}', 'history,machines', '0f0e0d0c-0b0a-4908-8706-050403020100', '6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a01');
INSERT INTO public.articles (id, status, sort, user_created, date_created, date_updated, title, slug, body, views, reads, rating, price, featured, publish_on, publish_at, event_start, extra, keywords, reference, author) VALUES (5, 'draft', NULL, '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', '2026-11-22 16:25:40.95+00', NULL, 'By Ed', 'by-ed', NULL, 0, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: authors; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.authors (id, name, pin) VALUES ('6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a01', 'Ada Example', '$argon2id$v=19$m=65536,t=3,p=4$9ZPFM/+43vA7/81b5KxPjw$O4hiQizW2MicqhRwtMiQJvLi1Em0fS+12az7SJLadCU');
INSERT INTO public.authors (id, name, pin) VALUES ('6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a02', 'Bo Ünïcode', NULL);


--
-- Data for Name: countries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.countries (code, name) VALUES ('DE', 'Germany');
INSERT INTO public.countries (code, name) VALUES ('FR', 'France');


--
-- Data for Name: directus_access; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_access (id, role, "user", policy, sort) VALUES ('0863419a-ae26-4a4b-9464-d328351e32cd', NULL, NULL, 'abf8a154-5b1c-4a46-ac9c-7300570f4f17', 1);
INSERT INTO public.directus_access (id, role, "user", policy, sort) VALUES ('7eeea6b2-e3b6-4e56-aa19-ae9ab48e2b5b', 'd9033b9d-3612-4b4e-bb81-2fdd3cf6832b', NULL, 'af8ca265-98c8-45a7-9433-636ff79abb43', NULL);
INSERT INTO public.directus_access (id, role, "user", policy, sort) VALUES ('96285682-ca84-4a08-9c96-9751a80a925f', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', NULL, '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001', NULL);
INSERT INTO public.directus_access (id, role, "user", policy, sort) VALUES ('b3dda6e4-a5fe-4d5f-b2ef-34817a229f8a', NULL, '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3002', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2002', NULL);


--
-- Data for Name: directus_activity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (1, 'login', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:36.702+00', '127.0.0.1', 'example', 'directus_users', 'e741bab8-3414-4742-9e1b-ff19131498d9', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (2, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:36.965+00', '127.0.0.1', 'example', 'directus_fields', '1', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (3, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:36.981+00', '127.0.0.1', 'example', 'directus_fields', '2', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (4, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:36.995+00', '127.0.0.1', 'example', 'directus_fields', '3', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (5, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.01+00', '127.0.0.1', 'example', 'directus_collections', 'authors', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (6, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.132+00', '127.0.0.1', 'example', 'directus_fields', '4', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (7, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.145+00', '127.0.0.1', 'example', 'directus_fields', '5', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (8, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.163+00', '127.0.0.1', 'example', 'directus_fields', '6', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (9, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.183+00', '127.0.0.1', 'example', 'directus_fields', '7', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (10, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.201+00', '127.0.0.1', 'example', 'directus_fields', '8', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (11, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.212+00', '127.0.0.1', 'example', 'directus_fields', '9', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (12, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.224+00', '127.0.0.1', 'example', 'directus_fields', '10', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (13, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.228+00', '127.0.0.1', 'example', 'directus_fields', '11', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (14, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.239+00', '127.0.0.1', 'example', 'directus_fields', '12', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (15, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.245+00', '127.0.0.1', 'example', 'directus_fields', '13', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (16, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.277+00', '127.0.0.1', 'example', 'directus_fields', '14', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (17, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.293+00', '127.0.0.1', 'example', 'directus_fields', '15', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (18, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.298+00', '127.0.0.1', 'example', 'directus_fields', '16', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (19, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.301+00', '127.0.0.1', 'example', 'directus_fields', '17', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (20, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.312+00', '127.0.0.1', 'example', 'directus_fields', '18', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (21, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.32+00', '127.0.0.1', 'example', 'directus_fields', '19', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (22, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.326+00', '127.0.0.1', 'example', 'directus_fields', '20', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (23, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.334+00', '127.0.0.1', 'example', 'directus_fields', '21', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (24, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.341+00', '127.0.0.1', 'example', 'directus_fields', '22', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (25, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.35+00', '127.0.0.1', 'example', 'directus_fields', '23', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (26, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.355+00', '127.0.0.1', 'example', 'directus_fields', '24', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (27, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.361+00', '127.0.0.1', 'example', 'directus_collections', 'articles', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (28, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.527+00', '127.0.0.1', 'example', 'directus_fields', '25', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (29, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.722+00', '127.0.0.1', 'example', 'directus_fields', '26', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (30, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.726+00', '127.0.0.1', 'example', 'directus_fields', '27', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (31, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.728+00', '127.0.0.1', 'example', 'directus_fields', '28', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (32, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.731+00', '127.0.0.1', 'example', 'directus_collections', 'home_page', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (33, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.78+00', '127.0.0.1', 'example', 'directus_fields', '29', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (34, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.786+00', '127.0.0.1', 'example', 'directus_fields', '30', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (35, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:37.789+00', '127.0.0.1', 'example', 'directus_collections', 'countries', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (36, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.104+00', '127.0.0.1', 'example', 'authors', '6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a01', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (37, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.109+00', '127.0.0.1', 'example', 'authors', '6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a02', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (38, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.143+00', '127.0.0.1', 'example', 'articles', '1', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (39, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.15+00', '127.0.0.1', 'example', 'articles', '2', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (40, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.156+00', '127.0.0.1', 'example', 'articles', '3', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (41, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.159+00', '127.0.0.1', 'example', 'articles', '4', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (42, 'update', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.186+00', '127.0.0.1', 'example', 'articles', '1', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (43, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.251+00', '127.0.0.1', 'example', 'home_page', '1', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (44, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.27+00', '127.0.0.1', 'example', 'countries', 'DE', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (45, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.286+00', '127.0.0.1', 'example', 'countries', 'FR', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (46, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.297+00', '127.0.0.1', 'example', 'directus_roles', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (47, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.32+00', '127.0.0.1', 'example', 'directus_policies', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (48, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.341+00', '127.0.0.1', 'example', 'directus_policies', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2002', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (49, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.375+00', '127.0.0.1', 'example', 'directus_access', '96285682-ca84-4a08-9c96-9751a80a925f', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (50, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.445+00', '127.0.0.1', 'example', 'directus_permissions', '1', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (51, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.457+00', '127.0.0.1', 'example', 'directus_permissions', '2', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (52, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.463+00', '127.0.0.1', 'example', 'directus_permissions', '3', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (53, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.474+00', '127.0.0.1', 'example', 'directus_permissions', '4', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (54, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.489+00', '127.0.0.1', 'example', 'directus_permissions', '5', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (55, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.926+00', '127.0.0.1', 'example', 'directus_users', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (56, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:38.963+00', '127.0.0.1', 'example', 'directus_users', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3002', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (57, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.257+00', '127.0.0.1', 'example', 'directus_users', 'a5bc225e-145f-4825-b926-d63e535125f6', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (58, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.292+00', '127.0.0.1', 'example', 'directus_access', 'b3dda6e4-a5fe-4d5f-b2ef-34817a229f8a', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (59, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.413+00', '127.0.0.1', 'example', 'directus_permissions', '6', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (60, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.487+00', '127.0.0.1', 'example', 'directus_shares', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4001', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (61, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.878+00', '127.0.0.1', 'example', 'directus_shares', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4002', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (62, 'update', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.923+00', '127.0.0.1', 'example', 'directus_settings', '1', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (63, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.974+00', '127.0.0.1', 'example', 'directus_folders', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a5001', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (64, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:40.047+00', '127.0.0.1', 'example', 'directus_translations', '6e0b35ba-a73f-4615-863a-a01af823c27c', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (65, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:40.112+00', '127.0.0.1', 'example', 'directus_dashboards', 'd090fbbf-db80-4b2e-8fd8-6215df5602e8', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (66, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:40.187+00', '127.0.0.1', 'example', 'directus_flows', '8228a5cd-1341-4ee9-8254-1aacfa8885f0', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (67, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:40.231+00', '127.0.0.1', 'example', 'directus_notifications', '1', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (68, 'create', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:40.323+00', '127.0.0.1', 'example', 'directus_comments', '2c3a6877-1ac4-4bf0-84ce-2c508e4890d8', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (69, 'login', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', '2026-11-22 16:25:40.825+00', '127.0.0.1', 'example', 'directus_users', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', NULL);
INSERT INTO public.directus_activity (id, action, "user", "timestamp", ip, user_agent, collection, item, origin) VALUES (70, 'create', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', '2026-11-22 16:25:40.961+00', '127.0.0.1', 'example', 'articles', '5', NULL);


--
-- Data for Name: directus_collections; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_collections (collection, icon, note, display_template, hidden, singleton, translations, archive_field, archive_app_filter, archive_value, unarchive_value, sort_field, accountability, color, item_duplication_fields, sort, "group", collapse, preview_url, versioning) VALUES ('authors', 'person', 'People who write', NULL, false, false, NULL, NULL, true, NULL, NULL, NULL, 'all', NULL, NULL, NULL, NULL, 'open', NULL, false);
INSERT INTO public.directus_collections (collection, icon, note, display_template, hidden, singleton, translations, archive_field, archive_app_filter, archive_value, unarchive_value, sort_field, accountability, color, item_duplication_fields, sort, "group", collapse, preview_url, versioning) VALUES ('articles', NULL, NULL, '{{title}}', false, false, NULL, 'status', true, 'archived', 'draft', 'sort', 'all', NULL, NULL, NULL, NULL, 'open', NULL, false);
INSERT INTO public.directus_collections (collection, icon, note, display_template, hidden, singleton, translations, archive_field, archive_app_filter, archive_value, unarchive_value, sort_field, accountability, color, item_duplication_fields, sort, "group", collapse, preview_url, versioning) VALUES ('home_page', NULL, NULL, NULL, false, true, NULL, NULL, true, NULL, NULL, NULL, 'all', NULL, NULL, NULL, NULL, 'open', NULL, false);
INSERT INTO public.directus_collections (collection, icon, note, display_template, hidden, singleton, translations, archive_field, archive_app_filter, archive_value, unarchive_value, sort_field, accountability, color, item_duplication_fields, sort, "group", collapse, preview_url, versioning) VALUES ('countries', NULL, NULL, NULL, false, false, NULL, NULL, true, NULL, NULL, NULL, 'all', NULL, NULL, NULL, NULL, 'open', NULL, false);


--
-- Data for Name: directus_comments; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_comments (id, collection, item, comment, date_created, date_updated, user_created, user_updated) VALUES ('2c3a6877-1ac4-4bf0-84ce-2c508e4890d8', 'articles', '1', 'Fine.', '2026-11-22 16:25:40.317+00', '2026-11-22 16:25:40.311241+00', 'e741bab8-3414-4742-9e1b-ff19131498d9', NULL);


--
-- Data for Name: directus_dashboards; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_dashboards (id, name, icon, note, date_created, user_created, color) VALUES ('d090fbbf-db80-4b2e-8fd8-6215df5602e8', 'Numbers', 'dashboard', NULL, '2026-11-22 16:25:40.085+00', 'e741bab8-3414-4742-9e1b-ff19131498d9', NULL);


--
-- Data for Name: directus_deployment_projects; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: directus_deployment_runs; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: directus_deployments; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: directus_extensions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: directus_fields; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (1, 'authors', 'id', 'uuid', NULL, NULL, NULL, NULL, false, true, 1, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (2, 'authors', 'name', NULL, NULL, NULL, NULL, NULL, false, false, 2, 'full', NULL, NULL, NULL, true, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (3, 'authors', 'pin', 'hash,conceal', NULL, NULL, NULL, NULL, false, false, 3, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (4, 'articles', 'id', NULL, NULL, NULL, NULL, NULL, false, true, 1, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (5, 'articles', 'status', NULL, NULL, NULL, NULL, NULL, false, false, 2, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (6, 'articles', 'sort', NULL, NULL, NULL, NULL, NULL, false, false, 3, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (7, 'articles', 'user_created', 'user-created', NULL, NULL, NULL, NULL, false, false, 4, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (8, 'articles', 'date_created', 'date-created', NULL, NULL, NULL, NULL, false, false, 5, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (9, 'articles', 'date_updated', 'date-updated', NULL, NULL, NULL, NULL, false, false, 6, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (10, 'articles', 'title', NULL, NULL, NULL, NULL, NULL, false, false, 7, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (11, 'articles', 'slug', NULL, NULL, NULL, NULL, NULL, false, false, 8, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (12, 'articles', 'body', NULL, NULL, NULL, NULL, NULL, false, false, 9, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (13, 'articles', 'views', NULL, NULL, NULL, NULL, NULL, false, false, 10, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (14, 'articles', 'reads', NULL, NULL, NULL, NULL, NULL, false, false, 11, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (15, 'articles', 'rating', NULL, NULL, NULL, NULL, NULL, false, false, 12, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (16, 'articles', 'price', NULL, NULL, NULL, NULL, NULL, false, false, 13, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (17, 'articles', 'featured', 'cast-boolean', NULL, NULL, NULL, NULL, false, false, 14, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (18, 'articles', 'publish_on', NULL, NULL, NULL, NULL, NULL, false, false, 15, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (19, 'articles', 'publish_at', NULL, NULL, NULL, NULL, NULL, false, false, 16, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (20, 'articles', 'event_start', NULL, NULL, NULL, NULL, NULL, false, false, 17, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (21, 'articles', 'extra', 'cast-json', NULL, NULL, NULL, NULL, false, false, 18, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (22, 'articles', 'keywords', 'cast-csv', NULL, NULL, NULL, NULL, false, false, 19, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (23, 'articles', 'reference', NULL, NULL, NULL, NULL, NULL, false, false, 20, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (24, 'articles', 'author', 'm2o', NULL, NULL, NULL, NULL, false, false, 21, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (25, 'authors', 'articles', 'o2m', 'list-o2m', NULL, NULL, NULL, false, false, 4, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (26, 'home_page', 'id', NULL, NULL, NULL, NULL, NULL, false, false, 1, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (27, 'home_page', 'headline', NULL, NULL, NULL, NULL, NULL, false, false, 2, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (28, 'home_page', 'theme', 'cast-json', NULL, NULL, NULL, NULL, false, false, 3, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (29, 'countries', 'code', NULL, NULL, NULL, NULL, NULL, false, false, 1, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);
INSERT INTO public.directus_fields (id, collection, field, special, interface, options, display, display_options, readonly, hidden, sort, width, translations, note, conditions, required, "group", validation, validation_message, searchable) VALUES (30, 'countries', 'name', NULL, NULL, NULL, NULL, NULL, false, false, 2, 'full', NULL, NULL, NULL, false, NULL, NULL, NULL, true);


--
-- Data for Name: directus_files; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: directus_flows; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_flows (id, name, icon, color, description, status, trigger, accountability, options, operation, date_created, user_created) VALUES ('8228a5cd-1341-4ee9-8254-1aacfa8885f0', 'Nothing', NULL, NULL, NULL, 'inactive', 'manual', 'all', '{"collections":["articles"]}', NULL, '2026-11-22 16:25:40.185+00', 'e741bab8-3414-4742-9e1b-ff19131498d9');


--
-- Data for Name: directus_folders; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_folders (id, name, parent) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a5001', 'Pictures', NULL);


--
-- Data for Name: directus_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20201028A', 'Remove Collection Foreign Keys', '2026-11-22 16:25:30.049561+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20201029A', 'Remove System Relations', '2026-11-22 16:25:30.057959+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20201029B', 'Remove System Collections', '2026-11-22 16:25:30.062518+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20201029C', 'Remove System Fields', '2026-11-22 16:25:30.06891+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20201105A', 'Add Cascade System Relations', '2026-11-22 16:25:30.090856+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20201105B', 'Change Webhook URL Type', '2026-11-22 16:25:30.097183+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210225A', 'Add Relations Sort Field', '2026-11-22 16:25:30.107024+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210304A', 'Remove Locked Fields', '2026-11-22 16:25:30.109373+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210312A', 'Webhooks Collections Text', '2026-11-22 16:25:30.114328+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210331A', 'Add Refresh Interval', '2026-11-22 16:25:30.116409+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210415A', 'Make Filesize Nullable', '2026-11-22 16:25:30.120959+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210416A', 'Add Collections Accountability', '2026-11-22 16:25:30.123682+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210422A', 'Remove Files Interface', '2026-11-22 16:25:30.125194+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210506A', 'Rename Interfaces', '2026-11-22 16:25:30.138551+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210510A', 'Restructure Relations', '2026-11-22 16:25:30.146714+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210518A', 'Add Foreign Key Constraints', '2026-11-22 16:25:30.15348+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210519A', 'Add System Fk Triggers', '2026-11-22 16:25:30.176076+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210521A', 'Add Collections Icon Color', '2026-11-22 16:25:30.178069+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210525A', 'Add Insights', '2026-11-22 16:25:30.186287+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210608A', 'Add Deep Clone Config', '2026-11-22 16:25:30.188514+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210626A', 'Change Filesize Bigint', '2026-11-22 16:25:30.195658+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210716A', 'Add Conditions to Fields', '2026-11-22 16:25:30.198345+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210721A', 'Add Default Folder', '2026-11-22 16:25:30.20255+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210802A', 'Replace Groups', '2026-11-22 16:25:30.206337+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210803A', 'Add Required to Fields', '2026-11-22 16:25:30.208241+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210805A', 'Update Groups', '2026-11-22 16:25:30.211588+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210805B', 'Change Image Metadata Structure', '2026-11-22 16:25:30.21525+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210811A', 'Add Geometry Config', '2026-11-22 16:25:30.217466+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210831A', 'Remove Limit Column', '2026-11-22 16:25:30.219135+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210903A', 'Add Auth Provider', '2026-11-22 16:25:30.231446+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210907A', 'Webhooks Collections Not Null', '2026-11-22 16:25:30.240654+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210910A', 'Move Module Setup', '2026-11-22 16:25:30.248791+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210920A', 'Webhooks URL Not Null', '2026-11-22 16:25:30.272726+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210924A', 'Add Collection Organization', '2026-11-22 16:25:30.28472+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210927A', 'Replace Fields Group', '2026-11-22 16:25:30.304606+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210927B', 'Replace M2M Interface', '2026-11-22 16:25:30.308566+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20210929A', 'Rename Login Action', '2026-11-22 16:25:30.314934+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211007A', 'Update Presets', '2026-11-22 16:25:30.333+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211009A', 'Add Auth Data', '2026-11-22 16:25:30.345136+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211016A', 'Add Webhook Headers', '2026-11-22 16:25:30.352955+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211103A', 'Set Unique to User Token', '2026-11-22 16:25:30.358178+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211103B', 'Update Special Geometry', '2026-11-22 16:25:30.364815+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211104A', 'Remove Collections Listing', '2026-11-22 16:25:30.37272+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211118A', 'Add Notifications', '2026-11-22 16:25:30.409937+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211211A', 'Add Shares', '2026-11-22 16:25:30.454932+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20211230A', 'Add Project Descriptor', '2026-11-22 16:25:30.463243+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220303A', 'Remove Default Project Color', '2026-11-22 16:25:30.49294+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220308A', 'Add Bookmark Icon and Color', '2026-11-22 16:25:30.500757+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220314A', 'Add Translation Strings', '2026-11-22 16:25:30.508738+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220322A', 'Rename Field Typecast Flags', '2026-11-22 16:25:30.521124+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220323A', 'Add Field Validation', '2026-11-22 16:25:30.528659+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220325A', 'Fix Typecast Flags', '2026-11-22 16:25:30.541557+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220325B', 'Add Default Language', '2026-11-22 16:25:30.565044+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220402A', 'Remove Default Value Panel Icon', '2026-11-22 16:25:30.588827+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220429A', 'Add Flows', '2026-11-22 16:25:30.659677+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220429B', 'Add Color to Insights Icon', '2026-11-22 16:25:30.664318+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220429C', 'Drop Non Null From IP of Activity', '2026-11-22 16:25:30.668501+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220429D', 'Drop Non Null From Sender of Notifications', '2026-11-22 16:25:30.676953+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220614A', 'Rename Hook Trigger to Event', '2026-11-22 16:25:30.68289+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220801A', 'Update Notifications Timestamp Column', '2026-11-22 16:25:30.704275+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220802A', 'Add Custom Aspect Ratios', '2026-11-22 16:25:30.712281+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20220826A', 'Add Origin to Accountability', '2026-11-22 16:25:30.720783+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20230401A', 'Update Material Icons', '2026-11-22 16:25:30.743977+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20230525A', 'Add Preview Settings', '2026-11-22 16:25:30.755688+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20230526A', 'Migrate Translation Strings', '2026-11-22 16:25:30.777851+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20230721A', 'Require Shares Fields', '2026-11-22 16:25:30.794807+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20230823A', 'Add Content Versioning', '2026-11-22 16:25:30.836525+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20230927A', 'Themes', '2026-11-22 16:25:30.868537+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20231009A', 'Update CSV Fields to Text', '2026-11-22 16:25:30.877359+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20231009B', 'Update Panel Options', '2026-11-22 16:25:30.88412+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20231010A', 'Add Extensions', '2026-11-22 16:25:30.897087+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20231215A', 'Add Focalpoints', '2026-11-22 16:25:30.904707+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240122A', 'Add Report URL Fields', '2026-11-22 16:25:30.913176+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240204A', 'Marketplace', '2026-11-22 16:25:30.988729+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240305A', 'Change Useragent Type', '2026-11-22 16:25:31.015034+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240311A', 'Deprecate Webhooks', '2026-11-22 16:25:31.035532+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240422A', 'Public Registration', '2026-11-22 16:25:31.044998+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240515A', 'Add Session Window', '2026-11-22 16:25:31.052937+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240701A', 'Add Tus Data', '2026-11-22 16:25:31.060643+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240716A', 'Update Files Date Fields', '2026-11-22 16:25:31.077942+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240806A', 'Permissions Policies', '2026-11-22 16:25:31.160825+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240817A', 'Update Icon Fields Length', '2026-11-22 16:25:31.242296+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240909A', 'Separate Comments', '2026-11-22 16:25:31.260792+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240909B', 'Consolidate Content Versioning', '2026-11-22 16:25:31.266784+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240924A', 'Migrate Legacy Comments', '2026-11-22 16:25:31.277543+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20240924B', 'Populate Versioning Deltas', '2026-11-22 16:25:31.283128+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20250224A', 'Visual Editor', '2026-11-22 16:25:31.292066+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20250609A', 'License Banner', '2026-11-22 16:25:31.301919+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20250613A', 'Add Project ID', '2026-11-22 16:25:31.316616+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20250718A', 'Add Direction', '2026-11-22 16:25:31.322129+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20250813A', 'Add MCP', '2026-11-22 16:25:31.332396+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20251012A', 'Add Field Searchable', '2026-11-22 16:25:31.340143+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20251014A', 'Add Project Owner', '2026-11-22 16:25:31.386338+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20251028A', 'Add Retention Indexes', '2026-11-22 16:25:31.471595+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20251103A', 'Add AI Settings', '2026-11-22 16:25:31.480768+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20251224A', 'Remove Webhooks', '2026-11-22 16:25:31.497053+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20260110A', 'Add AI Provider Settings', '2026-11-22 16:25:31.510889+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20260113A', 'Add Revisions Index', '2026-11-22 16:25:31.541449+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20260128A', 'Add Collaborative Editing', '2026-11-22 16:25:31.548648+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20260204A', 'Add Deployment', '2026-11-22 16:25:31.624943+00');
INSERT INTO public.directus_migrations (version, name, "timestamp") VALUES ('20260211A', 'Add Deployment Webhooks', '2026-11-22 16:25:31.641579+00');


--
-- Data for Name: directus_notifications; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_notifications (id, "timestamp", status, recipient, sender, subject, message, collection, item) VALUES (1, '2026-11-22 16:25:40.229+00', 'inbox', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', NULL, 'Welcome', 'Hello Ed', NULL, NULL);


--
-- Data for Name: directus_operations; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: directus_panels; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: directus_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_permissions (id, collection, action, permissions, validation, presets, fields, policy) VALUES (1, 'articles', 'read', '{"status":{"_neq":"archived"}}', NULL, NULL, '*', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001');
INSERT INTO public.directus_permissions (id, collection, action, permissions, validation, presets, fields, policy) VALUES (2, 'articles', 'create', '{}', '{"title":{"_nempty":true}}', '{"status":"draft"}', 'title,body,slug,author', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001');
INSERT INTO public.directus_permissions (id, collection, action, permissions, validation, presets, fields, policy) VALUES (3, 'articles', 'update', '{"user_created":{"_eq":"$CURRENT_USER"}}', NULL, NULL, 'title,body', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001');
INSERT INTO public.directus_permissions (id, collection, action, permissions, validation, presets, fields, policy) VALUES (4, 'authors', 'read', '{}', NULL, NULL, 'id,name,articles', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001');
INSERT INTO public.directus_permissions (id, collection, action, permissions, validation, presets, fields, policy) VALUES (5, 'articles', 'read', '{"status":{"_eq":"published"}}', NULL, NULL, 'id,title,status', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2002');
INSERT INTO public.directus_permissions (id, collection, action, permissions, validation, presets, fields, policy) VALUES (6, 'countries', 'read', '{}', NULL, NULL, '*', 'abf8a154-5b1c-4a46-ac9c-7300570f4f17');


--
-- Data for Name: directus_policies; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_policies (id, name, icon, description, ip_access, enforce_tfa, admin_access, app_access) VALUES ('abf8a154-5b1c-4a46-ac9c-7300570f4f17', '$t:public_label', 'public', '$t:public_description', NULL, false, false, false);
INSERT INTO public.directus_policies (id, name, icon, description, ip_access, enforce_tfa, admin_access, app_access) VALUES ('af8ca265-98c8-45a7-9433-636ff79abb43', 'Administrator', 'verified', '$t:admin_description', NULL, false, true, true);
INSERT INTO public.directus_policies (id, name, icon, description, ip_access, enforce_tfa, admin_access, app_access) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001', 'Editing', 'badge', NULL, NULL, false, false, true);
INSERT INTO public.directus_policies (id, name, icon, description, ip_access, enforce_tfa, admin_access, app_access) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2002', 'Reading', 'badge', NULL, NULL, false, false, false);


--
-- Data for Name: directus_presets; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_presets (id, bookmark, "user", role, collection, search, layout, layout_query, layout_options, refresh_interval, filter, icon, color) VALUES (1, 'Newest', NULL, NULL, 'articles', NULL, 'tabular', '{"tabular":{"sort":["-date_created"]}}', NULL, NULL, NULL, 'bookmark', NULL);


--
-- Data for Name: directus_relations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_relations (id, many_collection, many_field, one_collection, one_field, one_collection_field, one_allowed_collections, junction_field, sort_field, one_deselect_action) VALUES (1, 'articles', 'author', 'authors', 'articles', NULL, NULL, NULL, NULL, 'nullify');
INSERT INTO public.directus_relations (id, many_collection, many_field, one_collection, one_field, one_collection_field, one_allowed_collections, junction_field, sort_field, one_deselect_action) VALUES (2, 'articles', 'user_created', 'directus_users', NULL, NULL, NULL, NULL, NULL, 'nullify');


--
-- Data for Name: directus_revisions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (1, 2, 'directus_fields', '1', '{"sort":1,"special":["uuid"],"hidden":true,"field":"id"}', '{"sort":1,"special":["uuid"],"hidden":true,"field":"id"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (2, 3, 'directus_fields', '2', '{"sort":2,"required":true,"field":"name"}', '{"sort":2,"required":true,"field":"name"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (3, 4, 'directus_fields', '3', '{"sort":3,"special":["hash","conceal"],"field":"pin"}', '{"sort":3,"special":["hash","conceal"],"field":"pin"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (4, 5, 'directus_collections', 'authors', '{"icon":"person","note":"People who write","collection":"authors"}', '{"icon":"person","note":"People who write","collection":"authors"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (5, 6, 'directus_fields', '4', '{"sort":1,"hidden":true,"field":"id"}', '{"sort":1,"hidden":true,"field":"id"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (6, 7, 'directus_fields', '5', '{"sort":2,"field":"status"}', '{"sort":2,"field":"status"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (7, 8, 'directus_fields', '6', '{"sort":3,"field":"sort"}', '{"sort":3,"field":"sort"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (8, 9, 'directus_fields', '7', '{"sort":4,"special":["user-created"],"field":"user_created"}', '{"sort":4,"special":["user-created"],"field":"user_created"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (9, 10, 'directus_fields', '8', '{"sort":5,"special":["date-created"],"field":"date_created"}', '{"sort":5,"special":["date-created"],"field":"date_created"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (10, 11, 'directus_fields', '9', '{"sort":6,"special":["date-updated"],"field":"date_updated"}', '{"sort":6,"special":["date-updated"],"field":"date_updated"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (11, 12, 'directus_fields', '10', '{"sort":7,"field":"title"}', '{"sort":7,"field":"title"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (12, 13, 'directus_fields', '11', '{"sort":8,"field":"slug"}', '{"sort":8,"field":"slug"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (13, 14, 'directus_fields', '12', '{"sort":9,"field":"body"}', '{"sort":9,"field":"body"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (14, 15, 'directus_fields', '13', '{"sort":10,"field":"views"}', '{"sort":10,"field":"views"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (15, 16, 'directus_fields', '14', '{"sort":11,"field":"reads"}', '{"sort":11,"field":"reads"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (16, 17, 'directus_fields', '15', '{"sort":12,"field":"rating"}', '{"sort":12,"field":"rating"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (17, 18, 'directus_fields', '16', '{"sort":13,"field":"price"}', '{"sort":13,"field":"price"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (18, 19, 'directus_fields', '17', '{"sort":14,"special":["cast-boolean"],"field":"featured"}', '{"sort":14,"special":["cast-boolean"],"field":"featured"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (19, 20, 'directus_fields', '18', '{"sort":15,"field":"publish_on"}', '{"sort":15,"field":"publish_on"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (20, 21, 'directus_fields', '19', '{"sort":16,"field":"publish_at"}', '{"sort":16,"field":"publish_at"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (21, 22, 'directus_fields', '20', '{"sort":17,"field":"event_start"}', '{"sort":17,"field":"event_start"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (22, 23, 'directus_fields', '21', '{"sort":18,"special":["cast-json"],"field":"extra"}', '{"sort":18,"special":["cast-json"],"field":"extra"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (23, 24, 'directus_fields', '22', '{"sort":19,"special":["cast-csv"],"field":"keywords"}', '{"sort":19,"special":["cast-csv"],"field":"keywords"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (24, 25, 'directus_fields', '23', '{"sort":20,"field":"reference"}', '{"sort":20,"field":"reference"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (25, 26, 'directus_fields', '24', '{"sort":21,"special":["m2o"],"field":"author"}', '{"sort":21,"special":["m2o"],"field":"author"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (26, 27, 'directus_collections', 'articles', '{"archive_field":"status","archive_value":"archived","unarchive_value":"draft","sort_field":"sort","display_template":"{{title}}","collection":"articles"}', '{"archive_field":"status","archive_value":"archived","unarchive_value":"draft","sort_field":"sort","display_template":"{{title}}","collection":"articles"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (27, 28, 'directus_fields', '25', '{"sort":4,"special":["o2m"],"interface":"list-o2m","field":"articles"}', '{"sort":4,"special":["o2m"],"interface":"list-o2m","field":"articles"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (28, 29, 'directus_fields', '26', '{"sort":1,"field":"id"}', '{"sort":1,"field":"id"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (29, 30, 'directus_fields', '27', '{"sort":2,"field":"headline"}', '{"sort":2,"field":"headline"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (30, 31, 'directus_fields', '28', '{"sort":3,"special":["cast-json"],"field":"theme"}', '{"sort":3,"special":["cast-json"],"field":"theme"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (31, 32, 'directus_collections', 'home_page', '{"singleton":true,"collection":"home_page"}', '{"singleton":true,"collection":"home_page"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (32, 33, 'directus_fields', '29', '{"sort":1,"field":"code"}', '{"sort":1,"field":"code"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (33, 34, 'directus_fields', '30', '{"sort":2,"field":"name"}', '{"sort":2,"field":"name"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (34, 35, 'directus_collections', 'countries', '{"collection":"countries"}', '{"collection":"countries"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (35, 36, 'authors', '6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a01', '{"id":"6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a01","name":"Ada Example","pin":"**********"}', '{"id":"6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a01","name":"Ada Example","pin":"**********"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (36, 37, 'authors', '6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a02', '{"id":"6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a02","name":"Bo Ünïcode"}', '{"id":"6f1d6c0e-52a7-4f0b-9a35-0d3c8e6f0a02","name":"Bo Ünïcode"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (37, 38, 'articles', '1', '{"status":"published","sort":2,"title":"On engines","slug":"on-engines","body":"Line one\nline \"two\" \\ ''three''","views":1842,"reads":"9007199254740993","rating":4.5,"price":"12.50","featured":true,"publish_on":"2024-02-29","publish_at":"07:05:00","event_start":"2024-03-10T18:30:00","extra":{"b":1,"a":[true,null,"x"]},"keywords":["history","machines"],"reference":"0f0e0d0c-0b0a-4908-8706-050403020100"}', '{"status":"published","sort":2,"title":"On engines","slug":"on-engines","body":"Line one\nline \"two\" \\ ''three''","views":1842,"reads":"9007199254740993","rating":4.5,"price":"12.50","featured":true,"publish_on":"2024-02-29","publish_at":"07:05:00","event_start":"2024-03-10T18:30:00","extra":{"b":1,"a":[true,null,"x"]},"keywords":["history","machines"],"reference":"0f0e0d0c-0b0a-4908-8706-050403020100"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (38, 39, 'articles', '2', '{"status":"draft","sort":1,"title":"Draft of 日本語 and 😀","slug":"draft"}', '{"status":"draft","sort":1,"title":"Draft of 日本語 and 😀","slug":"draft"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (39, 40, 'articles', '3', '{"status":"published","sort":3,"title":"Without an author","slug":null,"rating":-0.25,"price":"0.00","extra":[],"keywords":[]}', '{"status":"published","sort":3,"title":"Without an author","slug":null,"rating":-0.25,"price":"0.00","extra":[],"keywords":[]}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (40, 41, 'articles', '4', '{"status":"archived","title":"Old","slug":"old","views":7}', '{"status":"archived","title":"Old","slug":"old","views":7}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (41, 42, 'articles', '1', '{"id":1,"status":"published","sort":2,"date_created":"2026-11-22T16:25:38.141Z","date_updated":"2026-11-22T16:25:38.184Z","title":"On engines","slug":"on-engines","body":"Line one\nline \"two\" \\ ''three''","views":1843,"reads":"9007199254740993","rating":4.5,"price":"12.50","featured":true,"publish_on":"2024-02-29","publish_at":"07:05:00","event_start":"2024-03-10T18:30:00","extra":{"b":1,"a":[true,null,"x"]},"keywords":["history","machines"],"reference":"0f0e0d0c-0b0a-4908-8706-050403020100"}', '{"views":1843,"date_updated":"2026-11-22T16:25:38.184Z"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (42, 43, 'home_page', '1', '{"headline":"Welcome","theme":{"dark":true}}', '{"headline":"Welcome","theme":{"dark":true}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (43, 44, 'countries', 'DE', '{"code":"DE","name":"Germany"}', '{"code":"DE","name":"Germany"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (44, 45, 'countries', 'FR', '{"code":"FR","name":"France"}', '{"code":"FR","name":"France"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (45, 46, 'directus_roles', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001","name":"Editors","description":"They write"}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001","name":"Editors","description":"They write"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (46, 47, 'directus_policies', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001","name":"Editing","app_access":true}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2001","name":"Editing","app_access":true}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (47, 48, 'directus_policies', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2002', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2002","name":"Reading"}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a2002","name":"Reading"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (48, 49, 'directus_access', '96285682-ca84-4a08-9c96-9751a80a925f', NULL, NULL, NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (49, 50, 'directus_permissions', '1', '{"collection":"articles","action":"read","fields":["*"],"permissions":{"status":{"_neq":"archived"}}}', '{"collection":"articles","action":"read","fields":["*"],"permissions":{"status":{"_neq":"archived"}}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (50, 51, 'directus_permissions', '2', '{"collection":"articles","action":"create","fields":["title","body","slug","author"],"permissions":{},"validation":{"title":{"_nempty":true}},"presets":{"status":"draft"}}', '{"collection":"articles","action":"create","fields":["title","body","slug","author"],"permissions":{},"validation":{"title":{"_nempty":true}},"presets":{"status":"draft"}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (51, 52, 'directus_permissions', '3', '{"collection":"articles","action":"update","fields":["title","body"],"permissions":{"user_created":{"_eq":"$CURRENT_USER"}}}', '{"collection":"articles","action":"update","fields":["title","body"],"permissions":{"user_created":{"_eq":"$CURRENT_USER"}}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (52, 53, 'directus_permissions', '4', '{"collection":"authors","action":"read","fields":["id","name","articles"],"permissions":{}}', '{"collection":"authors","action":"read","fields":["id","name","articles"],"permissions":{}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (53, 54, 'directus_permissions', '5', '{"collection":"articles","action":"read","fields":["id","title","status"],"permissions":{"status":{"_eq":"published"}}}', '{"collection":"articles","action":"read","fields":["id","title","status"],"permissions":{"status":{"_eq":"published"}}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (54, 55, 'directus_users', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001","email":"ed@example.com","password":"**********","first_name":"Ed","status":"active"}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001","email":"ed@example.com","password":"**********","first_name":"Ed","status":"active"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (55, 56, 'directus_users', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3002', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3002","email":"tia@example.com","first_name":"Tia","token":"**********","status":"active"}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3002","email":"tia@example.com","first_name":"Tia","token":"**********","status":"active"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (56, 57, 'directus_users', 'a5bc225e-145f-4825-b926-d63e535125f6', '{"email":"sue@example.com","password":"**********","status":"suspended"}', '{"email":"sue@example.com","password":"**********","status":"suspended"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (57, 58, 'directus_access', 'b3dda6e4-a5fe-4d5f-b2ef-34817a229f8a', NULL, NULL, NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (58, 59, 'directus_permissions', '6', '{"collection":"countries","action":"read","fields":["*"],"permissions":{}}', '{"collection":"countries","action":"read","fields":["*"],"permissions":{}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (59, 60, 'directus_shares', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4001', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4001","name":"open","item":"1"}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4001","name":"open","item":"1"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (60, 61, 'directus_shares', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4002', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4002","name":"locked","item":"3","password":"**********","max_uses":10}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4002","name":"locked","item":"3","password":"**********","max_uses":10}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (61, 62, 'directus_settings', '1', '{"id":1,"project_name":"Example project","project_url":null,"project_color":"#6644FF","public_note":null,"auth_login_attempts":9,"auth_password_policy":null,"storage_asset_transform":"all","storage_asset_presets":null,"custom_css":null,"basemaps":null,"mapbox_key":null,"module_bar":null,"project_descriptor":"A database of before","default_language":"de-DE","custom_aspect_ratios":null,"default_appearance":"auto","default_theme_light":null,"theme_light_overrides":null,"default_theme_dark":null,"theme_dark_overrides":null,"report_error_url":null,"report_bug_url":null,"report_feature_url":null,"public_registration":false,"public_registration_verify_email":true,"public_registration_email_filter":null,"visual_editor_urls":null,"project_id":"01a20413-b9b1-708b-9353-1e6ec254aae4","mcp_enabled":false,"mcp_allow_deletes":false,"mcp_prompts_collection":null,"mcp_system_prompt_enabled":true,"mcp_system_prompt":null,"project_owner":null,"project_usage":null,"org_name":null,"product_updates":null,"project_status":null,"ai_openai_api_key":null,"ai_anthropic_api_key":null,"ai_system_prompt":null,"ai_google_api_key":null,"ai_openai_compatible_api_key":null,"ai_openai_compatible_base_url":null,"ai_openai_compatible_name":null,"ai_openai_compatible_models":null,"ai_openai_compatible_headers":null,"ai_openai_allowed_models":["gpt-5-nano","gpt-5-mini","gpt-5"],"ai_anthropic_allowed_models":["claude-haiku-4-5","claude-sonnet-4-5"],"ai_google_allowed_models":["gemini-3-pro-preview","gemini-3-flash-preview","gemini-2.5-pro","gemini-2.5-flash"],"collaborative_editing_enabled":false}', '{"project_name":"Example project","auth_login_attempts":9,"project_descriptor":"A database of before","default_language":"de-DE"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (62, 63, 'directus_folders', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a5001', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a5001","name":"Pictures"}', '{"id":"3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a5001","name":"Pictures"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (63, 64, 'directus_translations', '6e0b35ba-a73f-4615-863a-a01af823c27c', '{"language":"de-DE","key":"hello","value":"Hallo"}', '{"language":"de-DE","key":"hello","value":"Hallo"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (64, 65, 'directus_dashboards', 'd090fbbf-db80-4b2e-8fd8-6215df5602e8', '{"name":"Numbers","icon":"dashboard"}', '{"name":"Numbers","icon":"dashboard"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (65, 66, 'directus_flows', '8228a5cd-1341-4ee9-8254-1aacfa8885f0', '{"name":"Nothing","trigger":"manual","status":"inactive","options":{"collections":["articles"]}}', '{"name":"Nothing","trigger":"manual","status":"inactive","options":{"collections":["articles"]}}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (66, 67, 'directus_notifications', '1', '{"subject":"Welcome","message":"Hello Ed"}', '{"subject":"Welcome","message":"Hello Ed"}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (67, 68, 'directus_comments', '2c3a6877-1ac4-4bf0-84ce-2c508e4890d8', '{"item":"1","comment":"Fine."}', '{"item":"1","comment":"Fine."}', NULL, NULL);
INSERT INTO public.directus_revisions (id, activity, collection, item, data, delta, parent, version) VALUES (68, 70, 'articles', '5', '{"status":"draft","title":"By Ed","slug":"by-ed"}', '{"status":"draft","title":"By Ed","slug":"by-ed"}', NULL, NULL);


--
-- Data for Name: directus_roles; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_roles (id, name, icon, description, parent) VALUES ('d9033b9d-3612-4b4e-bb81-2fdd3cf6832b', 'Administrator', 'verified', '$t:admin_description', NULL);
INSERT INTO public.directus_roles (id, name, icon, description, parent) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', 'Editors', 'supervised_user_circle', 'They write', NULL);


--
-- Data for Name: directus_sessions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_sessions (token, "user", expires, ip, user_agent, share, origin, next_token) VALUES ('nuzATQWYOrInJVEMp3eV0JUsdTw2bpzBNWtG5MK7eyGpEvslnb7UloCS1hWAbscR', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-29 16:25:36.687+00', '127.0.0.1', 'example', NULL, NULL, NULL);
INSERT INTO public.directus_sessions (token, "user", expires, ip, user_agent, share, origin, next_token) VALUES ('gmyxY556G1sesJu9v7P47sfBAyGZyqu4qg9wV-eCcNibzrs7Tc1Lj-gEGh5EcpoF', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', '2026-11-29 16:25:40.819+00', '127.0.0.1', 'example', NULL, NULL, NULL);


--
-- Data for Name: directus_settings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_settings (id, project_name, project_url, project_color, project_logo, public_foreground, public_background, public_note, auth_login_attempts, auth_password_policy, storage_asset_transform, storage_asset_presets, custom_css, storage_default_folder, basemaps, mapbox_key, module_bar, project_descriptor, default_language, custom_aspect_ratios, public_favicon, default_appearance, default_theme_light, theme_light_overrides, default_theme_dark, theme_dark_overrides, report_error_url, report_bug_url, report_feature_url, public_registration, public_registration_verify_email, public_registration_role, public_registration_email_filter, visual_editor_urls, project_id, mcp_enabled, mcp_allow_deletes, mcp_prompts_collection, mcp_system_prompt_enabled, mcp_system_prompt, project_owner, project_usage, org_name, product_updates, project_status, ai_openai_api_key, ai_anthropic_api_key, ai_system_prompt, ai_google_api_key, ai_openai_compatible_api_key, ai_openai_compatible_base_url, ai_openai_compatible_name, ai_openai_compatible_models, ai_openai_compatible_headers, ai_openai_allowed_models, ai_anthropic_allowed_models, ai_google_allowed_models, collaborative_editing_enabled) VALUES (1, 'Example project', NULL, '#6644FF', NULL, NULL, NULL, NULL, 9, NULL, 'all', NULL, NULL, NULL, NULL, NULL, NULL, 'A database of before', 'de-DE', NULL, NULL, 'auto', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, true, NULL, NULL, NULL, '01a20413-b9b1-708b-9353-1e6ec254aae4', false, false, NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '["gpt-5-nano","gpt-5-mini","gpt-5"]', '["claude-haiku-4-5","claude-sonnet-4-5"]', '["gemini-3-pro-preview","gemini-3-flash-preview","gemini-2.5-pro","gemini-2.5-flash"]', false);


--
-- Data for Name: directus_shares; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_shares (id, name, collection, item, role, password, user_created, date_created, date_start, date_end, times_used, max_uses) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4001', 'open', 'articles', '1', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', NULL, 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.484+00', NULL, NULL, 0, NULL);
INSERT INTO public.directus_shares (id, name, collection, item, role, password, user_created, date_created, date_start, date_end, times_used, max_uses) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4002', 'locked', 'articles', '3', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', '$argon2id$v=19$m=65536,t=3,p=4$l+MkptC3+5p8NmSWcI+IOA$S42nqJJNrsP2tZt0wwkmy3VU7ZusM1OLvS2D1yIMBTQ', 'e741bab8-3414-4742-9e1b-ff19131498d9', '2026-11-22 16:25:39.876+00', NULL, NULL, 0, 10);


--
-- Data for Name: directus_translations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_translations (id, language, key, value) VALUES ('6e0b35ba-a73f-4615-863a-a01af823c27c', 'de-DE', 'hello', 'Hallo');


--
-- Data for Name: directus_users; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.directus_users (id, first_name, last_name, email, password, location, title, description, tags, avatar, language, tfa_secret, status, role, token, last_access, last_page, provider, external_identifier, auth_data, email_notifications, appearance, theme_dark, theme_light, theme_light_overrides, theme_dark_overrides, text_direction) VALUES ('e741bab8-3414-4742-9e1b-ff19131498d9', 'Admin', 'User', 'admin@example.com', '$argon2id$v=19$m=65536,t=3,p=4$LWQya77TSDJTCftonaEL1w$Bj8jYiPQKY6Ok+xSj70F5JzBgumjjITyyU4SAGpo6xc', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'active', 'd9033b9d-3612-4b4e-bb81-2fdd3cf6832b', 'admin-token-for-tests', '2026-11-22 16:25:36.708+00', NULL, 'default', NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, 'auto');
INSERT INTO public.directus_users (id, first_name, last_name, email, password, location, title, description, tags, avatar, language, tfa_secret, status, role, token, last_access, last_page, provider, external_identifier, auth_data, email_notifications, appearance, theme_dark, theme_light, theme_light_overrides, theme_dark_overrides, text_direction) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3002', 'Tia', NULL, 'tia@example.com', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'active', NULL, 'static-token-of-tia', NULL, NULL, 'default', NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, 'auto');
INSERT INTO public.directus_users (id, first_name, last_name, email, password, location, title, description, tags, avatar, language, tfa_secret, status, role, token, last_access, last_page, provider, external_identifier, auth_data, email_notifications, appearance, theme_dark, theme_light, theme_light_overrides, theme_dark_overrides, text_direction) VALUES ('a5bc225e-145f-4825-b926-d63e535125f6', NULL, NULL, 'sue@example.com', '$argon2id$v=19$m=65536,t=3,p=4$Pg0vh1dYY4WXneFJ1hr9hw$v0yDmY4GXpXDWNsQpfpOm+OWHbn4+sEpuPKlMtz+TZU', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'suspended', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', NULL, NULL, NULL, 'default', NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, 'auto');
INSERT INTO public.directus_users (id, first_name, last_name, email, password, location, title, description, tags, avatar, language, tfa_secret, status, role, token, last_access, last_page, provider, external_identifier, auth_data, email_notifications, appearance, theme_dark, theme_light, theme_light_overrides, theme_dark_overrides, text_direction) VALUES ('3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001', 'Ed', NULL, 'ed@example.com', '$argon2id$v=19$m=65536,t=3,p=4$/usHXsLXzTNKYoHSdeocMA$9YLzrHuSKlqVwjKtYJ8CmxKxyiELTRGysiQ+UjJuXyw', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'active', '3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a1001', NULL, '2026-11-22 16:25:40.828+00', NULL, 'default', NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, 'auto');


--
-- Data for Name: directus_versions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: home_page; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.home_page (id, headline, theme) VALUES (1, 'Welcome', '{"dark":true}');


--
-- Name: articles_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.articles_id_seq', 5, true);


--
-- Name: directus_activity_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_activity_id_seq', 70, true);


--
-- Name: directus_fields_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_fields_id_seq', 30, true);


--
-- Name: directus_notifications_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_notifications_id_seq', 1, true);


--
-- Name: directus_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_permissions_id_seq', 6, true);


--
-- Name: directus_presets_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_presets_id_seq', 1, true);


--
-- Name: directus_relations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_relations_id_seq', 2, true);


--
-- Name: directus_revisions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_revisions_id_seq', 68, true);


--
-- Name: directus_settings_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.directus_settings_id_seq', 1, true);


--
-- Name: home_page_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.home_page_id_seq', 1, true);


--
-- Name: articles articles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (id);


--
-- Name: articles articles_slug_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_slug_unique UNIQUE (slug);


--
-- Name: authors authors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.authors
    ADD CONSTRAINT authors_pkey PRIMARY KEY (id);


--
-- Name: countries countries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.countries
    ADD CONSTRAINT countries_pkey PRIMARY KEY (code);


--
-- Name: directus_access directus_access_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_access
    ADD CONSTRAINT directus_access_pkey PRIMARY KEY (id);


--
-- Name: directus_activity directus_activity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_activity
    ADD CONSTRAINT directus_activity_pkey PRIMARY KEY (id);


--
-- Name: directus_collections directus_collections_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_collections
    ADD CONSTRAINT directus_collections_pkey PRIMARY KEY (collection);


--
-- Name: directus_comments directus_comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_comments
    ADD CONSTRAINT directus_comments_pkey PRIMARY KEY (id);


--
-- Name: directus_dashboards directus_dashboards_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_dashboards
    ADD CONSTRAINT directus_dashboards_pkey PRIMARY KEY (id);


--
-- Name: directus_deployment_projects directus_deployment_projects_deployment_external_id_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployment_projects
    ADD CONSTRAINT directus_deployment_projects_deployment_external_id_unique UNIQUE (deployment, external_id);


--
-- Name: directus_deployment_projects directus_deployment_projects_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployment_projects
    ADD CONSTRAINT directus_deployment_projects_pkey PRIMARY KEY (id);


--
-- Name: directus_deployment_runs directus_deployment_runs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployment_runs
    ADD CONSTRAINT directus_deployment_runs_pkey PRIMARY KEY (id);


--
-- Name: directus_deployments directus_deployments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployments
    ADD CONSTRAINT directus_deployments_pkey PRIMARY KEY (id);


--
-- Name: directus_deployments directus_deployments_provider_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployments
    ADD CONSTRAINT directus_deployments_provider_unique UNIQUE (provider);


--
-- Name: directus_extensions directus_extensions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_extensions
    ADD CONSTRAINT directus_extensions_pkey PRIMARY KEY (id);


--
-- Name: directus_fields directus_fields_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_fields
    ADD CONSTRAINT directus_fields_pkey PRIMARY KEY (id);


--
-- Name: directus_files directus_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_files
    ADD CONSTRAINT directus_files_pkey PRIMARY KEY (id);


--
-- Name: directus_flows directus_flows_operation_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_flows
    ADD CONSTRAINT directus_flows_operation_unique UNIQUE (operation);


--
-- Name: directus_flows directus_flows_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_flows
    ADD CONSTRAINT directus_flows_pkey PRIMARY KEY (id);


--
-- Name: directus_folders directus_folders_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_folders
    ADD CONSTRAINT directus_folders_pkey PRIMARY KEY (id);


--
-- Name: directus_migrations directus_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_migrations
    ADD CONSTRAINT directus_migrations_pkey PRIMARY KEY (version);


--
-- Name: directus_notifications directus_notifications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_notifications
    ADD CONSTRAINT directus_notifications_pkey PRIMARY KEY (id);


--
-- Name: directus_operations directus_operations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_operations
    ADD CONSTRAINT directus_operations_pkey PRIMARY KEY (id);


--
-- Name: directus_operations directus_operations_reject_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_operations
    ADD CONSTRAINT directus_operations_reject_unique UNIQUE (reject);


--
-- Name: directus_operations directus_operations_resolve_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_operations
    ADD CONSTRAINT directus_operations_resolve_unique UNIQUE (resolve);


--
-- Name: directus_panels directus_panels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_panels
    ADD CONSTRAINT directus_panels_pkey PRIMARY KEY (id);


--
-- Name: directus_permissions directus_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_permissions
    ADD CONSTRAINT directus_permissions_pkey PRIMARY KEY (id);


--
-- Name: directus_policies directus_policies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_policies
    ADD CONSTRAINT directus_policies_pkey PRIMARY KEY (id);


--
-- Name: directus_presets directus_presets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_presets
    ADD CONSTRAINT directus_presets_pkey PRIMARY KEY (id);


--
-- Name: directus_relations directus_relations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_relations
    ADD CONSTRAINT directus_relations_pkey PRIMARY KEY (id);


--
-- Name: directus_revisions directus_revisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_revisions
    ADD CONSTRAINT directus_revisions_pkey PRIMARY KEY (id);


--
-- Name: directus_roles directus_roles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_roles
    ADD CONSTRAINT directus_roles_pkey PRIMARY KEY (id);


--
-- Name: directus_sessions directus_sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_sessions
    ADD CONSTRAINT directus_sessions_pkey PRIMARY KEY (token);


--
-- Name: directus_settings directus_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings
    ADD CONSTRAINT directus_settings_pkey PRIMARY KEY (id);


--
-- Name: directus_shares directus_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_shares
    ADD CONSTRAINT directus_shares_pkey PRIMARY KEY (id);


--
-- Name: directus_translations directus_translations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_translations
    ADD CONSTRAINT directus_translations_pkey PRIMARY KEY (id);


--
-- Name: directus_users directus_users_email_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_users
    ADD CONSTRAINT directus_users_email_unique UNIQUE (email);


--
-- Name: directus_users directus_users_external_identifier_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_users
    ADD CONSTRAINT directus_users_external_identifier_unique UNIQUE (external_identifier);


--
-- Name: directus_users directus_users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_users
    ADD CONSTRAINT directus_users_pkey PRIMARY KEY (id);


--
-- Name: directus_users directus_users_token_unique; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_users
    ADD CONSTRAINT directus_users_token_unique UNIQUE (token);


--
-- Name: directus_versions directus_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_versions
    ADD CONSTRAINT directus_versions_pkey PRIMARY KEY (id);


--
-- Name: home_page home_page_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.home_page
    ADD CONSTRAINT home_page_pkey PRIMARY KEY (id);


--
-- Name: directus_activity_timestamp_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directus_activity_timestamp_index ON public.directus_activity USING btree ("timestamp");


--
-- Name: directus_revisions_activity_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directus_revisions_activity_index ON public.directus_revisions USING btree (activity);


--
-- Name: directus_revisions_parent_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX directus_revisions_parent_index ON public.directus_revisions USING btree (parent);


--
-- Name: articles articles_author_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_author_foreign FOREIGN KEY (author) REFERENCES public.authors(id) ON DELETE SET NULL;


--
-- Name: articles articles_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_access directus_access_policy_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_access
    ADD CONSTRAINT directus_access_policy_foreign FOREIGN KEY (policy) REFERENCES public.directus_policies(id) ON DELETE CASCADE;


--
-- Name: directus_access directus_access_role_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_access
    ADD CONSTRAINT directus_access_role_foreign FOREIGN KEY (role) REFERENCES public.directus_roles(id) ON DELETE CASCADE;


--
-- Name: directus_access directus_access_user_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_access
    ADD CONSTRAINT directus_access_user_foreign FOREIGN KEY ("user") REFERENCES public.directus_users(id) ON DELETE CASCADE;


--
-- Name: directus_collections directus_collections_group_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_collections
    ADD CONSTRAINT directus_collections_group_foreign FOREIGN KEY ("group") REFERENCES public.directus_collections(collection);


--
-- Name: directus_comments directus_comments_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_comments
    ADD CONSTRAINT directus_comments_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_comments directus_comments_user_updated_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_comments
    ADD CONSTRAINT directus_comments_user_updated_foreign FOREIGN KEY (user_updated) REFERENCES public.directus_users(id);


--
-- Name: directus_dashboards directus_dashboards_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_dashboards
    ADD CONSTRAINT directus_dashboards_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_deployment_projects directus_deployment_projects_deployment_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployment_projects
    ADD CONSTRAINT directus_deployment_projects_deployment_foreign FOREIGN KEY (deployment) REFERENCES public.directus_deployments(id) ON DELETE CASCADE;


--
-- Name: directus_deployment_projects directus_deployment_projects_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployment_projects
    ADD CONSTRAINT directus_deployment_projects_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_deployment_runs directus_deployment_runs_project_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployment_runs
    ADD CONSTRAINT directus_deployment_runs_project_foreign FOREIGN KEY (project) REFERENCES public.directus_deployment_projects(id) ON DELETE CASCADE;


--
-- Name: directus_deployment_runs directus_deployment_runs_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployment_runs
    ADD CONSTRAINT directus_deployment_runs_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_deployments directus_deployments_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_deployments
    ADD CONSTRAINT directus_deployments_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_files directus_files_folder_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_files
    ADD CONSTRAINT directus_files_folder_foreign FOREIGN KEY (folder) REFERENCES public.directus_folders(id) ON DELETE SET NULL;


--
-- Name: directus_files directus_files_modified_by_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_files
    ADD CONSTRAINT directus_files_modified_by_foreign FOREIGN KEY (modified_by) REFERENCES public.directus_users(id);


--
-- Name: directus_files directus_files_uploaded_by_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_files
    ADD CONSTRAINT directus_files_uploaded_by_foreign FOREIGN KEY (uploaded_by) REFERENCES public.directus_users(id);


--
-- Name: directus_flows directus_flows_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_flows
    ADD CONSTRAINT directus_flows_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_folders directus_folders_parent_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_folders
    ADD CONSTRAINT directus_folders_parent_foreign FOREIGN KEY (parent) REFERENCES public.directus_folders(id);


--
-- Name: directus_notifications directus_notifications_recipient_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_notifications
    ADD CONSTRAINT directus_notifications_recipient_foreign FOREIGN KEY (recipient) REFERENCES public.directus_users(id) ON DELETE CASCADE;


--
-- Name: directus_notifications directus_notifications_sender_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_notifications
    ADD CONSTRAINT directus_notifications_sender_foreign FOREIGN KEY (sender) REFERENCES public.directus_users(id);


--
-- Name: directus_operations directus_operations_flow_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_operations
    ADD CONSTRAINT directus_operations_flow_foreign FOREIGN KEY (flow) REFERENCES public.directus_flows(id) ON DELETE CASCADE;


--
-- Name: directus_operations directus_operations_reject_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_operations
    ADD CONSTRAINT directus_operations_reject_foreign FOREIGN KEY (reject) REFERENCES public.directus_operations(id);


--
-- Name: directus_operations directus_operations_resolve_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_operations
    ADD CONSTRAINT directus_operations_resolve_foreign FOREIGN KEY (resolve) REFERENCES public.directus_operations(id);


--
-- Name: directus_operations directus_operations_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_operations
    ADD CONSTRAINT directus_operations_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_panels directus_panels_dashboard_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_panels
    ADD CONSTRAINT directus_panels_dashboard_foreign FOREIGN KEY (dashboard) REFERENCES public.directus_dashboards(id) ON DELETE CASCADE;


--
-- Name: directus_panels directus_panels_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_panels
    ADD CONSTRAINT directus_panels_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_permissions directus_permissions_policy_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_permissions
    ADD CONSTRAINT directus_permissions_policy_foreign FOREIGN KEY (policy) REFERENCES public.directus_policies(id) ON DELETE CASCADE;


--
-- Name: directus_presets directus_presets_role_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_presets
    ADD CONSTRAINT directus_presets_role_foreign FOREIGN KEY (role) REFERENCES public.directus_roles(id) ON DELETE CASCADE;


--
-- Name: directus_presets directus_presets_user_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_presets
    ADD CONSTRAINT directus_presets_user_foreign FOREIGN KEY ("user") REFERENCES public.directus_users(id) ON DELETE CASCADE;


--
-- Name: directus_revisions directus_revisions_activity_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_revisions
    ADD CONSTRAINT directus_revisions_activity_foreign FOREIGN KEY (activity) REFERENCES public.directus_activity(id) ON DELETE CASCADE;


--
-- Name: directus_revisions directus_revisions_parent_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_revisions
    ADD CONSTRAINT directus_revisions_parent_foreign FOREIGN KEY (parent) REFERENCES public.directus_revisions(id);


--
-- Name: directus_revisions directus_revisions_version_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_revisions
    ADD CONSTRAINT directus_revisions_version_foreign FOREIGN KEY (version) REFERENCES public.directus_versions(id) ON DELETE CASCADE;


--
-- Name: directus_roles directus_roles_parent_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_roles
    ADD CONSTRAINT directus_roles_parent_foreign FOREIGN KEY (parent) REFERENCES public.directus_roles(id);


--
-- Name: directus_sessions directus_sessions_share_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_sessions
    ADD CONSTRAINT directus_sessions_share_foreign FOREIGN KEY (share) REFERENCES public.directus_shares(id) ON DELETE CASCADE;


--
-- Name: directus_sessions directus_sessions_user_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_sessions
    ADD CONSTRAINT directus_sessions_user_foreign FOREIGN KEY ("user") REFERENCES public.directus_users(id) ON DELETE CASCADE;


--
-- Name: directus_settings directus_settings_project_logo_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings
    ADD CONSTRAINT directus_settings_project_logo_foreign FOREIGN KEY (project_logo) REFERENCES public.directus_files(id);


--
-- Name: directus_settings directus_settings_public_background_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings
    ADD CONSTRAINT directus_settings_public_background_foreign FOREIGN KEY (public_background) REFERENCES public.directus_files(id);


--
-- Name: directus_settings directus_settings_public_favicon_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings
    ADD CONSTRAINT directus_settings_public_favicon_foreign FOREIGN KEY (public_favicon) REFERENCES public.directus_files(id);


--
-- Name: directus_settings directus_settings_public_foreground_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings
    ADD CONSTRAINT directus_settings_public_foreground_foreign FOREIGN KEY (public_foreground) REFERENCES public.directus_files(id);


--
-- Name: directus_settings directus_settings_public_registration_role_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings
    ADD CONSTRAINT directus_settings_public_registration_role_foreign FOREIGN KEY (public_registration_role) REFERENCES public.directus_roles(id) ON DELETE SET NULL;


--
-- Name: directus_settings directus_settings_storage_default_folder_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_settings
    ADD CONSTRAINT directus_settings_storage_default_folder_foreign FOREIGN KEY (storage_default_folder) REFERENCES public.directus_folders(id) ON DELETE SET NULL;


--
-- Name: directus_shares directus_shares_collection_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_shares
    ADD CONSTRAINT directus_shares_collection_foreign FOREIGN KEY (collection) REFERENCES public.directus_collections(collection) ON DELETE CASCADE;


--
-- Name: directus_shares directus_shares_role_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_shares
    ADD CONSTRAINT directus_shares_role_foreign FOREIGN KEY (role) REFERENCES public.directus_roles(id) ON DELETE CASCADE;


--
-- Name: directus_shares directus_shares_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_shares
    ADD CONSTRAINT directus_shares_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_users directus_users_role_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_users
    ADD CONSTRAINT directus_users_role_foreign FOREIGN KEY (role) REFERENCES public.directus_roles(id) ON DELETE SET NULL;


--
-- Name: directus_versions directus_versions_collection_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_versions
    ADD CONSTRAINT directus_versions_collection_foreign FOREIGN KEY (collection) REFERENCES public.directus_collections(collection) ON DELETE CASCADE;


--
-- Name: directus_versions directus_versions_user_created_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_versions
    ADD CONSTRAINT directus_versions_user_created_foreign FOREIGN KEY (user_created) REFERENCES public.directus_users(id) ON DELETE SET NULL;


--
-- Name: directus_versions directus_versions_user_updated_foreign; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.directus_versions
    ADD CONSTRAINT directus_versions_user_updated_foreign FOREIGN KEY (user_updated) REFERENCES public.directus_users(id);


--
