using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>What the project admits to be made of its pictures.</summary>
internal sealed class AssetRules(Database database, IOptions<AssetOptions> options)
{
    private static readonly AssetSettingsRow Defaults = new();

    private readonly TransformationParser _parser = new(options.Value);

    public async Task<AssetSettingsRow> SettingsAsync(CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await session.Table<AssetSettingsRow>().OrderBy(row => row.Id).FirstOrDefaultAsync(cancellation) ?? Defaults;
    }

    /// <summary>The transformation that is asked for; INVALID_QUERY when it makes no sense or is not admitted.</summary>
    /// <param name="asked">The parameters, by name.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<Transformation> ChooseAsync(JsonElement asked, CancellationToken cancellation)
    {
        if (!TransformationParser.IsAsked(asked)) return Transformation.None;
        var own = _parser.ParseAsked(asked);
        var key = TransformationParser.KeyOf(asked);
        var plain = TransformationParser.IsKeyAlone(asked);
        if (key is not null && plain && SystemPresets.Find(key) is { } system) return system;
        var settings = await SettingsAsync(cancellation);
        return settings.Transform switch
        {
            "none" => throw DirectusException.InvalidQuery("Dynamic asset generation has been disabled for this project"),
            "presets" when key is null || !plain || Preset(settings, key) is null =>
                throw DirectusException.InvalidQuery("Only configured presets can be used in asset generation"),
            _ when key is null => own,
            _ when SystemPresets.Find(key) is { } known => SystemPresets.Under(own, known),
            _ when Preset(settings, key) is { } preset => own.Over(preset),
            _ => throw DirectusException.InvalidQuery($"Key \"{key}\" isn't configured"),
        };
    }

    private Transformation? Preset(AssetSettingsRow settings, string key)
    {
        if (settings.Presets is null) return null;
        var presets = JsonElement.Parse(settings.Presets);
        if (presets.ValueKind != JsonValueKind.Array) return null;
        foreach (var preset in presets.EnumerateArray())
        {
            if (preset.ValueKind == JsonValueKind.Object && preset.TryGetProperty(TransformationParser.Key, out var name) &&
                name.ValueKind == JsonValueKind.String && name.GetString() == key)
                return _parser.Parse(preset);
        }

        return null;
    }
}
