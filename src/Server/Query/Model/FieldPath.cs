using Directus.Grpc.Server.Query.Catalogues;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>One step of a path: a field, with the function around it (`year(date)`) or the collection that a
/// many-to-any step chooses (`item:articles`).</summary>
public readonly record struct FieldPath(string Name, string? Function = null, string? Scope = null)
{
    /// <summary>The function of a step back along a relation that has no field on this side: `$FOLLOW(articles,author)`.</summary>
    public const string Follow = "$FOLLOW";

    /// <summary>The field that is named, also within a function.</summary>
    public string FieldName => Function == FieldFunctions.Json.Name && Name.IndexOf(',') is > 0 and var comma ? Name[..comma].Trim() : Name;

    public override string ToString() => Function is not null ? $"{Function}({Name})" : Scope is not null ? $"{Name}:{Scope}" : Name;
}
