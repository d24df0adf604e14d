using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>The refusals of API v1.1 that name what is not there. To all else they are FORBIDDEN, as what is absent always is.</summary>
internal static class LegacyErrors
{
    private const string Missing = "missing";

    public static DirectusException Table(string name) => NotFound($"Unable to find the table \"{name}\"");

    public static DirectusException Column(string name) => NotFound($"Unable to find the column [{name}]");

    public static DirectusException Record(string table, string id) => NotFound(table switch
    {
        "directus_files" => $"Unable to find the file record with ID [{id}]",
        "directus_groups" => $"Unable to find the group record with ID [{id}]",
        _ => $"Unable to find the record in [{table}] with ID [{id}]",
    });

    public static DirectusException NoStatus() => NotFound("Cannot soft delete. Table has not status column.");

    public static DirectusException NotFound(string message) => new([new DirectusError(ErrorCodes.Forbidden, message,
        new Dictionary<string, object?> { [Missing] = true })]);

    /// <summary>What is there, and may not be done: 403.</summary>
    public static DirectusException Forbidden(string message) =>
        new([new DirectusError(ErrorCodes.Forbidden, message, new Dictionary<string, object?> { ["reason"] = message })]);

    public static bool IsMissing(DirectusError error) => error.Extensions.ContainsKey(Missing);

    /// <summary>Input that makes no sense: 422.</summary>
    public static DirectusException Refused(string message) =>
        new([new DirectusError(ErrorCodes.InvalidPayload, message, new Dictionary<string, object?> { ["reason"] = message })]);
}
