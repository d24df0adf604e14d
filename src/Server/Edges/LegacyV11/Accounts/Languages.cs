using System.Collections.Frozen;
using System.Text.Json;
using Directus.Grpc.Server.Edges.LegacyV11.Values;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>The languages of users: seven had short names; others are as they are stored.</summary>
internal static class Languages
{
    private static readonly FrozenDictionary<string, string> Stored = new Dictionary<string, string>
    {
        ["en"] = "en-US", ["es"] = "es-ES", ["de"] = "de-DE", ["fr"] = "fr-FR", ["it"] = "it-IT", ["zh-hans"] = "zh-CN", ["nl"] = "nl-NL",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Short = Stored.ToFrozenDictionary(name => name.Value, name => name.Key);

    public static ValueForm Form { get; } = ValueForms.Words(Told, StoredAs);

    public static string Told(string stored) => Short.GetValueOrDefault(stored, stored);

    public static string StoredAs(string told) => Stored.GetValueOrDefault(told, told);
}
