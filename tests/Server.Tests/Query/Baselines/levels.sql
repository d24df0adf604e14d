-- # flat

-- articles {"fields":["id","title","price","data","token"]}
/* pg */     select "t0"."id", "t0"."title", cast("t0"."price" as text), "t0"."data", case when "t0"."token" is not null then 1 end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id", "t0"."title", cast("t0"."price" as text), "t0"."data", case when "t0"."token" is not null then 1 end from "articles" t0 order by "t0"."id" limit ?1;

-- articles {}
/* pg */     select "t0"."id", "t0"."title", "t0"."secret", "t0"."pages", cast("t0"."price" as text), "t0"."author", case when "t0"."token" is not null then 1 end, "t0"."big", "t0"."ratio", "t0"."flag", "t0"."day", "t0"."hour", "t0"."moment", "t0"."stamp", "t0"."data", "t0"."labels", "t0"."ident", "t0"."parent", "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."place", "t0"."id") as rn from "article_tags" t0 where "t0"."article" = p.k order by "t0"."place", "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "blocks" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."parent" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "articles" t0 where "t0"."parent" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* sqlite */ select "t0"."id", "t0"."title", "t0"."secret", "t0"."pages", cast("t0"."price" as text), "t0"."author", case when "t0"."token" is not null then 1 end, "t0"."big", "t0"."ratio", "t0"."flag", "t0"."day", "t0"."hour", "t0"."moment", "t0"."stamp", "t0"."data", "t0"."labels", "t0"."ident", "t0"."parent", "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."place" nulls last, "t0"."id") as rn from "article_tags" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "blocks" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."parent" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."parent" order by "t0"."id") as rn from "articles" t0 where "t0"."parent" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;

-- # to one

-- articles {"fields":["title","author.name"]}
/* pg */     select "t0"."title", "t0"."author" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" = any($1);
/* sqlite */ select "t0"."title", "t0"."author" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" in (select value from json_each(?1));

-- articles {"fields":["parent.author.name"]}
/* pg */     select "t0"."parent" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select "t0"."id", "t0"."author" from "articles" t0 where "t0"."id" = any($1);
/* pg */     select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" = any($1);
/* sqlite */ select "t0"."parent" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."id", "t0"."author" from "articles" t0 where "t0"."id" in (select value from json_each(?1));
/* sqlite */ select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" in (select value from json_each(?1));

-- # to many: all, some, sorted, from a place on

-- articles {"fields":["id","comments.text"]}
/* pg */     select "t0"."id", "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* sqlite */ select "t0"."id", "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;

-- articles {"fields":["comments"]}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;

