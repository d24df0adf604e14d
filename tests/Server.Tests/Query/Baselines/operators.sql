-- articles {"fields":["id"],"filter":{"title":{"_eq":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_neq":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" <> $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" <> ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_contains":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" like $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where instr("t0"."title", ?1) > 0 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_ncontains":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."title" like $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (instr("t0"."title", ?1) > 0) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_icontains":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" ilike $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where instr(directus_fold("t0"."title"), ?1) > 0 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nicontains":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."title" ilike $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (instr(directus_fold("t0"."title"), ?1) > 0) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_starts_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" like $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where ("t0"."title" >= ?1 and "t0"."title" < ?2) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nstarts_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."title" like $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (("t0"."title" >= ?1 and "t0"."title" < ?2)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_istarts_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" ilike $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where substr(directus_fold("t0"."title"), 1, 1) = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nistarts_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."title" ilike $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (substr(directus_fold("t0"."title"), 1, 1) = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_ends_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" like $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where substr("t0"."title", -1) = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nends_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."title" like $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (substr("t0"."title", -1) = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_iends_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" ilike $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where substr(directus_fold("t0"."title"), -1) = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_niends_with":"x"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."title" ilike $1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not (substr(directus_fold("t0"."title"), -1) = ?1) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_contains":"10%_\\"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" like $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where instr("t0"."title", ?1) > 0 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_eq":null}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" is null order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" is null order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_neq":null}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" is not null order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" is not null order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_null":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" is null order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" is null order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nnull":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" is not null order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" is not null order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_empty":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where ("t0"."title" is null or "t0"."title" = '') order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where ("t0"."title" is null or "t0"."title" = '') order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nempty":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" <> '' order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" <> '' order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_empty":false}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" <> '' order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" <> '' order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_in":["a","b"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nin":["a","b"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."title" = any($1)) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not ("t0"."title" in (select value from json_each(?1))) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_in":["a"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"title":{"_nin":["a"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."title" <> $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."title" <> ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_eq":1}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."pages" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."pages" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_neq":1}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."pages" <> $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."pages" <> ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_lt":1}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."pages" < $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."pages" < ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_lte":1}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."pages" <= $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."pages" <= ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_gt":1}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."pages" > $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."pages" > ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_gte":1}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."pages" >= $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."pages" >= ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_between":[1,2]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."pages" between $1 and $2 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."pages" between ?1 and ?2 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_nbetween":[1,2]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where not ("t0"."pages" between $1 and $2) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where not ("t0"."pages" between ?1 and ?2) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"big":{"_eq":"9007199254740993"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."big" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."big" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"ratio":{"_eq":1.5}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."ratio" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."ratio" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"price":{"_eq":"1.50"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."price" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."price" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"flag":{"_eq":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."flag" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."flag" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"day":{"_eq":"2024-02-29"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."day" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."day" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"hour":{"_eq":"12:30:00"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."hour" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."hour" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"moment":{"_eq":"2024-02-29T12:30:00"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."moment" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."moment" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"stamp":{"_eq":"2024-02-29T12:30:00Z"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."stamp" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."stamp" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"ident":{"_eq":"1f000000-0001-4000-8000-000000000001"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."ident" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."ident" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"labels":{"_eq":"a,b"}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."labels" = $1 order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."labels" = ?1 order by "t0"."id";

-- articles {"fields":["id"],"filter":{"big":{"_in":["1","2"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."big" = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."big" in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"price":{"_in":["1.5","2"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."price" = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."price" in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"day":{"_in":["2024-01-01","2024-01-02"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."day" = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."day" in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"stamp":{"_in":["2024-01-01T00:00:00Z","2024-01-02T00:00:00Z"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."stamp" = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."stamp" in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"ident":{"_in":["1f000000-0001-4000-8000-000000000001","2f000000-0001-4000-8000-000000000001"]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."ident" = any($1) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."ident" in (select value from json_each(?1)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"data":{"_null":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."data" is null order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."data" is null order by "t0"."id";

-- articles {"fields":["id"],"filter":{"token":{"_nnull":true}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where "t0"."token" is not null order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where "t0"."token" is not null order by "t0"."id";

-- articles {"fields":["id"],"filter":{"_and":[{"pages":{"_gt":1}},{"_or":[{"title":{"_eq":"a"}},{"flag":{"_eq":true}}]}]},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where ("t0"."pages" > $1 and ("t0"."title" = $2 or "t0"."flag" = $3)) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where ("t0"."pages" > ?1 and ("t0"."title" = ?2 or "t0"."flag" = ?3)) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"pages":{"_or":[{"_lt":1},{"_gt":9}]}},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where ("t0"."pages" < $1 or "t0"."pages" > $2) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where ("t0"."pages" < ?1 or "t0"."pages" > ?2) order by "t0"."id";

-- articles {"fields":["id"],"filter":{"_or":[{"pages":1},{"pages":2},{"pages":3},{"pages":4},{"pages":5}]},"limit":-1}
/* pg */     select "t0"."id" from "articles" t0 where (("t0"."pages" = $1 or "t0"."pages" = $2) or ("t0"."pages" = $3 or "t0"."pages" = $4 or "t0"."pages" = $5)) order by "t0"."id";
/* sqlite */ select "t0"."id" from "articles" t0 where (("t0"."pages" = ?1 or "t0"."pages" = ?2) or ("t0"."pages" = ?3 or "t0"."pages" = ?4 or "t0"."pages" = ?5)) order by "t0"."id";
