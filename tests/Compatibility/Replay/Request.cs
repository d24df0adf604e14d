using System.Text;
using System.Text.Json;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>The request of a step with all names filled in.</summary>
internal sealed record Request(string Method, string Target, Dictionary<string, string> Headers, byte[]? Body)
{
    // What stays as it is in a request target; an escape that a case wrote itself (%2F) must arrive as written.
    private const string Plain = "/?&=%[]:,.*()-_~!$'@+;|";

    public static Request Of(Step step, Names names)
    {
        var headers = new Dictionary<string, string>();
        if (step.Member("headers") is { } given)
            foreach (var header in names.Fill(given).EnumerateObject()) headers[header.Name] = header.Value.ToString();
        var body = BodyOf(step, names, headers);
        return new(step.Text("method")!, Quote(names.Fill(step.Text("path")!)), headers, body);
    }

    private static byte[]? BodyOf(Step step, Names names, Dictionary<string, string> headers)
    {
        if (step.Json.TryGetProperty("multipart", out var parts)) return Multipart(names.Fill(parts), headers);
        if (step.Json.TryGetProperty("raw", out var raw)) return Encoding.UTF8.GetBytes(names.Fill(raw.GetString()!));
        if (!step.Json.TryGetProperty("body", out var body)) return null;
        headers.TryAdd("Content-Type", "application/json");
        return Encoding.UTF8.GetBytes(names.Fill(body).GetRawText());
    }

    private static byte[] Multipart(JsonElement parts, Dictionary<string, string> headers)
    {
        var edge = $"edge{Guid.NewGuid():N}";
        headers["Content-Type"] = $"multipart/form-data; boundary={edge}";
        using var body = new MemoryStream();
        foreach (var part in parts.EnumerateArray())
        {
            var head = $"--{edge}\r\nContent-Disposition: form-data; name=\"{part.GetProperty("name")}\"";
            if (part.TryGetProperty("filename", out var filename)) head += $"; filename=\"{filename}\"";
            if (part.TryGetProperty("type", out var type)) head += $"\r\nContent-Type: {type}";
            body.Write(Encoding.UTF8.GetBytes(head + "\r\n\r\n"));
            body.Write(part.TryGetProperty("hex", out var hex)
                ? Convert.FromHexString(hex.GetString()!)
                : Encoding.UTF8.GetBytes(part.TryGetProperty("text", out var text) ? text.ToString() : ""));
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.UTF8.GetBytes($"--{edge}--\r\n"));
        return body.ToArray();
    }

    private static string Quote(string path)
    {
        var target = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(path))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || Plain.Contains((char)unit)) target.Append((char)unit);
            else target.Append('%').Append(unit.ToString("X2"));
        }

        return target.ToString();
    }
}
