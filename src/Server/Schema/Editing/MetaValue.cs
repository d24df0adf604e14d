using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>A value for a column of a system table.</summary>
internal readonly record struct MetaValue(string Column, object? Value, SqlKind Kind = SqlKind.Text);
