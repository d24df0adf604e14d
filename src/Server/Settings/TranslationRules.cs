using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Settings;

/// <summary>A text has one translation into each language.</summary>
internal sealed class TranslationRules : IItemRules
{
    public string Collection => SystemCollections.Translations;

    public Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation) =>
        RequireOnceAsync(session, [.. items.Select(item => (Text(item, "key") ?? "", Text(item, "language") ?? ""))], [], cancellation);

    public async Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        var (key, language) = (Text(data, "key"), Text(data, "language"));
        if (key is null && language is null) return;
        List<Guid> ids = [.. keys.Select(id => id is Guid known ? known : Guid.Parse((string)id))];
        var changed = await session.Table<TranslationRow>().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
        await RequireOnceAsync(session, [.. changed.Select(row => (key ?? row.Key, language ?? row.Language))], ids, cancellation);
    }

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) => Task.CompletedTask;

    private static async Task RequireOnceAsync(DbSession session, List<(string Key, string Language)> written, List<Guid> instead,
        CancellationToken cancellation)
    {
        List<string> keys = [.. written.Select(entry => entry.Key).Distinct()];
        var there = await session.Table<TranslationRow>().Where(row => keys.Contains(row.Key) && !instead.Contains(row.Id))
            .Select(row => new { row.Key, row.Language }).ToListAsync(cancellation);
        var taken = there.Select(row => (row.Key, row.Language)).ToHashSet();
        if (!written.TrueForAll(taken.Add)) throw DirectusException.InvalidPayload("Duplicate key and language combination");
    }

    private static string? Text(JsonObject data, string name) =>
        data[name]?.GetValueKind() == JsonValueKind.String ? data[name]!.GetValue<string>() : null;
}
