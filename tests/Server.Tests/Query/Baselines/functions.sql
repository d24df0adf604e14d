-- # in fields

-- articles {"fields":["year(day)"]}
/* pg */     select case when isfinite("t0"."day") then cast(extract(year from "t0"."day") as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%Y', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["year(stamp)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(year from "t0"."stamp" at time zone 'UTC') as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%Y', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["month(day)"]}
/* pg */     select case when isfinite("t0"."day") then cast(extract(month from "t0"."day") as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%m', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["month(stamp)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(month from "t0"."stamp" at time zone 'UTC') as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%m', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["week(day)"]}
/* pg */     select case when isfinite("t0"."day") then cast(extract(week from "t0"."day") as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%V', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["week(stamp)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(week from "t0"."stamp" at time zone 'UTC') as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%V', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["day(day)"]}
/* pg */     select case when isfinite("t0"."day") then cast(extract(day from "t0"."day") as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%d', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["day(stamp)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(day from "t0"."stamp" at time zone 'UTC') as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%d', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["weekday(day)"]}
/* pg */     select case when isfinite("t0"."day") then cast(extract(dow from "t0"."day") as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%w', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["weekday(stamp)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(dow from "t0"."stamp" at time zone 'UTC') as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%w', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["hour(hour)"]}
/* pg */     select cast(extract(hour from "t0"."hour") as integer) from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%H', case typeof("t0"."hour") when 'text' then "t0"."hour" else strftime('%Y-%m-%d %H:%M:%f', "t0"."hour" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["hour(moment)"]}
/* pg */     select case when isfinite("t0"."moment") then cast(extract(hour from "t0"."moment") as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%H', case typeof("t0"."moment") when 'text' then "t0"."moment" else strftime('%Y-%m-%d %H:%M:%f', "t0"."moment" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["hour(stamp)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(hour from "t0"."stamp" at time zone 'UTC') as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%H', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["minute(hour)"]}
/* pg */     select cast(extract(minute from "t0"."hour") as integer) from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%M', case typeof("t0"."hour") when 'text' then "t0"."hour" else strftime('%Y-%m-%d %H:%M:%f', "t0"."hour" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["minute(moment)"]}
/* pg */     select case when isfinite("t0"."moment") then cast(extract(minute from "t0"."moment") as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%M', case typeof("t0"."moment") when 'text' then "t0"."moment" else strftime('%Y-%m-%d %H:%M:%f', "t0"."moment" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["minute(stamp)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(minute from "t0"."stamp" at time zone 'UTC') as integer) end from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(strftime('%M', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["second(hour)"]}
/* pg */     select cast(extract(second from "t0"."hour") as text) from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(cast(strftime('%f', case typeof("t0"."hour") when 'text' then "t0"."hour" else strftime('%Y-%m-%d %H:%M:%f', "t0"."hour" / 1000.0, 'unixepoch') end) as numeric) as text) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["second(moment)"]}
/* pg */     select cast(case when isfinite("t0"."moment") then extract(second from "t0"."moment") end as text) from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(cast(strftime('%f', case typeof("t0"."moment") when 'text' then "t0"."moment" else strftime('%Y-%m-%d %H:%M:%f', "t0"."moment" / 1000.0, 'unixepoch') end) as numeric) as text) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["second(stamp)"]}
/* pg */     select cast(case when isfinite("t0"."stamp") then extract(second from "t0"."stamp" at time zone 'UTC') end as text) from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select cast(cast(strftime('%f', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as numeric) as text) from "articles" t0 order by "t0"."id" limit ?1;

-- articles {"fields":["count(comments)","count(data)","json(data, a.b)"]}
/* pg */     select (select count(*) from "comments" t1 where "t1"."article" = "t0"."id"), case when jsonb_typeof(cast("t0"."data" as jsonb)) = 'array' then jsonb_array_length(cast("t0"."data" as jsonb)) end, ("t0"."data" #> $1) from "articles" t0 order by "t0"."id" limit 100;
/* sqlite */ select (select count(*) from "comments" t1 where "t1"."article" = "t0"."id"), case when json_valid("t0"."data") then case when json_type("t0"."data") = 'array' then json_array_length("t0"."data") end end, case when json_valid("t0"."data") then "t0"."data" -> ?1 end from "articles" t0 order by "t0"."id" limit ?2;

-- # in filters

-- articles {"fields":["id"],"filter":{"year(stamp)":{"_eq":2024}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where case when isfinite("t0"."stamp") then cast(extract(year from "t0"."stamp" at time zone 'UTC') as integer) end = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where cast(strftime('%Y', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"second(hour)":{"_lt":1.5}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where extract(second from "t0"."hour") < $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where cast(strftime('%f', case typeof("t0"."hour") when 'text' then "t0"."hour" else strftime('%Y-%m-%d %H:%M:%f', "t0"."hour" / 1000.0, 'unixepoch') end) as numeric) < ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"count(comments)":{"_gt":2}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where (select count(*) from "comments" t1 where "t1"."article" = "t0"."id") > $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where (select count(*) from "comments" t1 where "t1"."article" = "t0"."id") > ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"count(data)":{"_in":[1,2]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where case when jsonb_typeof(cast("t0"."data" as jsonb)) = 'array' then jsonb_array_length(cast("t0"."data" as jsonb)) end = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where case when json_valid("t0"."data") then case when json_type("t0"."data") = 'array' then json_array_length("t0"."data") end end in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"json(data, a[0].b)":{"_eq":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where case when ltrim(cast(("t0"."data" #> $1) as text), E' \t\r\n') like '[%' then ("t0"."data" #>> $2) end = $3 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where case when json_valid("t0"."data") then case when json_type("t0"."data", ?1) in ('true', 'false') then "t0"."data" -> ?2 else cast("t0"."data" ->> ?3 as text) end end = ?4 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"author":{"count(articles)":{"_gt":2}}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where (select count(*) from "articles" t2 where "t2"."author" = "t1"."id") > $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 left join "authors" t1 on "t1"."id" = "t0"."author" where (select count(*) from "articles" t2 where "t2"."author" = "t1"."id") > ?1 order by "t0"."id";

-- # in sorts

-- articles {"fields":["id"],"sort":["year(day)","-count(comments)"]}
/* pg */     select "t0"."id" from "articles" t0 order by case when isfinite("t0"."day") then cast(extract(year from "t0"."day") as integer) end, (select count(*) from "comments" t1 where "t1"."article" = "t0"."id") desc, "t0"."id" limit 100;
/* sqlite */ select "t0"."id" from "articles" t0 order by cast(strftime('%Y', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) nulls last, (select count(*) from "comments" t1 where "t1"."article" = "t0"."id") desc nulls first, "t0"."id" limit ?1;

-- # in groups

-- articles {"aggregate":{"count":["*"]},"groupBy":["year(stamp)","month(day)"]}
/* pg */     select case when isfinite("t0"."stamp") then cast(extract(year from "t0"."stamp" at time zone 'UTC') as integer) end, case when isfinite("t0"."day") then cast(extract(month from "t0"."day") as integer) end, cast(count(*) as text) from "articles" t0 group by case when isfinite("t0"."stamp") then cast(extract(year from "t0"."stamp" at time zone 'UTC') as integer) end, case when isfinite("t0"."day") then cast(extract(month from "t0"."day") as integer) end order by case when isfinite("t0"."stamp") then cast(extract(year from "t0"."stamp" at time zone 'UTC') as integer) end, case when isfinite("t0"."day") then cast(extract(month from "t0"."day") as integer) end limit 100;
/* sqlite */ select cast(strftime('%Y', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer), cast(strftime('%m', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer), cast(count(*) as text) from "articles" t0 group by cast(strftime('%Y', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer), cast(strftime('%m', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) order by cast(strftime('%Y', case typeof("t0"."stamp") when 'text' then "t0"."stamp" else strftime('%Y-%m-%d %H:%M:%f', "t0"."stamp" / 1000.0, 'unixepoch') end) as integer) nulls last, cast(strftime('%m', case typeof("t0"."day") when 'text' then "t0"."day" else strftime('%Y-%m-%d %H:%M:%f', "t0"."day" / 1000.0, 'unixepoch') end) as integer) nulls last limit ?1;
