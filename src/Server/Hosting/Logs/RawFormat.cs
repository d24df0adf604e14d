using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Directus.Grpc.Server.Hosting.Logs;

/// <summary>Lines of JSON by the names of pino, which tools for Directus' log know.</summary>
internal sealed class RawFormat : ILineFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic] private static Utf8JsonWriter? writer;

    private readonly string _host = Environment.MachineName;

    public void Event(IBufferWriter<byte> line, DateTimeOffset time, LogLevel level, string message, Exception? error)
    {
        var json = Begin(line, time, level);
        if (error is not null) WriteError(json, error);
        End(json, line, message);
    }

    public void Request(IBufferWriter<byte> line, DateTimeOffset time, RequestLine request)
    {
        var json = Begin(line, time, LogLevel.Information);
        json.WriteStartObject("req"u8);
        json.WriteNumber("id"u8, request.Id);
        json.WriteString("method"u8, request.Method);
        json.WriteString("url"u8, request.Url);
        WriteHeaders(json, request.Http.Request.Headers);
        if (request.Http.Connection.RemoteIpAddress is { } address)
            json.WriteString("remoteAddress"u8, (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString());
        json.WriteEndObject();
        json.WriteStartObject("res"u8);
        json.WriteNumber("statusCode"u8, request.Status);
        if (request.Rpc is { } code) json.WriteString("grpcStatus"u8, code.ToString());
        WriteHeaders(json, request.Http.Response.Headers);
        json.WriteEndObject();
        json.WriteNumber("responseTime"u8, Math.Round(request.Milliseconds));
        End(json, line, request.Message);
    }

    private Utf8JsonWriter Begin(IBufferWriter<byte> line, DateTimeOffset time, LogLevel level)
    {
        var json = writer ?? new Utf8JsonWriter(line, Options);
        writer = null;
        json.Reset(line);
        json.WriteStartObject();
        json.WriteNumber("level"u8, Number(level));
        json.WriteNumber("time"u8, time.ToUnixTimeMilliseconds());
        json.WriteNumber("pid"u8, Environment.ProcessId);
        json.WriteString("hostname"u8, _host);
        return json;
    }

    private static void End(Utf8JsonWriter json, IBufferWriter<byte> line, string message)
    {
        if (System.Diagnostics.Activity.Current is { IdFormat: System.Diagnostics.ActivityIdFormat.W3C } activity)
        {
            json.WriteString("trace_id"u8, activity.TraceId.ToHexString());
            json.WriteString("span_id"u8, activity.SpanId.ToHexString());
        }

        json.WriteString("msg"u8, message);
        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
        writer = json;
    }

    private static void WriteHeaders(Utf8JsonWriter json, IHeaderDictionary headers)
    {
        json.WriteStartObject("headers"u8);
        foreach (var (name, values) in headers) json.WriteString(name.ToLowerInvariant(), Value(name, values));
        json.WriteEndObject();
    }

    private static string Value(string name, StringValues values) =>
        Redaction.Hides(name) ? Redaction.Redacted
        : name.Equals("Referer", StringComparison.OrdinalIgnoreCase) || name.Equals("Location", StringComparison.OrdinalIgnoreCase)
            ? Redaction.OfUrl(values.ToString())
        : values.ToString();

    private static void WriteError(Utf8JsonWriter json, Exception error)
    {
        json.WriteStartObject("err"u8);
        json.WriteString("type"u8, error.GetType().Name);
        json.WriteString("message"u8, error.Message);
        json.WriteString("stack"u8, error.ToString());
        json.WriteEndObject();
    }

    private static int Number(LogLevel level) => level switch
    {
        LogLevel.Trace => 10,
        LogLevel.Debug => 20,
        LogLevel.Warning => 40,
        LogLevel.Error => 50,
        LogLevel.Critical => 60,
        _ => 30,
    };
}
