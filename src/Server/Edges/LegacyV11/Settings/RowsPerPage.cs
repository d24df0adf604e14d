using System.Globalization;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Settings;

/// <summary>How many rows a list has that asks for no number: a setting of the project. It is kept until it is changed here, and for a
/// second, so that lists do not ask for it each time.</summary>
internal sealed class RowsPerPage(RowReader reader, TimeProvider clock) : IItemListener
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private volatile Known? _known;

    /// <summary>The number; null when the project has not set it.</summary>
    public async ValueTask<int?> OfAsync(Caller caller, CancellationToken cancellation)
    {
        if (!StoredSettings.AreKept(caller)) return null;
        if (_known is { } known && clock.GetElapsedTime(known.Since) < Lifetime) return known.Rows;
        var since = clock.GetTimestamp();
        // It holds for everyone, whoever may read settings.
        var settings = await StoredSettings.ReadAsync(reader, caller with { Access = AccessRules.Unrestricted }, cancellation);
        var text = settings.Value(SettingNames.Global, SettingNames.RowsPerPage, "");
        int? rows = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        _known = new Known(rows, since);
        return rows;
    }

    public void OnChanged(ItemChanged change)
    {
        if (change.Collection == SystemCollections.Settings) _known = null;
    }

    private sealed record Known(int? Rows, long Since);
}
