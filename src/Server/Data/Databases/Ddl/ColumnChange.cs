using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>What a column is to become, and which parts of it differ from what it is.</summary>
internal sealed record ColumnChange(ColumnSchema Old, ColumnDefinition New)
{
    public bool Type { get; init; }

    public bool Default { get; init; }

    public bool Nullable => Old.Nullable != New.Nullable;

    public bool Unique => !Old.PrimaryKey && Old.Unique != New.Unique;

    public bool Indexed => !Old.PrimaryKey && (Old.Indexed != (New.Indexed && !New.Unique));

    public bool Any => Type || Default || Nullable || Unique || Indexed;
}
