using System.Net;
using System.Net.Sockets;

namespace Directus.Grpc.Server.Outbound;

/// <summary>Opens the connections of requests that somebody else named the address of. A name is resolved once, and what is
/// connected to is the very address that was checked: a name that answers otherwise the next time leads nowhere. Each hop of
/// a redirect connects anew, and so comes through here.</summary>
internal sealed class GuardedConnection(DenyList denied, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public GuardedConnection(DenyList denied) : this(denied, Dns.GetHostAddressesAsync)
    {
    }

    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(target.Host.Trim('[', ']'), out var literal) ? [literal] : await resolve(target.Host, cancellation);
        // A name of several addresses, one of which is closed, is somebody's trick.
        if (addresses.Length == 0 || addresses.Any(denied.Denies))
            throw new HttpRequestException("The address is closed to requests of this server.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
