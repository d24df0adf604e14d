using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>The permissions (directus_permissions) of policies in one collection ↔ a privilege.</summary>
internal sealed class PermissionRows(PrivilegedTable table, IReadOnlyList<JsonElement> rows)
{
    private const string View = "read", Add = "create", Edit = "update", Delete = "delete";

    /// <summary>What the rows permit together.</summary>
    public Privilege Describe(Privilege empty) => empty with
    {
        View = Level(View),
        Add = Level(Add) == Privilege.None ? Privilege.None : Privilege.Mine,
        Edit = Level(Edit),
        Delete = Level(Delete),
        Unreadable = Has(View) ? table.Without(Fields(View)) : null,
        Unwritable = Has(Edit) ? table.Without(Fields(Edit)) : Has(Add) ? table.Without(Fields(Add)) : null,
    };

    /// <summary>What has to be done with the rows of a policy for what was given; null for nothing.</summary>
    public JsonObject? Change(PrivilegeInput given)
    {
        var changes = new Changes();
        var unreadable = given.Unreadable is { } read ? table.FieldsWithout(read) : default(ImmutableArray<string>?);
        var unwritable = given.Unwritable is { } write ? table.FieldsWithout(write) : default(ImmutableArray<string>?);
        Change(changes, View, given.View, unreadable, View);
        Change(changes, Add, given.Add is { } add ? add * Privilege.All : null, unwritable, Edit);
        Change(changes, Edit, given.Edit, unwritable, Add);
        Change(changes, Delete, given.Delete, null, Delete);
        return changes.ToJson();
    }

    private void Change(Changes changes, string action, int? level, ImmutableArray<string>? fields, string twin)
    {
        var own = Of(action).ToList();
        if (level == Privilege.None) changes.Delete(own);
        else if (own.Count > 0) Update(changes, own, level, fields);
        else if (level is { } asked)
        {
            // What may be written is the same for new rows and old ones.
            var known = fields
                ?? (Of(twin).Select(row => FieldsOf(row).ToImmutableArray()).FirstOrDefault() is { IsDefault: false } other ? other : ["*"]);
            changes.Create(new JsonObject
            {
                ["collection"] = table.Collection, ["action"] = action, ["permissions"] = Filter(asked), ["fields"] = List(known),
            });
        }
    }

    // Of several rows of an action the first is left when all is permitted; a filter of one's own stays.
    private void Update(Changes changes, List<JsonElement> own, int? level, ImmutableArray<string>? fields)
    {
        var change = new JsonObject();
        if (level == Privilege.All && LevelOf(own) != Privilege.All) change["permissions"] = new JsonObject();
        if (level == Privilege.Mine && LevelOf(own) == Privilege.All) change["permissions"] = Filter(Privilege.Mine);
        if (fields is { } listed) change["fields"] = List(listed);
        if (change.Count == 0) return;
        var kept = change.ContainsKey("permissions") ? own[..1] : own;
        foreach (var row in kept)
        {
            var item = (JsonObject)change.DeepClone();
            item["id"] = row.GetProperty("id").GetInt64();
            changes.Update(item);
        }

        changes.Delete(own[kept.Count..]);
    }

    private JsonObject Filter(int level)
    {
        if (level == Privilege.All) return [];
        var owner = table.Owner ?? throw LegacyErrors.Refused($"The table [{table.Name}] does not tell whose its rows are");
        return new JsonObject { [owner] = new JsonObject { ["_eq"] = "$CURRENT_USER" } };
    }

    private bool Has(string action) => Of(action).Any();

    private int Level(string action) => LevelOf(Of(action));

    private IEnumerable<JsonElement> Of(string action) => rows.Where(row =>
        row.GetProperty("collection").ValueEquals(table.Collection) && row.GetProperty("action").ValueEquals(action));

    private FrozenSet<string> Fields(string action) => Of(action).SelectMany(FieldsOf).ToFrozenSet();

    private static IReadOnlyList<string> FieldsOf(JsonElement row) => LegacyParameters.ListOf(row.GetProperty("fields")) ?? [];

    private static int LevelOf(IEnumerable<JsonElement> rows) =>
        rows.Select(row => IsAll(row.GetProperty("permissions")) ? Privilege.All : Privilege.Mine).DefaultIfEmpty(Privilege.None).Max();

    private static bool IsAll(JsonElement filter) => filter.ValueKind != JsonValueKind.Object || filter.GetPropertyCount() == 0;

    private static JsonArray List(ImmutableArray<string> fields) => [.. fields.Select(field => (JsonNode)field)];

    /// <summary>Nested changes of the permissions of a policy.</summary>
    private sealed class Changes
    {
        private readonly JsonArray _create = [];
        private readonly JsonArray _update = [];
        private readonly JsonArray _delete = [];

        public void Create(JsonObject row) => _create.Add(row);

        public void Update(JsonObject row) => _update.Add(row);

        public void Delete(IEnumerable<JsonElement> rows)
        {
            foreach (var row in rows) _delete.Add(row.GetProperty("id").GetInt64());
        }

        public JsonObject? ToJson() => _create.Count + _update.Count + _delete.Count == 0
            ? null
            : new JsonObject { ["create"] = _create, ["update"] = _update, ["delete"] = _delete };
    }
}
