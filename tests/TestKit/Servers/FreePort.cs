using System.Net;
using System.Net.Sockets;

namespace Directus.Grpc.TestKit;

public static class FreePort
{
    private static readonly HashSet<int> Given = [];

    /// <summary>A port that nothing listens on and that no one else here was given.</summary>
    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            lock (Given)
                if (Given.Add(port)) return port;
        }
    }
}
