using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Makes models by chance: the same seed, the same model. Names tell what must not change, as the type of a key.</summary>
internal sealed class RandomModel(int seed)
{
    private static readonly string[] KeyTypes = ["integer", "bigInteger", "uuid", "string"];

    private static readonly string[] Types =
    [
        "string", "text", "integer", "bigInteger", "float", "decimal", "boolean", "date", "time", "dateTime", "timestamp", "json", "csv", "hash",
            "uuid",
    ];

    private readonly Random _random = new(seed);
    private readonly JsonArray _collections = [];
    private readonly JsonArray _fields = [];
    private readonly JsonArray _relations = [];

    public JsonObject Make()
    {
        var names = Enumerable.Range(0, 5).Where(_ => _random.Next(4) > 0).Select(index => $"c{index}_{KeyTypes[index % 4]}".ToLowerInvariant())
            .ToList();
        _collections.Add(new JsonObject { ["collection"] = "a \"group\"", ["meta"] = new JsonObject { ["icon"] = Pick<string?>("folder", null) } });
        foreach (var name in names) AddCollection(name);
        foreach (var name in names) AddRelations(name, names);
        return new JsonObject
        {
            ["version"] = 1, ["directus"] = "11.17.4", ["vendor"] = "postgres",
            ["collections"] = _collections, ["fields"] = _fields, ["relations"] = _relations,
            ["systemFields"] = new JsonArray(_random.Next(2) == 0 ? [] : [IndexOn("directus_users", "last_name")]),
        };
    }

    private static JsonObject IndexOn(string collection, string field) =>
        new() { ["collection"] = collection, ["field"] = field, ["schema"] = new JsonObject { ["is_indexed"] = true } };

    private static string KeyType(string collection) => KeyTypes.First(type => collection.EndsWith(type.ToLowerInvariant(), StringComparison.Ordinal)
        && collection.Contains('_' + type.ToLowerInvariant()));

    private void AddCollection(string name)
    {
        _collections.Add(new JsonObject
        {
            ["collection"] = name,
            ["schema"] = new JsonObject { ["name"] = name },
            ["meta"] = new JsonObject
            {
                ["note"] = Pick<string?>("it's; -- \"quoted\"", null), ["hidden"] = Pick(true, false), ["sort"] = Pick<int?>(3, null),
                ["group"] = Pick<string?>("a \"group\"", null), ["singleton"] = Pick(false, true),
            },
        });
        var key = KeyType(name);
        AddField(name, "id", key, new JsonObject
        {
            ["is_primary_key"] = true, ["is_nullable"] = false, ["has_auto_increment"] = key is "integer" or "bigInteger",
            ["max_length"] = key == "string" ? 40 : null,
        }, key == "uuid" ? ["uuid"] : null);
        for (var i = 0; i < 6; i++)
        {
            if (_random.Next(5) == 0) continue;
            var type = Types[_random.Next(Types.Length)];
            if (_random.Next(8) == 0) AddField(name, $"f{i}", "alias", null, ["alias", "no-data", "group"]);
            else AddField(name, $"f{i}", type, Column(type), Special(type));
        }
    }

    private void AddRelations(string name, List<string> names)
    {
        for (var i = 0; i < 2; i++)
        {
            if (_random.Next(3) == 0) continue;
            var one = _random.Next(6) == 0 ? "directus_users" : names[_random.Next(names.Count)];
            var type = one == "directus_users" ? "uuid" : KeyType(one);
            var field = $"to{i}_{one}";
            AddField(name, field, type, new JsonObject { ["max_length"] = type == "string" ? 40 : null }, ["m2o"]);
            var list = one != "directus_users" && _random.Next(2) == 0 ? $"list_{name}_{i}" : null;
            if (list is not null) AddField(one, list, "alias", null, ["o2m"]);
            _relations.Add(Relation(name, field, one, list, new JsonObject
            {
                ["on_delete"] = Pick("SET NULL", "CASCADE", "NO ACTION"), ["on_update"] = "NO ACTION",
            }));
        }

        if (_random.Next(3) > 0) return;
        AddField(name, "any", "string", new JsonObject(), null);
        AddField(name, "kind", "string", new JsonObject(), null);
        var relation = Relation(name, "any", null, null, null);
        relation["meta"]!["one_collection_field"] = "kind";
        relation["meta"]!["one_allowed_collections"] = new JsonArray([.. names.Where(_ => _random.Next(2) == 0)
            .Select(one => JsonValue.Create(one))]);
        _relations.Add(relation);
    }

    private static JsonObject Relation(string name, string field, string? one, string? list, JsonObject? key)
    {
        var relation = new JsonObject
        {
            ["collection"] = name, ["field"] = field, ["related_collection"] = one,
            ["meta"] = new JsonObject
            {
                ["many_collection"] = name, ["many_field"] = field, ["one_collection"] = one, ["one_field"] = list,
                ["one_deselect_action"] = "nullify",
            },
        };
        if (key is not null) relation["schema"] = key;
        return relation;
    }

    private JsonObject Column(string type)
    {
        var column = new JsonObject { ["is_nullable"] = Pick(true, true, false) };
        if (type == "string") column["max_length"] = Pick(20, 255);
        if (type == "decimal") (column["numeric_precision"], column["numeric_scale"]) = (12, Pick(2, 4));
        if (type is not ("json" or "text" or "csv") && _random.Next(5) == 0) column[Pick("is_unique", "is_indexed")] = true;
        if (_random.Next(3) == 0) column["default_value"] = Default(type);
        return column;
    }

    private JsonNode? Default(string type) => type switch
    {
        "string" or "text" => Pick("plain", "it's", "a \\ b", "'; drop table x; --"),
        "integer" or "bigInteger" => Pick(0, -7),
        "float" or "decimal" => 1.5,
        "boolean" => Pick(true, false),
        "date" => Pick("2024-02-29", "1999-01-01"),
        "timestamp" or "dateTime" => "CURRENT_TIMESTAMP",
        "json" => new JsonObject { ["a"] = new JsonArray(1, "b") },
        _ => null,
    };

    private static string[]? Special(string type) => type switch
    {
        "json" => ["cast-json"],
        "csv" => ["cast-csv"],
        "hash" => ["hash"],
        "boolean" => ["cast-boolean"],
        _ => null,
    };

    private void AddField(string collection, string name, string type, JsonObject? column, string[]? special)
    {
        var field = new JsonObject
        {
            ["collection"] = collection, ["field"] = name, ["type"] = type,
            ["meta"] = new JsonObject
            {
                ["special"] = special is null ? null : new JsonArray([.. special.Select(entry => JsonValue.Create(entry))]),
                ["interface"] = Pick<string?>("input", null), ["note"] = Pick<string?>("ü ★", null),
                ["options"] = Pick(0, 1) == 0 ? null : new JsonObject { ["z"] = 1, ["a"] = new JsonArray(1, 2.5, "x") },
                ["sort"] = Pick<int?>(1, 2, null), ["width"] = Pick("half", "full"),
            },
        };
        if (column is not null) field["schema"] = column;
        _fields.Add(field);
    }

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
