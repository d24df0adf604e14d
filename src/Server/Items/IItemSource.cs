using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Items;

/// <summary>Reads items that are more than rows of a table, or others.</summary>
internal interface IItemSource
{
    /// <summary>Whether the read is of its kind; asked of every read, so it is quick.</summary>
    bool Takes(Caller caller, ItemRead read);

    /// <summary>Writes what is read to the sink, as <see cref="ItemReader"/> does.</summary>
    Task<ItemsMeta> ReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation);
}
