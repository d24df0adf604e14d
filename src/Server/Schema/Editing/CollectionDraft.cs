using System.Collections.Immutable;
using System.Text.Json;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>A collection that is asked for.</summary>
/// <param name="Meta">Settings as they were sent; null for a table without any.</param>
internal sealed record CollectionDraft(string Name, bool IsFolder, JsonElement? Meta, ImmutableArray<FieldDraft> Fields);
