using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots;
using Directus.Grpc.Server.Schema.Snapshots.Comparing;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>Exports, compares and applies models from the command line, on the database itself.</summary>
internal sealed class SchemaCommand(SchemaArguments? arguments)
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;
    private const int Differs = 3;

    /// <summary>Settings that a command runs with: it makes no token, so any secret does.</summary>
    public static string[] HostArguments => [$"--Tokens:Secret={Guid.NewGuid():N}{Guid.NewGuid():N}"];

    /// <summary>The command that the arguments ask for; null when they ask for the server.</summary>
    public static SchemaCommand? Of(string[] args) => args is ["schema", ..] ? new SchemaCommand(SchemaArguments.Parse(args.AsSpan(1))) : null;

    public async Task<int> RunAsync(IServiceProvider services)
    {
        if (arguments is null)
        {
            await Console.Error.WriteLineAsync(SchemaArguments.Usage);
            return Misused;
        }

        try
        {
            // Only who is about to write may make the tables of an empty database.
            if (arguments is { Verb: "apply", DryRun: false }) await services.GetRequiredService<ProjectStart>().RunAsync(CancellationToken.None);
            else await services.GetRequiredService<SchemaStore>().ReloadAsync(CancellationToken.None);
            var models = services.GetRequiredService<SchemaModels>();
            return arguments.Verb == "snapshot"
                ? await SnapshotAsync(models, services)
                : await ChangeAsync(models, await File.ReadAllBytesAsync(arguments.File!));
        }
        catch (Exception error) when (error is DirectusException or IOException or UnauthorizedAccessException)
        {
            var lines = error is DirectusException refusal ? refusal.Errors.Select(reason => reason.Message) : [error.Message];
            foreach (var line in lines) await Console.Error.WriteLineAsync(line);
            return Failed;
        }
    }

    private async Task<int> SnapshotAsync(SchemaModels models, IServiceProvider services)
    {
        var model = SnapshotSelection.Select(models.Read(), arguments!.Include, arguments.Exclude).ToJson();
        var ending = Path.GetExtension(arguments.File ?? "").ToLowerInvariant();
        var name = arguments.Format ?? (ending is ".yaml" or ".yml" ? "yaml" : "json");
        var format = services.GetServices<IExportFormat>().Single(format => format.Name == name);
        await using var spool = new JsonSpool(services.GetRequiredService<SpoolSpace>());
        await using (var json = new Utf8JsonWriter(spool, RowJson.WriterOptions)) model.WriteTo(json);
        // Into a file only once it is whole.
        using var text = new MemoryStream();
        await format.WriteAsync(new ExportRows(spool), text, CancellationToken.None);
        if (arguments.File is { } file) await File.WriteAllBytesAsync(file, text.ToArray());
        else await Console.OpenStandardOutput().WriteAsync(text.ToArray());
        return Done;
    }

    private async Task<int> ChangeAsync(SchemaModels models, byte[] file)
    {
        var body = SnapshotFile.Parse(file);
        var (hash, difference) = IsDifference(body) ? DifferenceParser.Parse(body)
            : models.Compare(models.Parse(body, arguments!.Force), arguments.Mode, [.. arguments.Renames.Select(Rename.Parse)]);
        if (arguments!.Output is { } output)
        {
            await File.WriteAllTextAsync(output, new JsonObject { ["hash"] = hash, ["diff"] = difference.ToJson() }.ToJsonString());
        }

        var admin = new Principal { Admin = true };
        var applies = arguments is { Verb: "apply", DryRun: false };
        var plan = applies ? await models.ApplyAsync(admin, hash, difference, arguments.Force, CancellationToken.None)
            : models.Plan(hash, difference, arguments.Force);
        await Console.Out.WriteLineAsync(PlanText.Of(plan, applies));
        return applies || plan.Steps.IsEmpty ? Done : Differs;
    }

    private static bool IsDifference(JsonElement body) => body.ValueKind == JsonValueKind.Object
        && (body.TryGetProperty("diff", out _)
            || (body.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("diff", out _)));
}
