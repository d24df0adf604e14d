using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>The statuses of users: 1 is active, 0 archived, 2 all that may not log in for now, written as suspended.</summary>
internal static class UserStatus
{
    public static RowStatus Of(Field status) => new(status, "archived", "suspended", "active") { MoreDrafts = ["draft", "invited", "unverified"] };

    /// <summary>The statuses as their numbers.</summary>
    public static ValueForm Form(RowStatus status) => new(
        (value, json) =>
        {
            if (!RawJson.IsNull(value) && status.Number(RawJson.Text(value)) is { } number) json.WriteNumberValue(number);
            else json.WriteNullValue();
        },
        given => In(status, given))
    {
        Test = (_, test) => Test(status, test),
    };

    // The words of Directus 11 are taken too.
    private static JsonNode? In(RowStatus status, JsonElement given)
    {
        var text = LegacyParameters.TextOf(given);
        if (!int.TryParse(text, out var number)) return ValueForm.Plain.In(given);
        return status.Value(number) ?? throw LegacyErrors.Refused($"The status [{text}] is unknown");
    }

    private static FilterNode Test(RowStatus status, LegacyTest test) => test.Operator switch
    {
        LegacyOperator.Equal or LegacyOperator.In => status.Condition(test.Values),
        LegacyOperator.NotEqual or LegacyOperator.NotIn => status.Condition([.. Numbers.Except(test.Values)]),
        LegacyOperator.Null or LegacyOperator.Empty => Conditions.Null(status.Field.Name),
        LegacyOperator.NotNull or LegacyOperator.NotEmpty => Conditions.Null(status.Field.Name, holds: false),
        _ => throw LegacyErrors.Refused($"The operator [{test.Name}] does not fit the column [active]"),
    };

    private static readonly string[] Numbers = ["0", "1", "2"];
}
