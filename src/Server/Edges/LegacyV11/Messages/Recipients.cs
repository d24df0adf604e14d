using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;
using Directus.Grpc.Server.Edges.LegacyV11.Presets;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Messages;

/// <summary>Whom a message goes to: users in `to`, those of groups in `toGroup`, or both in `recipients` as `0_USER,1_GROUP`. Who may not
/// be seen by the caller gets none.</summary>
internal sealed class Recipients(RowReader reader)
{
    private const int Most = 1_000;
    private const string UserPrefix = "0_", GroupPrefix = "1_";

    /// <summary>Whether any are named.</summary>
    public static bool AreNamed(JsonElement fields) => Names(fields) is var (users, groups) && users.Count + groups.Count > 0;

    /// <summary>The active users among them. 422 for more than there may be.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(LegacyCall call)
    {
        var (users, groups) = Names(call.Fields);
        if (users.Count + groups.Count > Most) throw TooMany();
        var table = UserTable.Of(call.Caller);
        var terms = new List<FilterNode>();
        if (users.Count > 0) terms.Add(table.Key.Form.Test!("id", new LegacyTest(LegacyOperator.In, "in", [.. users])));
        if (groups.Count > 0) terms.Add(table.Column("group").Form.Test!("role", new LegacyTest(LegacyOperator.In, "in", [.. groups])));
        if (terms.Count == 0) return [];
        var query = new ItemQuery
        {
            Fields = [new FieldSelection(new FieldPath("id"), [])],
            Filter = Conditions.All([new FilterNode.Or([.. terms]), table.Status?.Condition(["1"]) ?? FilterNode.All]),
            Sort = [new SortTerm([new FieldPath("id")], Descending: false)],
            Limit = Most + 1,
        };
        using var found = await reader.ReadAsync(call.Caller, new ItemRead.List(SystemCollections.Users, query), call.Cancellation);
        return found.Count <= Most ? [.. found.Rows.Select(user => user.GetProperty("id").GetGuid())] : throw TooMany();
    }

    private static (IReadOnlyList<string> Users, IReadOnlyList<string> Groups) Names(JsonElement fields)
    {
        var (users, groups) = (List(fields, "to"), List(fields, "toGroup"));
        foreach (var name in List(fields, "recipients"))
        {
            if (name.StartsWith(UserPrefix, StringComparison.Ordinal)) users.Add(name[UserPrefix.Length..]);
            else if (name.StartsWith(GroupPrefix, StringComparison.Ordinal)) groups.Add(name[GroupPrefix.Length..]);
            else throw LegacyErrors.Refused($"The recipient [{name}] is neither {UserPrefix}USER nor {GroupPrefix}GROUP");
        }

        return (users, groups);
    }

    private static List<string> List(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) ? [.. LegacyParameters.ListOf(value) ?? []] : [];

    private static DirectusException TooMany() => LegacyErrors.Refused($"A message goes to {Most} users at most");
}
