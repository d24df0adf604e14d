using System.Net;
using System.Net.Sockets;
using Directus.Grpc.Server.Hosting.Configuration;
using Directus.Grpc.Server.Hosting.Moving;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Refuses a start that cannot succeed before a database is made, whose first password is shown only once.</summary>
internal static class StartChecks
{
    public static void Run(IServiceProvider services)
    {
        services.GetService<IStartupValidator>()?.Validate();
        // Reads certificates and compares ports.
        _ = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        var listen = services.GetRequiredService<IOptions<ListenOptions>>().Value;
        services.CheckMoving();
        RequireFree(listen.Host, listen.Port);
        if (!listen.Tls) RequireFree(listen.Host, listen.GrpcPort);
        TellOfUnused(services);
    }

    private static void TellOfUnused(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var report = SettingsReport.Of(configuration.Names(), new GivenVariables(configuration), all: false);
        var names = string.Join(", ", report.WithoutEffect.Select(entry => entry.Name));
        if (names.Length > 0) HostingLog.WithoutEffect(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StartChecks)), names);
    }

    private static void RequireFree(string host, int port)
    {
        var address = host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(host);
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
        }
        catch (SocketException error)
        {
            var reason = error.SocketErrorCode == SocketError.AddressAlreadyInUse ? "address already in use" : error.Message;
            throw new ConfigurationException($"Failed to bind to address {host}:{port}: {reason}. See HOST, PORT and GRPC_PORT.");
        }
    }
}
