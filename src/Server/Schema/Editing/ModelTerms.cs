namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>What a model says of a column beyond the body of a change.</summary>
/// <param name="Retype">Whether the type changes within what the API calls the same.</param>
/// <param name="DeclaredType">Its type in the words of the database; null for the usual one.</param>
/// <param name="SameDefault">Whether the default is the one that the column has.</param>
/// <param name="DefaultExpression">A default that the database computes, from a list of known ones; null for a value.</param>
internal sealed record ModelTerms(bool Retype, string? DeclaredType, bool SameDefault, string? DefaultExpression);
