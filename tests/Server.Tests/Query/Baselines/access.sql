-- # the rows and fields of a reader, on every level

-- reader articles {"fields":["id","title","pages"]}
/* pg */     select "t0"."id", case when "t0"."price" >= $1 then "t0"."title" end, case when "t0"."price" < $2 then "t0"."pages" end from "articles" t0 where ("t0"."price" < $3 or "t0"."price" >= $4) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id", case when "t0"."price" >= ?1 then "t0"."title" end, case when "t0"."price" < ?2 then "t0"."pages" end from "articles" t0 where ("t0"."price" < ?3 or "t0"."price" >= ?4) order by "t0"."id" limit ?5;

-- reader articles {"fields":["title","author.name"]}
/* pg */     select case when "t0"."price" >= $1 then "t0"."title" end, "t0"."author" from "articles" t0 where ("t0"."price" < $2 or "t0"."price" >= $3) order by "t0"."id" limit 100;
/* pg */     select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" = any($1) and "t0"."name" <> $2;
/* sqlite */ select case when "t0"."price" >= ?1 then "t0"."title" end, "t0"."author" from "articles" t0 where ("t0"."price" < ?2 or "t0"."price" >= ?3) order by "t0"."id" limit ?4;
/* sqlite */ select "t0"."id", "t0"."name" from "authors" t0 where "t0"."id" in (select value from json_each(?1)) and "t0"."name" <> ?2;

-- reader articles {"fields":["id","comments.text"],"deep":{"comments":{"_limit":-1}}}
/* pg */     select "t0"."id", case when "t0"."price" >= $1 then "t0"."id" end from "articles" t0 where ("t0"."price" < $2 or "t0"."price" >= $3) order by "t0"."id" limit 100;
/* pg */     select "t0"."article", "t0"."text" from "comments" t0 left join "articles" t1 on "t1"."id" = "t0"."article" left join "authors" t2 on "t2"."id" = "t1"."author" where "t0"."article" = any($1) and "t2"."name" = $2 order by "t0"."id";
/* sqlite */ select "t0"."id", case when "t0"."price" >= ?1 then "t0"."id" end from "articles" t0 where ("t0"."price" < ?2 or "t0"."price" >= ?3) order by "t0"."id" limit ?4;
/* sqlite */ select "t0"."article", "t0"."text" from "comments" t0 left join "articles" t1 on "t1"."id" = "t0"."article" left join "authors" t2 on "t2"."id" = "t1"."author" where "t0"."article" in (select value from json_each(?1)) and "t2"."name" = ?2 order by "t0"."id";

-- reader articles {"fields":["id","tags"],"deep":{"tags":{"_limit":-1}}}
/* pg */     select "t0"."id", case when "t0"."price" < $1 then "t0"."id" end from "articles" t0 where ("t0"."price" < $2 or "t0"."price" >= $3) order by "t0"."id" limit 100;
/* pg */     select "t0"."article", "t0"."id" from "article_tags" t0 where "t0"."article" = any($1) order by "t0"."place", "t0"."id";
/* sqlite */ select "t0"."id", case when "t0"."price" < ?1 then "t0"."id" end from "articles" t0 where ("t0"."price" < ?2 or "t0"."price" >= ?3) order by "t0"."id" limit ?4;
/* sqlite */ select "t0"."article", "t0"."id" from "article_tags" t0 where "t0"."article" in (select value from json_each(?1)) order by "t0"."place" nulls last, "t0"."id";

-- reader articles {"fields":["id"],"filter":{"title":{"_eq":"x"}}}
/* pg */     select "t0"."id" from "articles" t0 where (("t0"."price" < $1 or "t0"."price" >= $2) and case when "t0"."price" >= $3 then "t0"."title" end = $4) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where (("t0"."price" < ?1 or "t0"."price" >= ?2) and case when "t0"."price" >= ?3 then "t0"."title" end = ?4) order by "t0"."id" limit ?5;

-- reader articles {"fields":["id"],"filter":{"author":{"name":{"_eq":"Ada"}}},"sort":["author.name"]}
/* pg */     select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" and "t1"."name" <> $1 where (("t0"."price" < $2 or "t0"."price" >= $3) and "t1"."name" = $4) order by "t1"."name", "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" and "t1"."name" <> ?1 where (("t0"."price" < ?2 or "t0"."price" >= ?3) and "t1"."name" = ?4) order by "t1"."name" nulls last, "t0"."id" limit ?5;

-- reader articles {"fields":["id"],"filter":{"comments":{"_none":{"text":{"_eq":"x"}}}}}
/* pg */     select "t0"."id" from "articles" t0 where (("t0"."price" < $1 or "t0"."price" >= $2) and not (exists (select 1 from "comments" t1 left join "articles" t2 on "t2"."id" = "t1"."article" left join "authors" t3 on "t3"."id" = "t2"."author" where "t1"."article" = case when "t0"."price" >= $3 then "t0"."id" end and ("t3"."name" = $4 and "t1"."text" = $5)))) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where (("t0"."price" < ?1 or "t0"."price" >= ?2) and not (exists (select 1 from "comments" t1 left join "articles" t2 on "t2"."id" = "t1"."article" left join "authors" t3 on "t3"."id" = "t2"."author" where "t1"."article" = case when "t0"."price" >= ?3 then "t0"."id" end and ("t3"."name" = ?4 and "t1"."text" = ?5)))) order by "t0"."id" limit ?6;

