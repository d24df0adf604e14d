using System.Net;
using System.Net.Sockets;

namespace Directus.Grpc.TestKit;

/// <summary>Callers with other addresses than 127.0.0.1: all of 127.0.0.0/8 is this machine.</summary>
public static class CallFrom
{
    public static SocketsHttpHandler Address(string address) => new()
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
