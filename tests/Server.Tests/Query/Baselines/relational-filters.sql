-- # to one: joined once

-- articles {"fields":["id"],"filter":{"author":{"name":{"_eq":"Ada"}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"author":{"_eq":1}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."author" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."author" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"author":{"_null":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."author" is null order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."author" is null order by "t0"."id";

-- articles {"fields":["id"],"filter":{"parent":{"parent":{"title":{"_eq":"x"}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 left join "articles" t1 on "t1"."id" = "t0"."parent" left join "articles" t2 on "t2"."id" = "t1"."parent" where "t2"."title" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 left join "articles" t1 on "t1"."id" = "t0"."parent" left join "articles" t2 on "t2"."id" = "t1"."parent" where "t2"."title" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"author":{"name":{"_eq":"Ada"}}},"limit":-1,"sort":["-author.name"]}
/* pg */     select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = $1 order by "t1"."name" desc, "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where "t1"."name" = ?1 order by "t1"."name" desc nulls first, "t0"."id";

-- # to many: looked for

-- articles {"fields":["id"],"filter":{"comments":{"_some":{"text":{"_eq":"x"}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"comments":{"_none":{"text":{"_eq":"x"}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not (exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = $1)) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = ?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"comments":{"text":{"_eq":"x"}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"comments":{"_null":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not (exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id")) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id")) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"comments":{"_nnull":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id") order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id") order by "t0"."id";

-- articles {"fields":["id"],"filter":{"author":{"articles":{"_some":{"title":{"_eq":"x"}}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where exists (select 1 from "articles" t2 where "t2"."author" = "t1"."id" and "t2"."title" = $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where exists (select 1 from "articles" t2 where "t2"."author" = "t1"."id" and "t2"."title" = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"children":{"_some":{"comments":{"_none":{"text":{"_eq":"x"}}}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "articles" t1 where "t1"."parent" = "t0"."id" and not (exists (select 1 from "comments" t2 where "t2"."article" = "t1"."id" and "t2"."text" = $1))) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "articles" t1 where "t1"."parent" = "t0"."id" and not (exists (select 1 from "comments" t2 where "t2"."article" = "t1"."id" and "t2"."text" = ?1))) order by "t0"."id";

-- # many to many, through the junction

-- articles {"fields":["id"],"filter":{"tags":{"_some":{"tag":{"label":{"_eq":"red"}}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "article_tags" t1 left join "tags" t2 on "t2"."id" = "t1"."tag" where "t1"."article" = "t0"."id" and "t2"."label" = $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "article_tags" t1 left join "tags" t2 on "t2"."id" = "t1"."tag" where "t1"."article" = "t0"."id" and "t2"."label" = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"tags":{"_none":{"tag":{"label":{"_eq":"red"}}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not (exists (select 1 from "article_tags" t1 left join "tags" t2 on "t2"."id" = "t1"."tag" where "t1"."article" = "t0"."id" and "t2"."label" = $1)) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (exists (select 1 from "article_tags" t1 left join "tags" t2 on "t2"."id" = "t1"."tag" where "t1"."article" = "t0"."id" and "t2"."label" = ?1)) order by "t0"."id";

-- # many to any

-- articles {"fields":["id"],"filter":{"blocks":{"item:authors":{"name":{"_eq":"Ada"}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "blocks" t1 where "t1"."article" = "t0"."id" and exists (select 1 from "authors" t2 where cast("t2"."id" as text) = "t1"."item" and ("t1"."kind" = $1 and "t2"."name" = $2))) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "blocks" t1 where "t1"."article" = "t0"."id" and exists (select 1 from "authors" t2 where cast("t2"."id" as text) = "t1"."item" and ("t1"."kind" = ?1 and "t2"."name" = ?2))) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"blocks":{"_none":{"item:tags":{"label":{"_eq":"red"}}}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not (exists (select 1 from "blocks" t1 where "t1"."article" = "t0"."id" and exists (select 1 from "tags" t2 where cast("t2"."id" as text) = "t1"."item" and ("t1"."kind" = $1 and "t2"."label" = $2)))) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (exists (select 1 from "blocks" t1 where "t1"."article" = "t0"."id" and exists (select 1 from "tags" t2 where cast("t2"."id" as text) = "t1"."item" and ("t1"."kind" = ?1 and "t2"."label" = ?2)))) order by "t0"."id";

-- blocks {"fields":["id"],"filter":{"item:authors":{"name":{"_eq":"Ada"}}},"limit":-1}
/* pg */     select "t0"."id" from "blocks" t0 where exists (select 1 from "authors" t1 where cast("t1"."id" as text) = "t0"."item" and ("t0"."kind" = $1 and "t1"."name" = $2)) order by "t0"."id";
/* sqlite */ select "t0"."id" from "blocks" t0 where exists (select 1 from "authors" t1 where cast("t1"."id" as text) = "t0"."item" and ("t0"."kind" = ?1 and "t1"."name" = ?2)) order by "t0"."id";

-- # back along a relation without a field

-- articles {"fields":["id"],"filter":{"$FOLLOW(comments,article)":{"text":{"_eq":"x"}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."text" = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"comments":{"_in":[1,2]}}}
/* pg */     select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."id" = any($1)) order by "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 where exists (select 1 from "comments" t1 where "t1"."article" = "t0"."id" and "t1"."id" in (select value from json_each(?1))) order by "t0"."id" limit ?2;
