-- pg authors {"fields":["home"]}
/* pg */     select st_asgeojson("t0"."home", 15, 0) from "authors" t0 order by "t0"."id" limit 100;

-- pg authors {"fields":["id"],"filter":{"home":{"_intersects":{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]]]}}},"limit":-1}
/* pg */     select "t0"."id" from "authors" t0 where st_intersects("t0"."home", st_setsrid(st_geomfromgeojson($1), 4326)) order by "t0"."id";

-- pg authors {"fields":["id"],"filter":{"home":{"_nintersects":{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]]]}}},"limit":-1}
/* pg */     select "t0"."id" from "authors" t0 where not (st_intersects("t0"."home", st_setsrid(st_geomfromgeojson($1), 4326))) order by "t0"."id";

-- pg authors {"fields":["id"],"filter":{"home":{"_intersects_bbox":{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]]]}}},"limit":-1}
/* pg */     select "t0"."id" from "authors" t0 where "t0"."home" && st_setsrid(st_geomfromgeojson($1), 4326) order by "t0"."id";

-- pg authors {"fields":["id"],"filter":{"home":{"_nintersects_bbox":{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]]]}}},"limit":-1}
/* pg */     select "t0"."id" from "authors" t0 where not ("t0"."home" && st_setsrid(st_geomfromgeojson($1), 4326)) order by "t0"."id";

-- pg authors {"fields":["id"],"filter":{"home":{"_null":true}}}
/* pg */     select "t0"."id" from "authors" t0 where "t0"."home" is null order by "t0"."id" limit 100;

-- pg authors {"aggregate":{"count":["*"],"countDistinct":["home"]},"groupBy":["home"]}
/* pg */     select st_asgeojson("t0"."home", 15, 0), cast(count(*) as text), cast(count(distinct "t0"."home") as text) from "authors" t0 group by "t0"."home" order by "t0"."home" limit 100;
