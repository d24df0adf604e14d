using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The refusals that name a collection, a field and its value.</summary>
internal static class WriteErrors
{
    public static DirectusException BadValue(ErrorCode code, Field field, object? value, Exception? cause = null) =>
        new([new DirectusError(code, Sentence(code, field, value), new Dictionary<string, object?>
        {
            ["collection"] = field.Collection,
            ["field"] = field.Name,
            ["value"] = field.Masked ? null : value,
        })], cause);

    public static DirectusException BadField(Field field, string why) =>
        DirectusException.InvalidPayload($"Field \"{field.Name}\" in collection \"{field.Collection}\" {why}");

    public static DirectusException BadTarget(ErrorCode code, string collection, string? field, Exception cause) =>
        new([new DirectusError(code, code.Meaning,
            new Dictionary<string, object?> { ["collection"] = collection, ["field"] = field, ["value"] = null })], cause);

    public static DirectusException TooMany(int most) => DirectusException.InvalidPayload($"Exceeded max batch mutation limit of {most}");

    private static string Sentence(ErrorCode code, Field field, object? value)
    {
        var shown = field.Masked || value is null ? "Value" : $"Value \"{Short(value)}\"";
        var what = code == ErrorCodes.RecordNotUnique ? "has to be unique"
            : code == ErrorCodes.ValueTooLong ? "is too long"
            : code == ErrorCodes.ValueOutOfRange ? "is out of range"
            : code == ErrorCodes.InvalidForeignKey ? "refers to nothing"
            : "is not allowed";
        return $"{shown} for field \"{field.Name}\" in collection \"{field.Collection}\" {what}.";
    }

    private static string Short(object value)
    {
        var text = value is JsonElement { ValueKind: JsonValueKind.String } json ? json.GetString()! : value.ToString()!;
        return text.Length <= 100 ? text : text[..100] + "…";
    }
}
