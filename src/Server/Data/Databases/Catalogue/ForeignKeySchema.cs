namespace Directus.Grpc.Server.Data.Databases.Catalogue;

/// <summary>A foreign key of one column.</summary>
public sealed record ForeignKeySchema(string Name, string Table, string Column, string OnUpdate, string OnDelete);
