using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>Plays the steps of one case file in order. A step that fails does not end the story; what later steps miss
/// then, they fail by.</summary>
internal sealed class Story(HttpSender server, string adminToken, SmtpSink mailbox)
{
    private readonly Names names = new();
    private readonly Dictionary<string, string> tokens = new() { ["admin"] = adminToken };

    /// <summary>Plays a step; for a mail that nobody expects to come it need not wait long.</summary>
    public async Task<Verdict> PlayAsync(Step step, TimeSpan mailPatience)
    {
        try
        {
            return new(step, step.Member("mail") is { } mail ? await MailAsync(mail, mailPatience) : await RequestAsync(step));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
        {
            return new(step, $"{error.GetType().Name}: {error.Message}");
        }
    }

    private async Task<string?> MailAsync(JsonElement mail, TimeSpan patience)
    {
        var to = names.Fill(mail.GetProperty("to").GetString()!);
        if (await mailbox.FindAsync(to, patience) is not { } text) return $"no mail to {to}";
        foreach (var save in mail.GetProperty("save").EnumerateObject())
        {
            var found = Regex.Match(text, save.Value.GetString()!);
            if (!found.Success) return $"mail has no /{save.Value}/: {text}";
            names.Set(save.Name, Uri.UnescapeDataString(found.Groups[1].Value));
        }

        return null;
    }

    private async Task<string?> RequestAsync(Step step)
    {
        var request = Request.Of(step, names);
        if (step.Text("as") is { } user && !request.Headers.ContainsKey("Authorization"))
        {
            if (!tokens.TryGetValue(user, out var token)) return $"no earlier step got a token for {user}";
            request.Headers["Authorization"] = $"Bearer {token}";
        }

        var reply = await server.SendAsync(request);
        var lost = Keep(step, reply);
        return Expectation.Problem(step, reply, names) ?? lost;
    }

    // What a step saves is saved whatever its answer is worth: its own expectation may name it.
    private string? Keep(Step step, HttpReply reply)
    {
        var body = reply.Json();
        foreach (var save in Members(step, "save"))
        {
            var path = save.Value.GetString()!;
            if (path.StartsWith("header:", StringComparison.Ordinal)) names.Set(save.Name, reply.Header(path[7..]));
            else if (Dig(body, path) is { } value) names[save.Name] = value;
            else return $"cannot save {save.Name}: the answer has no {path}";
        }

        foreach (var token in Members(step, "token"))
        {
            if (Dig(body, token.Value.GetString()!) is not { } value) return $"the answer has no {token.Value}";
            tokens[token.Name] = value.ToString();
        }

        return null;
    }

    private static IEnumerable<JsonProperty> Members(Step step, string name) =>
        step.Member(name) is { } members ? members.EnumerateObject() : [];

    private static JsonElement? Dig(JsonElement? value, string path)
    {
        foreach (var part in path.Split('.'))
        {
            value = value switch
            {
                { ValueKind: JsonValueKind.Object } some when some.TryGetProperty(part, out var member) => member,
                { ValueKind: JsonValueKind.Array } some when int.TryParse(part, out var index) && index < some.GetArrayLength() => some[index],
                _ => null,
            };
        }

        return value;
    }
}
