using System.Text.Json;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Calls.Payloads;

/// <summary>Reads the flat payloads of auth calls, over REST from the body and over gRPC from the message, and refuses in
/// the words of Directus: the first property that is wrong, in the order in which the caller of this reads them.</summary>
internal readonly struct PayloadReader
{
    private readonly JsonElement _payload;

    private PayloadReader(JsonElement payload) => _payload = payload;

    public static PayloadReader Of(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Undefined => new PayloadReader(body),
        _ => throw Refused("value", "must be of type object"),
    };

    /// <summary>The payload of a call, wherever it came from.</summary>
    public static async ValueTask<PayloadReader> ReadAsync(HttpCall? http, IMessage request, CancellationToken cancellation) =>
        http is null ? Of(request) : Of(await http.ReadBodyAsync(cancellation));

    public static PayloadReader Of(IMessage request) => new(MessageJson.Of(request));

    public string Required(string name) => Optional(name) ?? throw Refused(name, "is required");

    /// <summary>The key of an item, a text or a number.</summary>
    public string Key(string name)
    {
        if (!TryGet(name, out var value)) throw Refused(name, "is required");
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => throw Refused(name, "must be one of [string, number]"),
        };
    }

    public string? Optional(string name)
    {
        if (!TryGet(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String) throw Refused(name, "must be a string");
        var text = value.GetString()!;
        return text.Length > 0 ? text : throw Refused(name, "is not allowed to be empty");
    }

    public string Email(string name)
    {
        var address = Required(name);
        return EmailAddress.IsValid(address) ? address : throw Refused(name, "must be a valid email");
    }

    /// <summary>As <see cref="Required"/>, in the words of calls that Directus checks by hand.</summary>
    public string Field(string name) => Text(name) is { Length: > 0 } text ? text : throw Refused(name, "field is required");

    /// <summary>Mail addresses, from an array or from a single string.</summary>
    public IReadOnlyList<string> Emails(string name)
    {
        if (!TryGet(name, out var value)) throw Refused(name, "is required");
        return value.ValueKind switch
        {
            JsonValueKind.String => [Email(name)],
            JsonValueKind.Array => EmailList(name),
            _ => throw Refused(name, "must be one of [string, array]"),
        };
    }

    /// <summary>Mail addresses from an array.</summary>
    public IReadOnlyList<string> EmailList(string name)
    {
        if (!TryGet(name, out var value)) throw Refused(name, "is required");
        if (value.ValueKind != JsonValueKind.Array) throw Refused(name, "must be an array");
        return [.. value.EnumerateArray()
            .Select((element, i) => element.ValueKind != JsonValueKind.String ? throw Refused($"{name}[{i}]", "must be a string")
            : EmailAddress.IsValid(element.GetString()!) ? element.GetString()! : throw Refused($"{name}[{i}]", "must be a valid email"))];
    }

    public Guid Uuid(string name) => Guid.TryParse(Required(name), out var id) ? id : throw Refused(name, "must be a valid GUID");

    /// <summary>Refuses what is not among these.</summary>
    public void Only(params ReadOnlySpan<string> names)
    {
        if (_payload.ValueKind != JsonValueKind.Object) return;
        foreach (var property in _payload.EnumerateObject())
            if (!names.Contains(property.Name)) throw Refused(property.Name, "is not allowed");
    }

    public LoginMode Mode()
    {
        if (!TryGet("mode", out var value)) return LoginMode.Json;
        return (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
        {
            "json" => LoginMode.Json,
            "cookie" => LoginMode.Cookie,
            "session" => LoginMode.Session,
            _ => throw Refused("mode", "must be one of [cookie, json, session]"),
        };
    }

    /// <summary>The text of the property, if it is one; what else it may be does not matter.</summary>
    public string? Text(string name) => TryGet(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool Has(string name) => TryGet(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False);

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return _payload.ValueKind == JsonValueKind.Object && _payload.TryGetProperty(name, out value);
    }

    private static DirectusException Refused(string name, string why) => DirectusException.InvalidPayload($"\"{name}\" {why}");
}
