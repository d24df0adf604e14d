namespace Directus.Grpc.Client;

/// <summary>A field whose value was refused.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Message">Why, as a sentence.</param>
public sealed record FieldError(string Field, string Message);