-- articles {"fields":["comments.text"],"deep":{"comments":{"_limit":-1}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select "t0"."article", "t0"."text" from "comments" t0 where "t0"."article" = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."article", "t0"."text" from "comments" t0 where "t0"."article" in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["comments.text"],"deep":{"comments":{"_limit":3,"_sort":["-text"],"_filter":{"text":{"_contains":"x"}}}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (order by "t0"."text" desc, "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k and "t0"."text" like $2 order by "t0"."text" desc, "t0"."id" limit 3) x order by x.rn;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (partition by "t0"."article" order by "t0"."text" desc nulls first, "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1)) and instr("t0"."text", ?2) > 0) x where x.rn <= 3 order by x.rn;

-- articles {"fields":["comments.text"],"deep":{"comments":{"_limit":3,"_offset":2}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 3 offset $2) x order by x.rn;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn > 2 and x.rn <= 5 order by x.rn;

-- articles {"fields":["comments.text"],"deep":{"comments":{"_limit":3,"_page":2}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 3 offset $2) x order by x.rn;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn > 3 and x.rn <= 6 order by x.rn;

-- articles {"fields":["comments.text"],"deep":{"comments":{"_limit":3,"_sort":["article.author.name"]}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (order by "t2"."name", "t0"."id") as rn from "comments" t0 left join "articles" t1 on "t1"."id" = "t0"."article" left join "authors" t2 on "t2"."id" = "t1"."author" where "t0"."article" = p.k order by "t2"."name", "t0"."id" limit 3) x order by x.rn;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."text" as c1, row_number() over (partition by "t0"."article" order by "t2"."name" nulls last, "t0"."id") as rn from "comments" t0 left join "articles" t1 on "t1"."id" = "t0"."article" left join "authors" t2 on "t2"."id" = "t1"."author" where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 3 order by x.rn;

-- # many to many

-- articles {"fields":["tags.tag.label"],"deep":{"tags":{"_limit":-1}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select "t0"."article", "t0"."tag" from "article_tags" t0 where "t0"."article" = any($1) order by "t0"."place", "t0"."id";
/* pg */     select "t0"."id", "t0"."label" from "tags" t0 where "t0"."id" = any($1);
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."article", "t0"."tag" from "article_tags" t0 where "t0"."article" in (select value from json_each(?1)) order by "t0"."place" nulls last, "t0"."id";
/* sqlite */ select "t0"."id", "t0"."label" from "tags" t0 where "t0"."id" in (select value from json_each(?1));

-- articles {"fields":["tags.tag.label"],"deep":{"tags":{"_limit":2}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."tag" as c1, row_number() over (order by "t0"."place", "t0"."id") as rn from "article_tags" t0 where "t0"."article" = p.k order by "t0"."place", "t0"."id" limit 2) x order by x.rn;
/* pg */     select "t0"."id", "t0"."label" from "tags" t0 where "t0"."id" = any($1);
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."tag" as c1, row_number() over (partition by "t0"."article" order by "t0"."place" nulls last, "t0"."id") as rn from "article_tags" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 2 order by x.rn;
/* sqlite */ select "t0"."id", "t0"."label" from "tags" t0 where "t0"."id" in (select value from json_each(?1));

-- # many to any

-- articles {"fields":["blocks.kind","blocks.item:authors.name","blocks.item:tags.label"],"deep":{"blocks":{"_limit":-1}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select "t0"."article", "t0"."kind", "t0"."item", "t0"."kind" from "blocks" t0 where "t0"."article" = any($1) order by "t0"."id";
/* pg */     select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" = any($1);
/* pg */     select "t0"."id", "t0"."label" from "tags" t0 where "t0"."id" = any($1);
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."article", "t0"."kind", "t0"."item", "t0"."kind" from "blocks" t0 where "t0"."article" in (select value from json_each(?1)) order by "t0"."id";
/* sqlite */ select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" in (select value from json_each(?1));
/* sqlite */ select "t0"."id", "t0"."label" from "tags" t0 where "t0"."id" in (select value from json_each(?1));

-- articles {"fields":["children.children.title"],"deep":{"children":{"_limit":-1,"children":{"_limit":1}}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select "t0"."parent", "t0"."id" from "articles" t0 where "t0"."parent" = any($1) order by "t0"."id";
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."parent" as c0, "t0"."title" as c1, row_number() over (order by "t0"."id") as rn from "articles" t0 where "t0"."parent" = p.k order by "t0"."id" limit 1) x order by x.rn;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."parent", "t0"."id" from "articles" t0 where "t0"."parent" in (select value from json_each(?1)) order by "t0"."id";
/* sqlite */ select x.c0, x.c1 from (select "t0"."parent" as c0, "t0"."title" as c1, row_number() over (partition by "t0"."parent" order by "t0"."id") as rn from "articles" t0 where "t0"."parent" in (select value from json_each(?1))) x where x.rn <= 1 order by x.rn;

-- articles {"fields":["comments"],"deep":{"comments":{"_aggregate":{"count":["id"],"max":["text"]},"_group":["text"],"_sort":["-count.id"],"_limit":3}}}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1, x.c2, x.c3 from (select "t0"."article" as c0, "t0"."text" as c1, cast(count("t0"."id") as text) as c2, max("t0"."text") as c3, row_number() over (partition by "t0"."article" order by count("t0"."id") desc) as rn from "comments" t0 where "t0"."article" = any($1) group by "t0"."article", "t0"."text") x where x.rn <= 3 order by x.rn;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1, x.c2, x.c3 from (select "t0"."article" as c0, "t0"."text" as c1, cast(count("t0"."id") as text) as c2, max("t0"."text") as c3, row_number() over (partition by "t0"."article" order by count("t0"."id") desc nulls first) as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1)) group by "t0"."article", "t0"."text") x where x.rn <= 3 order by x.rn;

-- authors {"fields":["articles.title"],"deep":{"articles":{"_aggregate":{"count":["*"]},"_filter":{"pages":{"_gt":3}},"_limit":-1}}}
/* pg */     select "t0"."id" from "authors" t0 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1 from (select "t0"."author" as c0, cast(count(*) as text) as c1, row_number() over (partition by "t0"."author") as rn from "articles" t0 where "t0"."author" = any($1) and "t0"."pages" > $2 group by "t0"."author") x where x.rn > 0 order by x.rn;
/* sqlite */ select "t0"."id" from "authors" t0 order by "t0"."id" limit ?1;
/* sqlite */ select x.c0, x.c1 from (select "t0"."author" as c0, cast(count(*) as text) as c1, row_number() over (partition by "t0"."author") as rn from "articles" t0 where "t0"."author" in (select value from json_each(?1)) and "t0"."pages" > ?2 group by "t0"."author") x where x.rn > 0 order by x.rn;

-- reader authors {"fields":["articles"],"deep":{"articles":{"_aggregate":{"max":["pages"]},"_group":["title"]}}}
/* pg */     select "t0"."id" from "authors" t0 where "t0"."name" <> $1 order by "t0"."id" limit 100;
/* pg */     select x.c0, x.c1, x.c2 from (select "t0"."author" as c0, case when "t0"."price" >= $1 then "t0"."title" end as c1, max(case when "t0"."price" < $1 then "t0"."pages" end) as c2, row_number() over (partition by "t0"."author" order by case when "t0"."price" >= $1 then "t0"."title" end) as rn from "articles" t0 where "t0"."author" = any($2) and "t0"."price" >= $1 group by "t0"."author", case when "t0"."price" >= $1 then "t0"."title" end) x where x.rn <= 100 order by x.rn;
/* sqlite */ select "t0"."id" from "authors" t0 where "t0"."name" <> ?1 order by "t0"."id" limit ?2;
/* sqlite */ select x.c0, x.c1, x.c2 from (select "t0"."author" as c0, case when "t0"."price" >= ?1 then "t0"."title" end as c1, max(case when typeof(case when "t0"."price" < ?1 then "t0"."pages" end) = 'integer' and case when "t0"."price" < ?1 then "t0"."pages" end between -2147483648 and 2147483647 then case when "t0"."price" < ?1 then "t0"."pages" end end) as c2, row_number() over (partition by "t0"."author" order by case when "t0"."price" >= ?1 then "t0"."title" end nulls last) as rn from "articles" t0 where "t0"."author" in (select value from json_each(?2)) and "t0"."price" >= ?1 group by "t0"."author", case when "t0"."price" >= ?1 then "t0"."title" end) x where x.rn <= 100 order by x.rn;

-- articles {"fields":["author.articles.id","*.*"],"limit":1}
/* pg */     select "t0"."author", "t0"."id", "t0"."title", "t0"."secret", "t0"."pages", cast("t0"."price" as text), case when "t0"."token" is not null then 1 end, "t0"."big", "t0"."ratio", "t0"."flag", "t0"."day", "t0"."hour", "t0"."moment", "t0"."stamp", "t0"."data", "t0"."labels", "t0"."ident", "t0"."parent", "t0"."id" from "articles" t0 order by "t0"."id" limit 1;
/* pg */     select "t0"."id", "t0"."id", "t0"."name", st_asgeojson("t0"."home", 15, 0), "t0"."id" from "authors" t0 where "t0"."id" = any($1);
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."author" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "articles" t0 where "t0"."author" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select "t0"."id", "t0"."id", "t0"."title", "t0"."secret", "t0"."pages", cast("t0"."price" as text), "t0"."author", case when "t0"."token" is not null then 1 end, "t0"."big", "t0"."ratio", "t0"."flag", "t0"."day", "t0"."hour", "t0"."moment", "t0"."stamp", "t0"."data", "t0"."labels", "t0"."ident", "t0"."parent", "t0"."id" from "articles" t0 where "t0"."id" = any($1);
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."place", "t0"."id") as rn from "article_tags" t0 where "t0"."article" = p.k order by "t0"."place", "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "blocks" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."parent" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "articles" t0 where "t0"."parent" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1, x.c2, x.c3 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, "t0"."text" as c2, "t0"."article" as c3, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1, x.c2, x.c3, x.c4 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, "t0"."article" as c2, "t0"."tag" as c3, "t0"."place" as c4, row_number() over (order by "t0"."place", "t0"."id") as rn from "article_tags" t0 where "t0"."article" = p.k order by "t0"."place", "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1, x.c2, x.c3, x.c4 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, "t0"."article" as c2, "t0"."kind" as c3, "t0"."item" as c4, row_number() over (order by "t0"."id") as rn from "blocks" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1, x.c2, x.c3, x.c4, x.c5, x.c6, x.c7, x.c8, x.c9, x.c10, x.c11, x.c12, x.c13, x.c14, x.c15, x.c16, x.c17, x.c18, x.c19 from unnest($1) as p(k) cross join lateral (select "t0"."parent" as c0, "t0"."id" as c1, "t0"."title" as c2, "t0"."secret" as c3, "t0"."pages" as c4, cast("t0"."price" as text) as c5, "t0"."author" as c6, case when "t0"."token" is not null then 1 end as c7, "t0"."big" as c8, "t0"."ratio" as c9, "t0"."flag" as c10, "t0"."day" as c11, "t0"."hour" as c12, "t0"."moment" as c13, "t0"."stamp" as c14, "t0"."data" as c15, "t0"."labels" as c16, "t0"."ident" as c17, "t0"."parent" as c18, "t0"."id" as c19, row_number() over (order by "t0"."id") as rn from "articles" t0 where "t0"."parent" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "comments" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."place", "t0"."id") as rn from "article_tags" t0 where "t0"."article" = p.k order by "t0"."place", "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "blocks" t0 where "t0"."article" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* pg */     select x.c0, x.c1 from unnest($1) as p(k) cross join lateral (select "t0"."parent" as c0, "t0"."id" as c1, row_number() over (order by "t0"."id") as rn from "articles" t0 where "t0"."parent" = p.k order by "t0"."id" limit 100) x order by x.rn;
/* sqlite */ select "t0"."author", "t0"."id", "t0"."title", "t0"."secret", "t0"."pages", cast("t0"."price" as text), case when "t0"."token" is not null then 1 end, "t0"."big", "t0"."ratio", "t0"."flag", "t0"."day", "t0"."hour", "t0"."moment", "t0"."stamp", "t0"."data", "t0"."labels", "t0"."ident", "t0"."parent", "t0"."id" from "articles" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."id", "t0"."id", "t0"."name", "t0"."home", "t0"."id" from "authors" t0 where "t0"."id" in (select value from json_each(?1));
/* sqlite */ select x.c0, x.c1 from (select "t0"."author" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."author" order by "t0"."id") as rn from "articles" t0 where "t0"."author" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select "t0"."id", "t0"."id", "t0"."title", "t0"."secret", "t0"."pages", cast("t0"."price" as text), "t0"."author", case when "t0"."token" is not null then 1 end, "t0"."big", "t0"."ratio", "t0"."flag", "t0"."day", "t0"."hour", "t0"."moment", "t0"."stamp", "t0"."data", "t0"."labels", "t0"."ident", "t0"."parent", "t0"."id" from "articles" t0 where "t0"."id" in (select value from json_each(?1));
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."place" nulls last, "t0"."id") as rn from "article_tags" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "blocks" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."parent" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."parent" order by "t0"."id") as rn from "articles" t0 where "t0"."parent" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1, x.c2, x.c3 from (select "t0"."article" as c0, "t0"."id" as c1, "t0"."text" as c2, "t0"."article" as c3, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1, x.c2, x.c3, x.c4 from (select "t0"."article" as c0, "t0"."id" as c1, "t0"."article" as c2, "t0"."tag" as c3, "t0"."place" as c4, row_number() over (partition by "t0"."article" order by "t0"."place" nulls last, "t0"."id") as rn from "article_tags" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1, x.c2, x.c3, x.c4 from (select "t0"."article" as c0, "t0"."id" as c1, "t0"."article" as c2, "t0"."kind" as c3, "t0"."item" as c4, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "blocks" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1, x.c2, x.c3, x.c4, x.c5, x.c6, x.c7, x.c8, x.c9, x.c10, x.c11, x.c12, x.c13, x.c14, x.c15, x.c16, x.c17, x.c18, x.c19 from (select "t0"."parent" as c0, "t0"."id" as c1, "t0"."title" as c2, "t0"."secret" as c3, "t0"."pages" as c4, cast("t0"."price" as text) as c5, "t0"."author" as c6, case when "t0"."token" is not null then 1 end as c7, "t0"."big" as c8, "t0"."ratio" as c9, "t0"."flag" as c10, "t0"."day" as c11, "t0"."hour" as c12, "t0"."moment" as c13, "t0"."stamp" as c14, "t0"."data" as c15, "t0"."labels" as c16, "t0"."ident" as c17, "t0"."parent" as c18, "t0"."id" as c19, row_number() over (partition by "t0"."parent" order by "t0"."id") as rn from "articles" t0 where "t0"."parent" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "comments" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."place" nulls last, "t0"."id") as rn from "article_tags" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."article" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."article" order by "t0"."id") as rn from "blocks" t0 where "t0"."article" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;
/* sqlite */ select x.c0, x.c1 from (select "t0"."parent" as c0, "t0"."id" as c1, row_number() over (partition by "t0"."parent" order by "t0"."id") as rn from "articles" t0 where "t0"."parent" in (select value from json_each(?1))) x where x.rn <= 100 order by x.rn;

-- blocks {"fields":["item.id","item:authors.name"]}
/* pg */     select "t0"."item", "t0"."kind" from "blocks" t0 order by "t0"."id" limit 100;
/* pg */     select "t0"."id", "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" = any($1);
/* pg */     select "t0"."id", "t0"."id" from "tags" t0 where "t0"."id" = any($1);
/* sqlite */ select "t0"."item", "t0"."kind" from "blocks" t0 order by "t0"."id" limit ?1;
/* sqlite */ select "t0"."id", "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" in (select value from json_each(?1));
/* sqlite */ select "t0"."id", "t0"."id" from "tags" t0 where "t0"."id" in (select value from json_each(?1));
