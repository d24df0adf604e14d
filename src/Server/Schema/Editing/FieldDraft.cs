using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>A field that is asked for.</summary>
/// <param name="Column">The column to make; null for an alias.</param>
/// <param name="Meta">Settings as they were sent; null for none.</param>
internal sealed record FieldDraft(string Name, FieldType Type, ColumnDefinition? Column, JsonElement? Meta);
