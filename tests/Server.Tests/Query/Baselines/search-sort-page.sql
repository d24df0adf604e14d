-- articles {"fields":["id"],"search":"a"}
/* pg */     select "t0"."id" from "articles" t0 where ("t0"."title" ilike $1 or "t0"."secret" ilike $2) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where (instr(directus_fold("t0"."title"), ?1) > 0 or instr(directus_fold("t0"."secret"), ?2) > 0) order by "t0"."id" limit ?3;

-- articles {"fields":["id"],"search":"12"}
/* pg */     select "t0"."id" from "articles" t0 where (("t0"."id" = $1 or "t0"."title" ilike $2 or "t0"."secret" ilike $3 or "t0"."pages" = $4) or (("t0"."price" = $5 or "t0"."author" = $6) or ("t0"."big" = $7 or "t0"."ratio" = $8 or "t0"."parent" = $9))) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where (("t0"."id" = ?1 or instr(directus_fold("t0"."title"), ?2) > 0 or instr(directus_fold("t0"."secret"), ?3) > 0 or "t0"."pages" = ?4) or (("t0"."price" = ?5 or "t0"."author" = ?6) or ("t0"."big" = ?7 or "t0"."ratio" = ?8 or "t0"."parent" = ?9))) order by "t0"."id" limit ?10;

-- articles {"fields":["id"],"search":"1f000000-0001-4000-8000-000000000001"}
/* pg */     select "t0"."id" from "articles" t0 where ("t0"."title" ilike $1 or "t0"."secret" ilike $2 or "t0"."ident" = $3) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where (instr(directus_fold("t0"."title"), ?1) > 0 or instr(directus_fold("t0"."secret"), ?2) > 0 or "t0"."ident" = ?3) order by "t0"."id" limit ?4;

-- articles {"fields":["id"],"sort":["title","-price","author.name","-parent.author.name"]}
/* pg */     select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" left join "articles" t2 on "t2"."id" = "t0"."parent" left join "authors" t3 on "t3"."id" = "t2"."author" order by "t0"."title", "t0"."price" desc, "t1"."name", "t3"."name" desc, "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" left join "articles" t2 on "t2"."id" = "t0"."parent" left join "authors" t3 on "t3"."id" = "t2"."author" order by "t0"."title" nulls last, "t0"."price" desc nulls first, "t1"."name" nulls last, "t3"."name" desc nulls first, "t0"."id" limit ?1;

-- articles {"fields":["id"],"limit":10,"offset":20}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 10 offset $1;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1 offset ?2;

-- articles {"fields":["id"],"limit":10,"page":3}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" limit 10 offset $1;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1 offset ?2;

-- articles {"fields":["id"],"offset":5,"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 order by "t0"."id" offset $1;
/* sqlite */ select "t0"."id" from "articles" t0 order by "t0"."id" limit ?1 offset ?2;

-- articles {"fields":["id"],"meta":["total_count","filter_count"],"filter":{"author":{"name":{"_eq":"Ada"}}}}
/* pg */     select count(*) from "articles" t0;
/* pg */     select count(*) from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = $1;
/* pg */     select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = $1 order by "t0"."id" limit 100;
/* sqlite */ select count(*) from "articles" t0;
/* sqlite */ select count(*) from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = ?1;
/* sqlite */ select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = ?1 order by "t0"."id" limit ?2;

-- articles {"fields":["id"],"sort":["tags.tag.label","-comments","-children.author.name"]}
/* pg */     select "t0"."id" from "articles" t0 order by (select "t2"."label" from "article_tags" t1 left join "tags" t2 on "t2"."id" = "t1"."tag" where "t1"."article" = "t0"."id" order by "t2"."label" limit 1), (select "t3"."id" from "comments" t3 where "t3"."article" = "t0"."id" order by "t3"."id" desc limit 1) desc, (select "t5"."name" from "articles" t4 left join "authors" t5 on "t5"."id" = "t4"."author" where "t4"."parent" = "t0"."id" order by "t5"."name" desc limit 1) desc, "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 order by (select "t2"."label" from "article_tags" t1 left join "tags" t2 on "t2"."id" = "t1"."tag" where "t1"."article" = "t0"."id" order by "t2"."label" nulls last limit ?1) nulls last, (select "t3"."id" from "comments" t3 where "t3"."article" = "t0"."id" order by "t3"."id" desc limit ?2) desc nulls first, (select "t5"."name" from "articles" t4 left join "authors" t5 on "t5"."id" = "t4"."author" where "t4"."parent" = "t0"."id" order by "t5"."name" desc nulls first limit ?3) desc nulls first, "t0"."id" limit ?4;

-- blocks {"fields":["id"],"sort":["-item:authors.name"]}
/* pg */     select "t0"."id" from "blocks" t0 order by case when "t0"."kind" = $1 then (select "t1"."name" from "authors" t1 where cast("t1"."id" as text) = "t0"."item" order by "t1"."name" desc limit 1) end desc, "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "blocks" t0 order by case when "t0"."kind" = ?1 then (select "t1"."name" from "authors" t1 where cast("t1"."id" as text) = "t0"."item" order by "t1"."name" desc nulls first limit ?2) end desc nulls first, "t0"."id" limit ?3;

-- reader articles {"fields":["id"],"sort":["comments.text"]}
/* pg */     select "t0"."id" from "articles" t0 where ("t0"."price" < $1 or "t0"."price" >= $2) order by case when "t0"."price" >= $3 then (select "t1"."text" from "comments" t1 left join "articles" t2 on "t2"."id" = "t1"."article" left join "authors" t3 on "t3"."id" = "t2"."author" where "t1"."article" = "t0"."id" and "t3"."name" = $4 order by "t1"."text" limit 1) end, "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where ("t0"."price" < ?1 or "t0"."price" >= ?2) order by case when "t0"."price" >= ?3 then (select "t1"."text" from "comments" t1 left join "articles" t2 on "t2"."id" = "t1"."article" left join "authors" t3 on "t3"."id" = "t2"."author" where "t1"."article" = "t0"."id" and "t3"."name" = ?4 order by "t1"."text" nulls last limit ?5) end nulls last, "t0"."id" limit ?6;
