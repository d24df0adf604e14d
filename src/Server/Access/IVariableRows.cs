using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>Reads rows for the variables of rules and queries. Access owns it, Items does it.</summary>
public interface IVariableRows
{
    /// <summary>A JSON array of these rows with these fields, as far as the caller may read them; no list in it is cut off.</summary>
    Task<JsonElement> ReadAsync(Caller caller, Collection collection, IReadOnlyList<Guid> keys, ImmutableArray<FieldSelection> fields,
        CancellationToken cancellation);
}
