using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Changes a model a little, by chance, in ways that the rows in it can follow.</summary>
internal sealed class MutatedModel(int seed, JsonObject model)
{
    private static readonly Dictionary<string, string[]> Wider = new()
    {
        ["integer"] = ["bigInteger", "string", "text"], ["bigInteger"] = ["string"], ["string"] = ["text"], ["float"] = ["text"],
        ["uuid"] = ["string"],
        ["date"] = ["string"], ["boolean"] = ["string"], ["text"] = ["string"], ["decimal"] = ["text"],
    };

    private readonly Random _random = new(seed);
    private readonly List<string> _done = [];

    public JsonObject Model { get; private set; } = (JsonObject)model.DeepClone();

    /// <summary>As `rename` takes them.</summary>
    public List<string> Renames { get; } = [];

    /// <summary>What was done, to find a failure again.</summary>
    public string Story => string.Join("; ", _done);

    /// <summary>Fields as they were → as they are now, for those that are left.</summary>
    public Dictionary<(string Collection, string Field), (string Collection, string Field)> Names { get; } = [];

    public void Run()
    {
        foreach (var field in Fields) Names[Key(field)] = Key(field);
        for (var i = 0; i < 6; i++) Change();
        if (_random.Next(2) == 0) RenameFields();
        if (_random.Next(2) == 0) RenameCollection();
    }

    private IEnumerable<JsonNode> Fields => ((JsonArray)Model["fields"]!).Select(part => part!);

    private IEnumerable<JsonNode> Plain => Fields.Where(part => part["schema"] is JsonObject && ((string)part["field"]!).StartsWith('f'));

    private static (string, string) Key(JsonNode field) => ((string)field["collection"]!, (string)field["field"]!);

    private void Change()
    {
        var fields = Plain.ToList();
        if (fields.Count == 0) return;
        var field = fields[_random.Next(fields.Count)];
        var (column, name) = ((JsonObject)field["schema"]!, Key(field));
        switch (_random.Next(9))
        {
            case 0: Did($"drop {name}"); ((JsonArray)Model["fields"]!).Remove(field); Names.Remove(name); break;
            case 1: Did($"add to {name}"); ((JsonArray)Model["fields"]!).Add(New(name.Item1)); break;
            case 2: Retype(field, column, name); break;
            case 3: Did($"null {name}"); column["is_nullable"] = true; break;
            case 4: Did($"default {name}"); column["default_value"] = null; break;
            case 5 when (string?)field["type"] is "string" or "integer" or "bigInteger" or "uuid" or "timestamp":
                Did($"unique {name}");
                (column["is_unique"], column["is_indexed"]) = (!(bool)column["is_unique"]!, false);
                break;
            case 6: Did($"note {name}"); field["meta"]!["note"] = "changed"; break;
            case 7: Relation(remove: true); break;
            case 8: Relation(remove: false); break;
            default: break;
        }
    }

    private JsonObject New(string collection) => new()
    {
        ["collection"] = collection, ["field"] = $"f9{_random.Next(1000)}_{_done.Count}", ["type"] = "string",
        ["meta"] = new JsonObject { ["note"] = "new" },
        ["schema"] = new JsonObject { ["max_length"] = 30, ["is_nullable"] = false, ["default_value"] = "a 'new' one" },
    };

    private void Retype(JsonNode field, JsonObject column, (string, string) name)
    {
        if (!Wider.TryGetValue((string)field["type"]!, out var types)) return;
        var type = types[_random.Next(types.Length)];
        Did($"{name} from {field["type"]} to {type}");
        field["type"] = type;
        field["meta"]!["special"] = null;
        field["schema"] = new JsonObject { ["is_nullable"] = (bool)column["is_nullable"]! };
        if (type == "string") field["schema"]!["max_length"] = 120;
    }

    private void Relation(bool remove)
    {
        var relations = ((JsonArray)Model["relations"]!).Where(relation => relation!["related_collection"] is not null).ToList();
        if (relations.Count == 0) return;
        var relation = relations[_random.Next(relations.Count)]!;
        var name = Key(relation);
        if (remove)
        {
            Did($"unrelate {name}");
            ((JsonArray)Model["relations"]!).Remove(relation);
            Unlist(relation);
            SetKey(name, null);
            return;
        }

        // The same kind of key has the one that refers to itself, or the system's files.
        if ((string)relation["related_collection"]! != "directus_users") return;
        Did($"retarget {name}");
        relation["related_collection"] = "directus_files";
        relation["meta"]!["one_collection"] = "directus_files";
        relation["schema"] = new JsonObject { ["on_delete"] = "SET NULL" };
        SetKey(name, "directus_files");
    }

    private void Unlist(JsonNode relation)
    {
        if (relation["meta"]?["one_field"] is not { } list) return;
        var name = ((string)relation["related_collection"]!, (string)list!);
        if (Fields.FirstOrDefault(field => Key(field) == name) is { } alias) ((JsonArray)Model["fields"]!).Remove(alias);
        Names.Remove(name);
    }

    private void SetKey((string, string) name, string? table)
    {
        if (Fields.FirstOrDefault(field => Key(field) == name)?["schema"] is not JsonObject column) return;
        column["foreign_key_table"] = table;
        if (table is null) column["foreign_key_column"] = null;
    }

    // Two fields change their names with each other, and one is renamed twice.
    private void RenameFields()
    {
        var some = Plain.GroupBy(field => (string)field["collection"]!)
            .Where(group => group.Count() >= 2 && group.All(field => Names.ContainsKey(Key(field)))).ToList();
        if (some.Count == 0) return;
        var (collection, fields) = (some[_random.Next(some.Count)].Key, some[0]);
        fields = some.First(group => group.Key == collection);
        var (one, two) = (fields.First(), fields.Last());
        var (first, second) = ((string)one["field"]!, (string)two["field"]!);
        Did($"exchange {collection}.{first} and {second}");
        Renames.AddRange([$"{collection}.{first}:f_between", $"{collection}.{second}:f_step", $"{collection}.f_step:{first}",
            $"{collection}.f_between:{second}"]);
        Rename(one, second);
        Rename(two, first);
        (Names[(collection, first)], Names[(collection, second)]) = ((collection, second), (collection, first));
    }

    private static void Rename(JsonNode field, string name)
    {
        (field["field"], field["meta"]!["field"], field["schema"]!["name"]) = (name, name, name);
    }

    private void RenameCollection()
    {
        var names = ((JsonArray)Model["collections"]!).Where(part => part!["schema"] is JsonObject).Select(part => (string)part!["collection"]!)
            .ToList();
        if (names.Count == 0) return;
        var old = names[_random.Next(names.Count)];
        var name = "x" + old;
        Did($"rename {old}");
        Renames.AddRange([$"{old}:between", $"between:{name}"]);
        Model = (JsonObject)JsonNode.Parse(Model.ToJsonString().Replace($"\"{old}\"", $"\"{name}\"", StringComparison.Ordinal))!;
        foreach (var (was, now) in Names.Where(pair => pair.Value.Collection == old).ToList()) Names[was] = (name, now.Field);
    }

    private void Did(string what) => _done.Add(what);
}
