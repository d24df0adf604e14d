using Directus.Grpc.Common.V1;
using Directus.Grpc.Shares.V1;
using Wire = Directus.Grpc.Shares.V1.Share;

namespace Directus.Grpc.Client;

/// <summary>Shares: items for people who have no account.</summary>
public sealed class SharesClient
{
    private readonly Connection connection;

    internal SharesClient(Connection connection) => this.connection = connection;

    /// <summary>Shares an item that the caller may read.</summary>
    /// <param name="collection">Collection of the item.</param>
    /// <param name="item">Primary key of the item.</param>
    /// <param name="role">Role whose permissions the receiver gets.</param>
    /// <param name="name">Name to show.</param>
    /// <param name="password">Password that the receiver must know.</param>
    /// <param name="start">Moment from which the share can be used.</param>
    /// <param name="end">Moment until which the share can be used.</param>
    /// <param name="maxUses">How often the share can be used.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DirectusException">FORBIDDEN for an item that the caller may not read or share.</exception>
    public Task<Share> CreateAsync(
        string collection,
        ItemKey item,
        string? role = null,
        string? name = null,
        string? password = null,
        DateTimeOffset? start = null,
        DateTimeOffset? end = null,
        int? maxUses = null,
        CancellationToken cancellation = default) =>
        CreateAsync(
            new Share
            {
                Collection = collection,
                Item = item.ToString(),
                Role = role,
                Name = name,
                Password = password,
                DateStart = start,
                DateEnd = end,
                MaxUses = maxUses,
            },
            cancellation);

    /// <summary>Creates a share as it is given.</summary>
    /// <returns>The share, or what was given when the caller may not read it.</returns>
    /// <exception cref="DirectusException">FORBIDDEN for an item that the caller may not read or share.</exception>
    public async Task<Share> CreateAsync(Share share, CancellationToken cancellation = default)
    {
        var request = new CreateSharesRequest { Shares = { Written(share) } };
        var reply = await connection.CallAsync(connection.Shares.CreateSharesAsync, request, cancellation);
        return reply.Shares is [var created, ..] ? Read(created) : share;
    }

    /// <summary>Lists the shares that the caller may read.</summary>
    public async Task<IReadOnlyList<Share>> ListAsync(Filter? where = null, CancellationToken cancellation = default)
    {
        var request = new ListSharesRequest { Query = new Query { Filter = where?.ToStruct(), Limit = -1 } };
        var reply = await connection.CallAsync(connection.Shares.ListSharesAsync, request, cancellation);
        return Messages.ReadAll(reply.Shares, Messages.Default.Share);
    }

    /// <summary>Reads a share.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent or not readable.</exception>
    public async Task<Share> GetAsync(string id, CancellationToken cancellation = default)
    {
        var request = new GetShareRequest { Id = id };
        return Read((await connection.CallAsync(connection.Shares.GetShareAsync, request, cancellation)).Share);
    }

    /// <summary>Changes the parts of a share that are set in <paramref name="changes"/>.</summary>
    /// <param name="id">Primary key.</param>
    /// <param name="changes">The new values.</param>
    /// <param name="clear">Fields to empty, as <c>date_end</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The share; null when the caller may not read it.</returns>
    /// <exception cref="DirectusException">FORBIDDEN when the caller may not.</exception>
    public async Task<Share?> UpdateAsync(
        string id, Share changes, IEnumerable<string>? clear = null, CancellationToken cancellation = default)
    {
        var request = new UpdateShareRequest { Id = id, Share = Written(changes), Clear = { clear ?? [] } };
        return (await connection.CallAsync(connection.Shares.UpdateShareAsync, request, cancellation)).Share is { } share ? Read(share) : null;
    }

    /// <summary>Deletes a share and ends its sessions.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when the caller may not.</exception>
    public Task DeleteAsync(string id, CancellationToken cancellation = default) =>
        connection.CallAsync(connection.Shares.DeleteShareAsync, new DeleteShareRequest { Id = id }, cancellation);

    /// <summary>Tells what a share is about, to anyone who has its key.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is unknown, not started, over or used up.</exception>
    public async Task<ShareInfo> GetInfoAsync(string id, CancellationToken cancellation = default)
    {
        var request = new GetShareInfoRequest { Id = id };
        var reply = await connection.CallPublicAsync(connection.Shares.GetShareInfoAsync, request, cancellation);
        return Messages.Read(reply.Share, Messages.Default.ShareInfo);
    }

    /// <summary>Uses a share: the answer is a client of its receiver, who may read the shared item. This client stays
    /// who it is. Counts one use.</summary>
    /// <exception cref="DirectusException">INVALID_CREDENTIALS when the share is unknown, not started, over or used up,
    /// or the password is not right.</exception>
    public async Task<DirectusClient> AuthenticateAsync(
        string id, string? password = null, CancellationToken cancellation = default)
    {
        var request = new AuthenticateShareRequest { Share = id };
        if (password is not null) request.Password = password;
        var reply = await connection.CallPublicAsync(connection.Shares.AuthenticateShareAsync, request, cancellation);
        return DirectusClient.ForReceiver(connection, reply.Tokens);
    }

    private static Share Read(Wire share) => Messages.Read(share, Messages.Default.Share);

    private static Wire Written(Share share) => Messages.Write<Share, Wire>(share, Messages.Default.Share);
}
