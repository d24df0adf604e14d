using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>A collection that is asked for.</summary>
/// <param name="Meta">Settings as they were sent; null for a table without any.</param>
internal sealed record CollectionDraft(string Name, bool IsFolder, JsonElement? Meta, ImmutableArray<FieldDraft> Fields)
{
    /// <summary>The table to make for it.</summary>
    public TableDefinition Table => new(Name, [.. Fields.Select(draft => draft.Column).OfType<ColumnDefinition>()]);
}
