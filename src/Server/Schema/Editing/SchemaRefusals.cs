using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>The refusals of the schema area, in the words of Directus.</summary>
internal static class SchemaRefusals
{
    /// <summary>The collection of a call is missing, or hidden from the caller.</summary>
    public static DirectusException Hidden(string collection) => DirectusException.Forbidden(collection);

    /// <summary>The caller has no rule to read the collection.</summary>
    public static DirectusException NotReadable(string collection) => Forbidden(
        $"You don't have permission to perform \"read\" for collection \"{collection}\" or it does not exist.");

    public static DirectusException Required(string key) => DirectusException.InvalidPayload($"\"{key}\" is required");

    public static DirectusException MustBe(string key, string what) => DirectusException.InvalidPayload($"\"{key}\" must be {what}");

    public static DirectusException TooLong(string collection, string field, string value) => new([new DirectusError(
        ErrorCodes.ValueTooLong, $"Value \"{value}\" for field \"{field}\" in collection \"{collection}\" is too long.",
        new Dictionary<string, object?> { ["collection"] = collection, ["field"] = field, ["value"] = value })]);

    public static DirectusException ForeignKey(string collection, string field, string? value) => new([new DirectusError(
        ErrorCodes.InvalidForeignKey, value is null
            ? $"Invalid foreign key for field \"{field}\" in collection \"{collection}\"."
            : $"Invalid foreign key \"{value}\" for field \"{field}\" in collection \"{collection}\".",
        new Dictionary<string, object?> { ["collection"] = collection, ["field"] = field, ["value"] = value })]);

    public static DirectusException OfData(ErrorCode code, string message, string? collection, string? field) => new([new DirectusError(
        code, message, new Dictionary<string, object?> { ["collection"] = collection, ["field"] = field })]);

    private static DirectusException Forbidden(string reason) => new([new DirectusError(ErrorCodes.Forbidden, reason,
        new Dictionary<string, object?> { ["reason"] = reason })]);
}