-- reader articles {"fields":["count(comments)"]}
/* pg */     select case when "t0"."price" >= $1 then (select count(*) from "comments" t1 left join "articles" t2 on "t2"."id" = "t1"."article" left join "authors" t3 on "t3"."id" = "t2"."author" where "t1"."article" = "t0"."id" and "t3"."name" = $2) end from "articles" t0 where "t0"."price" >= $3 order by "t0"."id" limit 100;
/* sqlite */ select case when "t0"."price" >= ?1 then (select count(*) from "comments" t1 left join "articles" t2 on "t2"."id" = "t1"."article" left join "authors" t3 on "t3"."id" = "t2"."author" where "t1"."article" = "t0"."id" and "t3"."name" = ?2) end from "articles" t0 where "t0"."price" >= ?3 order by "t0"."id" limit ?4;

-- reader articles {"fields":["id"],"search":"x"}
/* pg */     select "t0"."id" from "articles" t0 where (("t0"."price" < $1 or "t0"."price" >= $2) and case when "t0"."price" >= $3 then "t0"."title" end ilike $4) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where (("t0"."price" < ?1 or "t0"."price" >= ?2) and instr(directus_fold(case when "t0"."price" >= ?3 then "t0"."title" end), ?4) > 0) order by "t0"."id" limit ?5;

-- reader articles {"aggregate":{"count":["*"],"max":["pages"]},"groupBy":["title"],"limit":-1}
/* pg */     select case when "t0"."price" >= $1 then "t0"."title" end, cast(count(*) as text), max(case when "t0"."price" < $1 then "t0"."pages" end) from "articles" t0 where "t0"."price" >= $1 group by case when "t0"."price" >= $1 then "t0"."title" end order by case when "t0"."price" >= $1 then "t0"."title" end;
/* sqlite */ select case when "t0"."price" >= ?1 then "t0"."title" end, cast(count(*) as text), max(case when typeof(case when "t0"."price" < ?1 then "t0"."pages" end) = 'integer' and case when "t0"."price" < ?1 then "t0"."pages" end between -2147483648 and 2147483647 then case when "t0"."price" < ?1 then "t0"."pages" end end) from "articles" t0 where "t0"."price" >= ?1 group by case when "t0"."price" >= ?1 then "t0"."title" end order by case when "t0"."price" >= ?1 then "t0"."title" end nulls last;

-- reader comments {"fields":["text"]}
/* pg */     select "t0"."text" from "comments" t0 left join "articles" t1 on "t1"."id" = "t0"."article" left join "authors" t2 on "t2"."id" = "t1"."author" where "t2"."name" = $1 order by "t0"."id" limit 100;
/* sqlite */ select "t0"."text" from "comments" t0 left join "articles" t1 on "t1"."id" = "t0"."article" left join "authors" t2 on "t2"."id" = "t1"."author" where "t2"."name" = ?1 order by "t0"."id" limit ?2;

-- reader authors {"fields":["id"],"filter":{"articles":{"_some":{"pages":{"_gt":1}}}}}
/* pg */     select "t0"."id" from "authors" t0 where ("t0"."name" <> $1 and exists (select 1 from "articles" t1 where "t1"."author" = "t0"."id" and (("t1"."price" < $2 or "t1"."price" >= $3) and case when "t1"."price" < $4 then "t1"."pages" end > $5))) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "authors" t0 where ("t0"."name" <> ?1 and exists (select 1 from "articles" t1 where "t1"."author" = "t0"."id" and (("t1"."price" < ?2 or "t1"."price" >= ?3) and case when "t1"."price" < ?4 then "t1"."pages" end > ?5))) order by "t0"."id" limit ?6;

-- reader articles {"fields":["id"],"meta":["total_count","filter_count"],"filter":{"title":{"_eq":"x"}}}
/* pg */     select count(*) from "articles" t0 where ("t0"."price" < $1 or "t0"."price" >= $2);
/* pg */     select count(*) from "articles" t0 where (("t0"."price" < $1 or "t0"."price" >= $2) and case when "t0"."price" >= $3 then "t0"."title" end = $4);
/* pg */     select "t0"."id" from "articles" t0 where (("t0"."price" < $1 or "t0"."price" >= $2) and case when "t0"."price" >= $3 then "t0"."title" end = $4) order by "t0"."id" limit 100;
/* sqlite */ select count(*) from "articles" t0 where ("t0"."price" < ?1 or "t0"."price" >= ?2);
/* sqlite */ select count(*) from "articles" t0 where (("t0"."price" < ?1 or "t0"."price" >= ?2) and case when "t0"."price" >= ?3 then "t0"."title" end = ?4);
/* sqlite */ select "t0"."id" from "articles" t0 where (("t0"."price" < ?1 or "t0"."price" >= ?2) and case when "t0"."price" >= ?3 then "t0"."title" end = ?4) order by "t0"."id" limit ?5;
