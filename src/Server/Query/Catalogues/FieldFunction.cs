using System.Text.Json;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>A function around a field: `year(date)`.</summary>
/// <param name="Name">As it is spelled.</param>
/// <param name="Part">The part of a date or time that it takes; null for another function.</param>
/// <param name="OfGiven">What it makes of a value that is written, as the database does of one that is stored; null where it makes nothing.</param>
public sealed record FieldFunction(string Name, DatePart? Part, Func<JsonElement, int?> OfGiven)
{
    public override string ToString() => Name;
}
