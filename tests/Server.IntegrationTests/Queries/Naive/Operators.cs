using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>The operators of filters. Of null nothing holds but that it is null, or empty.</summary>
internal static class Operators
{
    public static bool Holds(string name, object? value, JsonNode? operand, Kind kind) => name switch
    {
        "_null" => value is null == (bool)operand!,
        "_nnull" => value is null != (bool)operand!,
        "_empty" => value is null or "" == (bool)operand!,
        "_nempty" => value is null or "" != (bool)operand!,
        _ => value is not null && HoldsOf(name, value, operand!, kind),
    };

    private static bool HoldsOf(string name, object value, JsonNode operand, Kind kind)
    {
        int Order(JsonNode? other) => Cells.Compare(value, Cells.Parse(kind, other!));
        bool Among() => operand.AsArray() is { Count: > 0 } list ? list.Any(one => Order(one) == 0) : throw new NotSupportedException("No values.");
        bool Between() => Order(operand[0]) >= 0 && Order(operand[1]) <= 0;

        return name switch
        {
            "_eq" => Order(operand) == 0,
            "_neq" => Order(operand) != 0,
            "_lt" => Order(operand) < 0,
            "_lte" => Order(operand) <= 0,
            "_gt" => Order(operand) > 0,
            "_gte" => Order(operand) >= 0,
            "_in" => Among(),
            "_nin" => !Among(),
            "_between" => Between(),
            "_nbetween" => !Between(),
            _ => Like(name[1..], (string)value, operand.ToString()),
        };
    }

    private static bool Like(string name, string text, string part)
    {
        if (name[0] == 'n') return !Like(name[1..], text, part);
        var comparison = name[0] == 'i' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return name.TrimStart('i') switch
        {
            "contains" => text.Contains(part, comparison),
            "starts_with" => text.StartsWith(part, comparison),
            _ => text.EndsWith(part, comparison),
        };
    }
}
