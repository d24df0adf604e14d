using System.Collections.Frozen;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Access;

/// <summary>What a version holds, and the hash of the item that it was made of, tell of fields of that item. Who is granted them by a rule
/// on versions gets no fields that could be filtered, searched, sorted or taken apart by functions, which would tell of what they may not
/// read: what a version holds is shown to them as far as they may read such fields, and the hash is not.</summary>
internal static class HeldContent
{
    public const string Delta = "delta";

    // No field has such a name.
    private const string GrantsDelta = "$delta";

    private static readonly string[] Plain =
        ["id", "key", "name", "collection", "item", "date_created", "date_updated", "user_created", "user_updated"];

    /// <summary>The fields of a rule without these.</summary>
    public static FrozenSet<string> Limit(string collection, string action, FrozenSet<string> fields)
    {
        if (collection != SystemCollections.Versions || action != "read") return fields;
        var all = fields.Contains("*");
        IEnumerable<string> kept = Plain.Where(name => all || fields.Contains(name));
        return (all || fields.Contains(Delta) ? kept.Append(GrantsDelta) : kept).ToFrozenSet();
    }

    /// <summary>Whether what versions hold is shown to the caller at all.</summary>
    public static bool IsShown(AccessRules access) =>
        access.IsUnrestricted || access.Allows(SystemCollections.Versions, AccessAction.Read, GrantsDelta);
}
