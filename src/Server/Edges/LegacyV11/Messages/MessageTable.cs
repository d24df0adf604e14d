using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Messages;

/// <summary>directus_messages: the notifications to the caller, and to nobody else, whatever else they may read.</summary>
internal static class MessageTable
{
    public const string Name = "directus_messages";

    /// <summary>Status of those that have been read.</summary>
    public const string Read = "archived";

    public const string Unread = "inbox";

    private static readonly LegacyRelation User = new(SystemCollections.Users) { KeyOnly = true };

    /// <param name="caller">Who gets them.</param>
    /// <param name="user">The same as a user.</param>
    /// <param name="writeResponses">Writes the messages that answer one of these.</param>
    public static LegacyTable Of(Caller caller, Guid user, Action<JsonElement, Utf8JsonWriter> writeResponses)
    {
        var columns = new SystemColumns(caller, SystemCollections.Notifications);
        var key = columns.Of("id", "id");
        return new LegacyTable(Name, SystemCollections.Notifications,
        [
            key,
            columns.Of("from", "sender", ValueForms.Alias with { Out = WriteSender }, User),
            columns.Of("subject", "subject"),
            columns.Of("message", "message"),
            SystemColumns.Null("attachment"),
            columns.Of("datetime", "timestamp"),
            columns.Made("response_to", ["collection", "item"], WriteAnswered),
            columns.Of("read", "status", ReadForm),
            columns.Made("responses", ["id"], writeResponses),
            columns.Of("recipients", "recipient", ValueForms.Alias with { Out = WriteRecipient }, User),
            columns.Of("date_updated", "timestamp"),
        ])
        {
            Key = key,
            Always = Conditions.Is("recipient", FilterOperators.Equal, user.ToString()),
            Order = new SortTerm([new FieldPath("id")], Descending: true),
        };
    }

    /// <summary>The message that one answers; null for none.</summary>
    public static string? Answered(JsonElement notification) =>
        notification.GetProperty("collection").ValueEqualsText(SystemCollections.Notifications)
        ? LegacyParameters.TextOf(notification.GetProperty("item"))
        : null;

    public static void WriteKey(string? key, Utf8JsonWriter json)
    {
        if (long.TryParse(key, out var number)) json.WriteNumberValue(number);
        else json.WriteNullValue();
    }

    private static bool ValueEqualsText(this JsonElement value, string text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static void WriteAnswered(JsonElement notification, Utf8JsonWriter json) => WriteKey(Answered(notification), json);

    private static void WriteSender(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNumberValue(0);
        else UuidAlias.Write(value, json);
    }

    // A list, as there may be several.
    private static void WriteRecipient(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (!RawJson.IsNull(value) && Guid.TryParse(RawJson.Text(value), out var recipient)) json.WriteStringValue($"{UuidAlias.Of(recipient)}");
        else json.WriteNullValue();
    }

    private static readonly ValueForm ReadForm = ValueForm.Plain with
    {
        Out = static (value, json) => json.WriteNumberValue(!RawJson.IsNull(value) && RawJson.Text(value) == Read ? 1 : 0),
        Test = static (source, test) => test.Operator switch
        {
            LegacyOperator.Equal or LegacyOperator.In => IsRead(source, test, holds: true),
            LegacyOperator.NotEqual or LegacyOperator.NotIn => IsRead(source, test, holds: false),
            _ => throw LegacyErrors.Refused($"The operator [{test.Name}] does not fit the column [read]"),
        },
    };

    private static FilterNode IsRead(string source, LegacyTest test, bool holds)
    {
        var (read, unread) = (test.Values.Contains("1") == holds, test.Values.Contains("0") == holds);
        if (read && unread) return FilterNode.All;
        if (!read && !unread) return Conditions.Never(source);
        return Conditions.Is(source, read ? FilterOperators.Equal : FilterOperators.NotEqual, Read);
    }
}
