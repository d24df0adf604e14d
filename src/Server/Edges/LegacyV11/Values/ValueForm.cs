using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Values;

/// <summary>Writes a value of API v1.1 for one of Directus 11, which is given as it is answered there: JSON, `null` where it is
/// null or not told.</summary>
internal delegate void ValueOut(ReadOnlySpan<byte> value, Utf8JsonWriter json);

/// <summary>How the values of a column look in API v1.1.</summary>
/// <param name="Out">Writes them.</param>
/// <param name="In">Reads them: what is written to Directus 11 for a given value, which from a form is a text.</param>
internal sealed record ValueForm(ValueOut Out, Func<JsonElement, JsonNode?> In)
{
    /// <summary>What a condition on the field means, where the values in it are others than those that would be written.</summary>
    public Func<string, LegacyTest, FilterNode>? Test { get; init; }

    /// <summary>Whether they are told as they are.</summary>
    public bool IsPlain => ReferenceEquals(Out, Plain.Out);

    /// <summary>The values as they are.</summary>
    public static ValueForm Plain { get; } = new(static (value, json) => json.WriteRawValue(value, skipInputValidation: true),
        static given => JsonNode.Parse(given.GetRawText()));

    /// <summary>A value that is the same for every row, and is ignored when it is given.</summary>
    public static ValueForm Constant(Action<Utf8JsonWriter> write) => Plain with { Out = (_, json) => write(json) };
}
