using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Presets;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Messages;

/// <summary>Sends messages: one notification to each recipient, from the caller.</summary>
internal sealed class MessageSender(MessageReader messages, Recipients recipients, ItemWriter writer, TimeProvider time)
{
    public Task<LegacyAnswer> SendAsync(LegacyCall call) => SendAsync(call, null, null);

    /// <summary>Answers a message to the caller; to whoever sent it, unless others are named.</summary>
    public async Task<LegacyAnswer> AnswerAsync(LegacyCall call, string id)
    {
        var (answered, sender) = await messages.RequireAsync(call, id);
        return await SendAsync(call, answered, sender);
    }

    /// <summary>Marks a message as read, or as unread.</summary>
    public async Task<LegacyAnswer> MarkAsync(LegacyCall call, string id)
    {
        var (key, _) = await messages.RequireAsync(call, id);
        var status = PreferenceInput.Text(call.Fields, "read") == "0" ? MessageTable.Unread : MessageTable.Read;
        var data = JsonSerializer.SerializeToElement(new { status });
        await writer.WriteAsync(call.Caller, new ItemWrite.Update(SystemCollections.Notifications, [JsonSerializer.SerializeToElement(key)], data),
            call.Cancellation);
        return await messages.GetAsync(call, id);
    }

    private async Task<LegacyAnswer> SendAsync(LegacyCall call, long? answered, string? sender)
    {
        var from = Preferences.User(call);
        if (PreferenceInput.Text(call.Fields, "subject") is not { Length: > 0 } subject)
            throw LegacyErrors.Refused("The column [subject] is required");
        var message = PreferenceInput.Text(call.Fields, "message");
        var to = Recipients.AreNamed(call.Fields) || sender is null ? await recipients.FindAsync(call) : [Guid.Parse(sender)];
        if (to.Count == 0) throw LegacyErrors.NotFound("There is nobody whom the message could go to");
        var items = to.Select(user => JsonText.Parse(Notification(from, user, subject, message, answered).ToJsonString())).ToList();
        var sent = time.GetUtcNow();
        var keys = await writer.WriteAsync(call.Caller, new ItemWrite.Create(SystemCollections.Notifications, items), call.Cancellation);
        // The one to the caller, if there is one: that they can read again.
        var own = Math.Max(to.ToList().IndexOf(from), 0);
        return LegacyAnswer.Item(MessageTable.Name, json => Write(json, keys[own], from, to, subject, message, answered, sent));
    }

    private static JsonObject Notification(Guid from, Guid to, string subject, string? message, long? answered)
    {
        var item = new JsonObject { ["recipient"] = to.ToString(), ["sender"] = from.ToString(), ["subject"] = subject, ["message"] = message };
        if (answered is not { } key) return item;
        item["collection"] = SystemCollections.Notifications;
        item["item"] = key.ToString(CultureInfo.InvariantCulture);
        return item;
    }

    // The caller may not be permitted to read what they sent to others: it is told as it was sent.
    private static void Write(Utf8JsonWriter json, object key, Guid from, IReadOnlyList<Guid> to, string subject, string? message, long? answered,
        DateTimeOffset sent)
    {
        var moment = sent.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteNumber("id"u8, Convert.ToInt64(key, CultureInfo.InvariantCulture));
        json.WriteNumber("from"u8, UuidAlias.Of(from));
        json.WriteString("subject"u8, subject);
        json.WriteString("message"u8, message);
        json.WriteNull("attachment"u8);
        json.WriteString("datetime"u8, moment);
        json.WritePropertyName("response_to"u8);
        MessageTable.WriteKey(answered?.ToString(CultureInfo.InvariantCulture), json);
        json.WriteNumber("read"u8, 0);
        json.WritePropertyName("responses"u8);
        MessageThreads.WriteEmpty(default, json);
        json.WriteString("recipients"u8, string.Join(',', to.Select(UuidAlias.Of)));
        json.WriteString("date_updated"u8, moment);
        json.WriteEndObject();
    }
}
