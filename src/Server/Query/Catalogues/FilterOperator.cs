using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>An operator of filters and rules.</summary>
/// <param name="Name">As it is spelled.</param>
/// <param name="Test">What it asks of a value.</param>
/// <param name="Operand">What stands beside it.</param>
/// <param name="Fields">The fields that have it; none: it judges only what is written.</param>
/// <param name="Shown">The fields on which GraphQL's schema shows it, when these are others.</param>
/// <param name="Negated">Whether it holds where the test does not.</param>
/// <param name="IgnoresCase">Whether texts are compared without regard to case.</param>
public sealed record FilterOperator(string Name, FilterTest Test, OperandForm Operand, FieldFamily Fields = FieldFamily.None,
    FieldFamily? Shown = null, bool Negated = false, bool IgnoresCase = false)
{
    /// <summary>As refusals of written values tell it: `eq`.</summary>
    public string Word => Name[1..];

    public bool Fits(Field field) => Fields.HasFlag(FieldFamilies.Of(field));

    public bool IsShownOn(FieldFamily family) => (Shown ?? Fields).HasFlag(family);

    /// <summary>Refuses an operand that is of another form.</summary>
    public void Check(JsonElement operand)
    {
        if (!Takes(operand)) throw Refusal();
        if (Operand == OperandForm.Value && operand.ValueKind == JsonValueKind.String && operand.ValueEquals(""))
            throw DirectusException.InvalidQuery($"You can't filter for an empty string in \"{Name}\". Use \"_empty\" or \"_nempty\" instead");
        if (Operand is not (OperandForm.List or OperandForm.Range) || operand.ValueKind != JsonValueKind.Array) return;
        foreach (var element in operand.EnumerateArray())
            if (!IsScalar(element)) throw NoScalar();
    }

    /// <summary>Why an operand of another form, or none, is refused.</summary>
    public DirectusException Refusal() => Operand switch
    {
        OperandForm.Flag => DirectusException.InvalidQuery($"\"{Name}\" has to be a boolean"),
        OperandForm.List or OperandForm.Range => DirectusException.InvalidQuery($"\"{Name}\" has to be an array of values"),
        OperandForm.Shape => DirectusException.InvalidQuery($"\"{Name}\" has to be a GeoJSON object"),
        _ => NoScalar(),
    };

    public override string ToString() => Name;

    // From a query string a list is one text with commas. null and the empty string stand for true, as if nothing were said.
    private bool Takes(JsonElement operand) => Operand switch
    {
        OperandForm.Flag => operand.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null
            || (operand.ValueKind == JsonValueKind.String && operand.GetString() is "true" or "false" or ""),
        OperandForm.List or OperandForm.Range => !IsEmpty(operand),
        OperandForm.Shape => operand.ValueKind is JsonValueKind.Object or JsonValueKind.String,
        _ => IsScalar(operand),
    };

    private static bool IsEmpty(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Array => list.GetArrayLength() == 0,
        JsonValueKind.String => list.ValueEquals(""),
        JsonValueKind.Object => true,
        _ => false,
    };

    private static bool IsScalar(JsonElement operand) => operand.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object);

    private DirectusException NoScalar() => DirectusException.InvalidQuery($"The filter value for \"{Name}\" has to be a string, number, or boolean");
}
