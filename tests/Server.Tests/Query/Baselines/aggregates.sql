-- articles {"aggregate":{"count":["*"]}}
/* pg */     select cast(count(*) as text) from "articles" t0 limit 100;
/* sqlite */ select cast(count(*) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"countAll":["*"]}}
/* pg */     select cast(count(*) as text) from "articles" t0 limit 100;
/* sqlite */ select cast(count(*) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"count":["title"]}}
/* pg */     select cast(count("t0"."title") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(count("t0"."title") as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"countDistinct":["title"]}}
/* pg */     select cast(count(distinct "t0"."title") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(count(distinct "t0"."title") as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"sum":["pages"]}}
/* pg */     select cast(sum("t0"."pages") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(sum(case when typeof("t0"."pages") = 'integer' and "t0"."pages" between -2147483648 and 2147483647 then "t0"."pages" end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"sum":["big"]}}
/* pg */     select cast(sum("t0"."big") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(directus_sum(case when typeof("t0"."big") = 'integer' then "t0"."big" end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"sum":["price"]}}
/* pg */     select cast(sum("t0"."price") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(directus_sum(case when typeof("t0"."price") in ('integer', 'real') and "t0"."price" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."price" end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"sum":["ratio"]}}
/* pg */     select sum("t0"."ratio") from "articles" t0 limit 100;
/* sqlite */ select sum(case when typeof("t0"."ratio") in ('integer', 'real') and "t0"."ratio" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."ratio" end) from "articles" t0 limit ?1;

-- articles {"aggregate":{"sumDistinct":["price"]}}
/* pg */     select cast(sum(distinct "t0"."price") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(directus_sum(distinct case when typeof("t0"."price") in ('integer', 'real') and "t0"."price" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."price" end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"avg":["pages"]}}
/* pg */     select cast(avg("t0"."pages") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(directus_avg(case when typeof("t0"."pages") = 'integer' and "t0"."pages" between -2147483648 and 2147483647 then "t0"."pages" end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"avg":["price"]}}
/* pg */     select cast(avg("t0"."price") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(directus_avg(case when typeof("t0"."price") in ('integer', 'real') and "t0"."price" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."price" end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"avgDistinct":["ratio"]}}
/* pg */     select avg(distinct "t0"."ratio") from "articles" t0 limit 100;
/* sqlite */ select avg(distinct case when typeof("t0"."ratio") in ('integer', 'real') and "t0"."ratio" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."ratio" end) from "articles" t0 limit ?1;

-- articles {"aggregate":{"min":["price"]}}
/* pg */     select cast(min("t0"."price") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(min(case when typeof("t0"."price") in ('integer', 'real') and "t0"."price" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."price" end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"max":["stamp"]}}
/* pg */     select max("t0"."stamp") from "articles" t0 limit 100;
/* sqlite */ select max("t0"."stamp") from "articles" t0 limit ?1;

-- articles {"aggregate":{"min":["ident"]}}
/* pg */     select min(cast("t0"."ident" as text)) from "articles" t0 limit 100;
/* sqlite */ select min(cast("t0"."ident" as text)) from "articles" t0 limit ?1;

-- articles {"aggregate":{"count":["token"]}}
/* pg */     select cast(count("t0"."token") as text) from "articles" t0 limit 100;
/* sqlite */ select cast(count("t0"."token") as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"countDistinct":["token"]}}
/* pg */     select cast(count(distinct case when "t0"."token" is not null then 1 end) as text) from "articles" t0 limit 100;
/* sqlite */ select cast(count(distinct case when "t0"."token" is not null then 1 end) as text) from "articles" t0 limit ?1;

-- articles {"aggregate":{"max":["token"]}}
/* pg */     select max(case when "t0"."token" is not null then 1 end) from "articles" t0 limit 100;
/* sqlite */ select max(case when "t0"."token" is not null then 1 end) from "articles" t0 limit ?1;

-- articles {"aggregate":{"count":["*"],"sum":["price"]},"groupBy":["flag","author"]}
/* pg */     select "t0"."flag", "t0"."author", cast(count(*) as text), cast(sum("t0"."price") as text) from "articles" t0 group by "t0"."flag", "t0"."author" order by "t0"."flag", "t0"."author" limit 100;
/* sqlite */ select "t0"."flag", "t0"."author", cast(count(*) as text), cast(directus_sum(case when typeof("t0"."price") in ('integer', 'real') and "t0"."price" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."price" end) as text) from "articles" t0 group by "t0"."flag", "t0"."author" order by "t0"."flag" nulls last, "t0"."author" nulls last limit ?1;

-- articles {"aggregate":{"count":["*"],"sum":["price"]},"groupBy":["author"],"sort":["-sum.price","author"],"limit":5,"offset":2,"filter":{"author":{"name":{"_neq":"x"}}},"search":"a"}
/* pg */     select "t0"."author", cast(count(*) as text), cast(sum("t0"."price") as text) from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where ("t1"."name" <> $1 and ("t0"."title" ilike $2 or "t0"."secret" ilike $2)) group by "t0"."author" order by sum("t0"."price") desc, "t0"."author" limit 5 offset $3;
/* sqlite */ select "t0"."author", cast(count(*) as text), cast(directus_sum(case when typeof("t0"."price") in ('integer', 'real') and "t0"."price" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."price" end) as text) from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where ("t1"."name" <> ?1 and (instr(directus_fold("t0"."title"), ?2) > 0 or instr(directus_fold("t0"."secret"), ?2) > 0)) group by "t0"."author" order by cast(directus_sum(case when typeof("t0"."price") in ('integer', 'real') and "t0"."price" between -1.7976931348623157e308 and 1.7976931348623157e308 then "t0"."price" end) as numeric) desc nulls first, "t0"."author" nulls last limit ?3 offset ?4;
