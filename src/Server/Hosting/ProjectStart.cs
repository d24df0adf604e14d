using System.Security.Cryptography;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Schema;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Makes the project ready before anyone is let in: its tables on an empty database, then the first reading of the schema.</summary>
internal sealed class ProjectStart(Database database, SystemTableInstaller installer, ChangeWatch changes, SchemaStore schema,
    IOptions<AdminOptions> admin)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var password = admin.Value.Password;
        var random = string.IsNullOrEmpty(password);
        if (random) password = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", 20);
        var first = new FirstAdmin(admin.Value.Email, password!, admin.Value.Token);
        if (await installer.InstallAsync(database, first, cancellation) && random)
            await Console.Out.WriteLineAsync($"The first administrator is {first.Email} with the password {first.Password} (shown only now).");
        // In this order nothing is missed in between.
        await changes.StartAsync(cancellation);
        await schema.ReloadAsync(cancellation);
    }
}
