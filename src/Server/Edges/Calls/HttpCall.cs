using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>The REST face of a call: there when the call came as REST, absent for native gRPC. It reads what transcoding
/// cannot (query strings, raw bodies) and renders Directus' answers.</summary>
public sealed partial class HttpCall
{
    public const string JsonType = "application/json; charset=utf-8";

    private readonly IHttpResponseBodyFeature _body;
    private readonly HttpOptions _options;
    private readonly QueryCache _queries;
    private HttpSink? _sink;
    private IHttpContent? _content;
    private ItemQuery? _query;
    private string? _type = JsonType;
    private string? _disposition;
    private string? _tag;
    private int _status;
    private bool _started;
    private ReadAhead? _ahead;

    internal HttpCall(HttpContext http, IHttpResponseBodyFeature body, HttpOptions options, QueryCache queries)
    {
        Http = http;
        RequestBody = http.Request.BodyReader;
        RequestType = http.Request.ContentType;
        _body = body;
        _options = options;
        _queries = queries;
    }

    public static HttpCall? From(ServerCallContext context) => context.GetHttpContext().Features.Get<HttpCall>();

    public HttpContext Http { get; }

    /// <summary>The face that the call came by; null for Directus' own.</summary>
    internal IHttpFace? Face => IHttpFace.Of(Http);

    /// <summary>The body as it came.</summary>
    public PipeReader RequestBody { get; }

    /// <summary>The body's content type as it came.</summary>
    public string? RequestType { get; }

    /// <summary>The item query of the query string; INVALID_QUERY when it makes no sense.</summary>
    public ItemQuery Query => _query ??= _queries.Parse(Http.Request.QueryString.Value);

    /// <summary>MAX_PAYLOAD_SIZE.</summary>
    public long MostBody => _options.MaxPayload;

    /// <summary>Whether the RPC was entered: binding the request may fail before it.</summary>
    internal bool Entered { get; set; }

    /// <summary>Whether the answer comes from the database while it is sent. What is complete before waits for its reader as it is.</summary>
    internal bool ReadsAhead { get; private set; }

    internal bool Answered => _status != 0 || _content is not null;

    /// <summary>The JSON body; undefined (ValueKind) when there is none; INVALID_PAYLOAD when it is no JSON.</summary>
    public ValueTask<JsonElement> ReadBodyAsync(CancellationToken cancellation) =>
        JsonBody.ReadAsync(this, _options.MaxPayload, cancellation);

    /// <summary>The JSON body of a call that takes larger ones.</summary>
    public ValueTask<JsonElement> ReadBodyAsync(long mostBytes, CancellationToken cancellation) =>
        JsonBody.ReadAsync(this, Math.Max(mostBytes, _options.MaxPayload), cancellation);

    /// <summary>A body of any kind, as the callback reads it.</summary>
    public ValueTask<JsonElement> ReadBodyAsync(Func<HttpCall, ReadOnlySequence<byte>, JsonElement> parse, CancellationToken cancellation) =>
        JsonBody.ReadAsync(this, _options.MaxPayload, parse, cancellation);

    /// <summary>Answers `{"data": …, "meta": …}`: the callback writes the data to the sink and returns the counts.</summary>
    public async Task DataAsync(Func<JsonSink, Task<ItemCounts>> write)
    {
        var sink = Start(200);
        ReadsAhead = true;
        sink.Write("{\"data\":"u8);
        var counts = await write(sink);
        if (counts.Any) WriteMeta(sink, counts);
        sink.Write("}"u8);
    }

    /// <summary>Answers `{"data": …}`: the callback writes the value.</summary>
    public void Data(Action<Utf8JsonWriter> write) => Json(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("data"u8);
        write(json);
        json.WriteEndObject();
    });

    /// <summary>Answers a JSON text that is written as it is.</summary>
    public void Json(Action<Utf8JsonWriter> write, int status = 200)
    {
        using var json = new Utf8JsonWriter(Start(status), RowJson.WriterOptions);
        write(json);
        json.Flush();
    }

    /// <summary>Answers JSON of another content type.</summary>
    public void Json(Action<Utf8JsonWriter> write, int status, string contentType)
    {
        Json(write, status);
        _type = contentType;
    }

    /// <summary>Answers a file to download, which the callback writes to the sink.</summary>
    public async Task AttachmentAsync(string contentType, string fileName, Func<JsonSink, Task> write)
    {
        var sink = Start(200);
        _type = contentType;
        _disposition = Attachment(fileName);
        await write(sink);
    }

    /// <summary>Tells the tag of the item that is answered; null for none.</summary>
    public void Tag(string? tag) => _tag = tag;

    /// <summary>Answers a content of any kind, which this call owns from then on.</summary>
    internal void Content(IHttpContent content) => _content = content;

    /// <summary>Answers 204.</summary>
    public void NoContent() => Start(204);

    /// <summary>Answers 200 with nothing.</summary>
    public void Empty()
    {
        Start(StatusCodes.Status200OK);
        _type = null;
    }

    /// <summary>Answers 304: what the client has is still so.</summary>
    public void NotModified() => Start(304);

    /// <summary>Sends the client elsewhere.</summary>
    public void Redirect(string address, int status = StatusCodes.Status302Found)
    {
        Start(status);
        Http.Response.Headers.Location = address;
    }

    /// <summary>Answers plain text.</summary>
    public void Text(string text)
    {
        Start(200).Write(System.Text.Encoding.UTF8.GetBytes(text));
        _type = "text/html; charset=utf-8";
    }

    /// <summary>Answers refusals in place of whatever was rendered before.</summary>
    internal void Fail(IReadOnlyList<DirectusError> errors)
    {
        if (_started)
        {
            // The head says 200 already; a broken connection is the only way left to say no.
            Http.Abort();
            return;
        }

        Refusal.TellWait(Http, errors);
        var (status, write) = Refusal.Form(Http, errors);
        Json(write, status);
    }

    // Names that are not plain ASCII need the second, encoded form.
    internal static string Attachment(string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        if (Ascii.IsValid(fileName)) disposition.FileName = HeaderUtilities.EscapeAsQuotedString(fileName);
        else disposition.SetHttpFileName(fileName);
        return disposition.ToString();
    }

    private static void WriteMeta(HttpSink sink, ItemCounts counts)
    {
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        sink.Write(",\"meta\":"u8);
        json.WriteStartObject();
        if (counts.Total is { } total) json.WriteNumber("total_count"u8, total);
        if (counts.Filtered is { } filtered) json.WriteNumber("filter_count"u8, filtered);
        json.WriteEndObject();
        json.Flush();
    }
}
