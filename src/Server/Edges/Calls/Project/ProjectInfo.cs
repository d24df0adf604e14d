using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>The settings that everyone may see: they are shown before a login.</summary>
internal sealed class ProjectInfo(ItemReader reader, SchemaStore schema)
{
    private static readonly string[] Public =
    [
        "project_name", "project_descriptor", "project_logo", "project_color", "default_appearance", "default_theme_light", "default_theme_dark",
        "theme_light_overrides", "theme_dark_overrides", "default_language", "public_foreground", "public_favicon", "public_note", "custom_css",
        "public_registration", "public_registration_verify_email", "public_background",
    ];

    /// <summary>A JSON object of all of them; what no row and no default gives is null.</summary>
    public async Task<MemorySink> ReadAsync(CancellationToken cancellation)
    {
        var current = schema.Current;
        using var row = new MemorySink();
        if (Fields(current) is { IsEmpty: false } fields)
        {
            var server = new Caller(new Principal { Admin = true }, current, AccessRules.Unrestricted);
            await reader.ReadAsync(server, new ItemRead.List(SystemCollections.Settings, new ItemQuery { Fields = fields }), row, cancellation);
        }

        var settings = row.Length > 0 ? JsonElement.Parse(row.Written.Span) : JsonElement.Parse("{}");
        var sink = new MemorySink();
        using var json = new Utf8JsonWriter(sink, RestJson);
        json.WriteStartObject();
        foreach (var name in Public)
        {
            json.WritePropertyName(name);
            if (settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(name, out var value)) value.WriteTo(json);
            else json.WriteNullValue();
        }

        json.WriteEndObject();
        json.Flush();
        return sink;
    }

    private static readonly JsonWriterOptions RestJson = RowJson.WriterOptions;

    // A database of another version may lack some.
    private static ImmutableArray<FieldSelection> Fields(DatabaseSchema current) =>
        current.TryGetCollection(SystemCollections.Settings, out var settings)
        ? [.. Public.Where(name => settings.TryGetField(name, out _)).Select(name => new FieldSelection(new FieldPath(name), []))]
        : [];
}
