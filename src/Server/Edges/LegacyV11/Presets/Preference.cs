using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>How a user wants to see a table.</summary>
internal sealed record Preference(long? Id, long User, string Table, string? Title)
{
    public const string TableName = "directus_preferences";

    public const string UsualStatus = "1,2";

    public required IReadOnlyList<string> Columns { get; init; }

    public required string Sort { get; init; }

    public bool Descending { get; init; }

    public string Status { get; init; } = UsualStatus;

    public string? Search { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Id is { } id) json.WriteNumber("id"u8, id);
        else json.WriteNull("id"u8);
        json.WriteNumber("user"u8, User);
        json.WriteString("table_name"u8, Table);
        json.WriteString("title"u8, Title);
        json.WriteString("columns_visible"u8, string.Join(',', Columns));
        json.WriteString("sort"u8, Sort);
        json.WriteString("sort_order"u8, Descending ? "DESC" : "ASC");
        json.WriteString("status"u8, Status);
        json.WriteString("search_string"u8, Search);
        json.WriteEndObject();
    }
}
