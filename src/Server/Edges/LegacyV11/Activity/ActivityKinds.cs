using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Activity;

/// <summary>What was done, and to what kind of thing, in the words of API v1.1.</summary>
internal static class ActivityKinds
{
    private const string Login = "LOGIN", Entry = "ENTRY", LoginAction = "login";

    private static readonly FrozenDictionary<string, string> Told = new Dictionary<string, string>
    {
        ["create"] = "ADD", ["update"] = "UPDATE", ["delete"] = "DELETE", [LoginAction] = Login,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Stored = Told.ToFrozenDictionary(name => name.Value, name => name.Key);

    private static readonly FrozenDictionary<string, string> OfCollections = new Dictionary<string, string>
    {
        [SystemCollections.Files] = "FILES",
        [SystemCollections.Settings] = "SETTINGS",
        [SystemCollections.Collections] = "SETTINGS",
        [SystemCollections.Fields] = "SETTINGS",
        [SystemCollections.Relations] = "SETTINGS",
        [SystemCollections.Presets] = "UI",
        [SystemCollections.Notifications] = "MESSAGES",
        [SystemCollections.Comments] = "MESSAGES",
    }.ToFrozenDictionary();

    /// <summary>Actions: ADD, UPDATE, DELETE, LOGIN; others in capitals.</summary>
    public static ValueForm Actions { get; } = ValueForms.Words(
        action => Told.GetValueOrDefault(action, action.ToUpperInvariant()), told => Stored.GetValueOrDefault(told, told.ToLowerInvariant()));

    /// <summary>Types, which are told by collection and action and looked for so.</summary>
    public static ValueForm Types { get; } = ValueForm.Plain with { Test = Test };

    public static string TypeOf(string? collection, string? action) =>
        action == LoginAction ? Login : OfCollections.GetValueOrDefault(collection ?? "", Entry);

    public static void Write(JsonElement item, Utf8JsonWriter json) =>
        json.WriteStringValue(TypeOf(LegacyParameters.TextOf(item.GetProperty("collection")), LegacyParameters.TextOf(item.GetProperty("action"))));

    private static FilterNode Test(string source, LegacyTest test)
    {
        if (test.Operator is not (LegacyOperator.Equal or LegacyOperator.NotEqual or LegacyOperator.In or LegacyOperator.NotIn))
            throw LegacyErrors.Refused($"The operator [{test.Name}] does not fit the column [type]");
        var wanted = ImmutableArray.Create([Login, Entry, .. OfCollections.Values.Distinct()])
            .Where(type => test.Values.Contains(type) != test.Operator.IsNegated());
        return Conditions.Any(wanted.Select(type => Is(source, type)), source);
    }

    private static FilterNode Is(string source, string type)
    {
        if (type == Login) return Conditions.Is("action", FilterOperators.Equal, LoginAction);
        var known = OfCollections.Where(named => type == Entry || named.Value == type).Select(named => named.Key);
        var list = JsonSerializer.SerializeToElement(known);
        return Conditions.All([Conditions.Is("action", FilterOperators.NotEqual, LoginAction),
            Conditions.Is(new FieldPath(source), type == Entry ? FilterOperators.NotIn : FilterOperators.In, list)]);
    }
}
