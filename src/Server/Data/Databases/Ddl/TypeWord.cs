namespace Directus.Grpc.Server.Data.Databases.Ddl;

/// <summary>The word of a database for a type, with the sizes that its catalogue tells of a new column of it.</summary>
internal readonly record struct TypeWord(string Word, int? Length = null, int? Precision = null, int? Scale = null);
