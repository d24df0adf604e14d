using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Values;

namespace Directus.Grpc.Server.Query.Rules;

/// <summary>A rule that a write broke, before it is known where in the request the item was.</summary>
/// <param name="Type">What was asked for: `eq`, `required`, …</param>
/// <param name="Detail">What tells more: `valid`, `invalid` or `substring`; null for nothing.</param>
/// <param name="Value">The value of the detail.</param>
internal sealed record RuleFailure(string Type, string? Detail = null, JsonElement Value = default)
{
    public static RuleFailure Required { get; } = new("required");

    public static RuleFailure Null { get; } = new("null");

    public static RuleFailure NotNull { get; } = new("nnull");

    public static RuleFailure Empty { get; } = new("empty");

    public static RuleFailure NotEmpty { get; } = new("nempty");

    public RuleFailure(FilterOperator broken, string? detail = null, JsonElement value = default) : this(broken.Word, detail, value)
    {
    }

    /// <summary>The names of fields from the item that was checked to the one that fails.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>The refusal.</summary>
    /// <param name="outer">The fields that lead from the request to the item that was checked.</param>
    public DirectusError ToError(IReadOnlyList<string> outer)
    {
        string[] path = [.. outer, .. Fields.Skip(1)];
        var extensions = new Dictionary<string, object?> { ["field"] = Fields[0], ["path"] = path, ["type"] = Type };
        if (Detail is not null) extensions[Detail] = Value;
        var place = path.Length == 0 ? "" : $" at \"{string.Join('.', path)}\"";
        return new DirectusError(ErrorCodes.FailedValidation, $"Validation failed for field \"{Fields[0]}\"{place}.{Meaning()}", extensions);
    }

    private string Meaning() => Type switch
    {
        "required" => " Value is required.",
        "null" => " Value has to be null.",
        "nnull" => " Value can't be null.",
        "empty" => " Value has to be empty.",
        "nempty" => " Value can't be empty.",
        "eq" => $" Value has to be {Shown()}.",
        "neq" => $" Value can't be {Shown()}.",
        "in" => $" Value has to be one of {Shown()}.",
        "nin" => $" Value can't be one of {Shown()}.",
        "lt" => $" Value has to be less than {Shown()}.",
        "lte" => $" Value has to be less than or equal to {Shown()}.",
        "gt" => $" Value has to be greater than {Shown()}.",
        "gte" => $" Value has to be greater than or equal to {Shown()}.",
        "contains" => $" Value has to contain {Shown()}.",
        "ncontains" => $" Value can't contain {Shown()}.",
        "regex" => " Value doesn't have the correct format.",
        _ => "",
    };

    private string Shown() => Value.ValueKind == JsonValueKind.Array
        ? string.Join(", ", Value.EnumerateArray().Select(value => $"\"{ValueParser.Text(value)}\""))
        : $"\"{ValueParser.Text(Value)}\"";
}
