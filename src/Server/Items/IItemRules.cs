using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Items;

/// <summary>What a system collection asks beyond its permissions. Called inside of the transaction and before anything
/// is written, after the caller's permissions have been checked, on every way to write. Throws to refuse; may change the
/// data of the write (never its keys).</summary>
public interface IItemRules
{
    /// <summary>The collection, as `directus_shares`.</summary>
    string Collection { get; }

    Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation);

    Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation);

    Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation);
}
