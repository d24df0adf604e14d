namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>A foreign key to make, from one column to one column.</summary>
internal sealed record ForeignKeyDefinition(string Table, string Column,
    ReferentialAction OnDelete = ReferentialAction.NoAction, ReferentialAction OnUpdate = ReferentialAction.NoAction);
