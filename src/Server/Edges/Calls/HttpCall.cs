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
public sealed class HttpCall
{
    public const string JsonType = "application/json; charset=utf-8";

    private readonly IHttpResponseBodyFeature _body;
    private readonly HttpOptions _options;
    private readonly QueryCache _queries;
    private HttpSink? _sink;
    private IHttpContent? _content;
    private ItemQuery? _query;
    private string _type = JsonType;
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

    /// <summary>The body as it came.</summary>
    public PipeReader RequestBody { get; }

    /// <summary>The body's content type as it came.</summary>
    public string? RequestType { get; }

    /// <summary>The item query of the query string; INVALID_QUERY when it makes no sense.</summary>
    public ItemQuery Query => _query ??= _queries.Parse(Http.Request.QueryString.Value);

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
        using var json = new Utf8JsonWriter(Start(errors[0].Code.HttpStatus), RowJson.WriterOptions);
        ErrorEnvelope.Write(json, errors);
        json.Flush();
    }

    internal async ValueTask SendPieceAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellation)
    {
        if (!_started) Head(null);
        await _body.Writer.WriteAsync(piece, cancellation);
    }

    internal ValueTask SendAheadAsync(Piece piece)
    {
        if (!_started) Head(null);
        _ahead ??= new ReadAhead(Http.RequestServices.GetRequiredService<SpoolSpace>(), Http,
            async bytes => await _body.Writer.WriteAsync(bytes, CancellationToken.None));
        return _ahead.AddAsync(piece);
    }

    /// <summary>Sends what is left of the answer.</summary>
    internal async ValueTask FinishAsync()
    {
        if (_content is not null && _sink is null) await SendAsync(_content);
        if (_sink is null) return;
        if (_ahead is not null)
        {
            if (_sink.Length > 0) await _ahead.AddAsync(_sink.TakePiece());
            _sink.Dispose();
            _sink = null;
            await EndAheadAsync(_ahead);
            return;
        }

        if (!_started) Head(_status == 204 ? null : _sink.Written.Length);
        if (_sink.Written.Length > 0 && !HttpMethods.IsHead(Http.Request.Method)) await _body.Writer.WriteAsync(_sink.Written, Http.RequestAborted);
        _sink.Dispose();
        _sink = null;
    }

    private async Task EndAheadAsync(ReadAhead ahead)
    {
        try
        {
            await ahead.FinishAsync();
        }
        catch (Exception error) when (error is OperationCanceledException or DirectusException)
        {
            // Nobody is left to read on, or he was cut off: the head says 200 already.
        }
    }

    internal async ValueTask DropAsync()
    {
        if (_ahead is not null) await _ahead.DisposeAsync();
        _ahead = null;
        _sink?.Dispose();
        _sink = null;
        if (_content is not null) await _content.DisposeAsync();
        _content = null;
    }

    private async Task SendAsync(IHttpContent content)
    {
        content.Begin(Http.Response);
        if (HttpMethods.IsHead(Http.Request.Method)) return;
        try
        {
            await content.WriteAsync(_body.Stream, Http.RequestAborted);
        }
        catch (OperationCanceledException) when (Http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to read on.
        }
    }

    private HttpSink Start(int status)
    {
        ReadsAhead = false;
        if (_sink is null) _sink = new HttpSink(this);
        else _sink.Clear();
        _type = JsonType;
        _disposition = null;
        _tag = null;
        _status = status;
        return _sink;
    }

    private void Head(int? length)
    {
        _started = true;
        var response = Http.Response;
        response.StatusCode = _status;
        response.ContentType = _status == 204 ? null : _type;
        response.ContentLength = length;
        if (_tag is not null) response.Headers.ETag = _tag;
        if (_disposition is not null) response.Headers.ContentDisposition = _disposition;
    }

    // Names that are not plain ASCII need the second, encoded form.
    private static string Attachment(string fileName)
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
