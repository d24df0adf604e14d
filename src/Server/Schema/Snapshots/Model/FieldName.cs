using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>A field by its full name.</summary>
internal readonly record struct FieldName(string Collection, string Field)
{
    public static FieldName Of(JsonObject part) => new((string)part["collection"]!, (string)part["field"]!);

    public override string ToString() => $"{Collection}.{Field}";
}
