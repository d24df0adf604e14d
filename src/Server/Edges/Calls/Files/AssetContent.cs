using System.Buffers;
using System.Globalization;
using System.Text;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Assets;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.Calls.Files;

/// <summary>An asset over HTTP: whole, a part of it, or the word that it has not changed.</summary>
internal sealed class AssetContent : IHttpContent
{
    private const int BufferSize = 64 * 1024;

    // A content is somebody else's: wherever it is opened, nothing in it is run and it leads nowhere.
    private const string Policy = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private readonly Asset _asset;
    private readonly string _name;
    private readonly bool _download;
    private readonly AssetOptions _options;
    private readonly bool _unchanged;
    private readonly ByteRange? _range;

    public AssetContent(HttpRequest request, Asset asset, string name, bool download, AssetOptions options)
    {
        (_asset, _name, _download, _options) = (asset, name, download, options);
        _unchanged = IsUnchanged(request.GetTypedHeaders());
        if (!_unchanged && !asset.IsTransformed && AppliesTo(request.GetTypedHeaders()))
            _range = ByteRange.Parse(request.Headers.Range, asset.Content.Length);
    }

    // HTTP knows whole seconds.
    private DateTimeOffset Modified => DateTimeOffset.FromUnixTimeSeconds(_asset.ModifiedOn.ToUnixTimeSeconds());

    public void Begin(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ETag = _asset.Tag;
        headers.LastModified = Modified.ToString("R", CultureInfo.InvariantCulture);
        headers.CacheControl = $"{(_asset.IsPublic ? "public" : "private")}, {_options.CacheControl}";
        headers.Vary = _asset.IsNegotiated ? "Origin, Cache-Control, Accept" : "Origin, Cache-Control";
        if (_unchanged)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.AcceptRanges = "bytes";
        headers.ContentDisposition = Disposition();
        headers.ContentSecurityPolicy = _options.ContentSecurityPolicy ?? (_asset.Type == "application/pdf" ? Policy : $"{Policy}; sandbox");
        response.ContentType = _asset.Type;
        response.StatusCode = _range is null ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
        var size = _asset.Content.Length;
        response.ContentLength = _range?.Length ?? size;
        if (_range is { } range)
            headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {range.Start}-{range.Start + range.Length - 1}/{size}");
    }

    public async Task WriteAsync(Stream body, CancellationToken cancellation)
    {
        if (_unchanged) return;
        var left = _range?.Length ?? _asset.Content.Length;
        _asset.Content.Position = _range?.Start ?? 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (left > 0)
            {
                var read = await _asset.Content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellation);
                if (read == 0) break;
                await body.WriteAsync(buffer.AsMemory(0, read), cancellation);
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public ValueTask DisposeAsync() => _asset.DisposeAsync();

    private bool IsUnchanged(Microsoft.AspNetCore.Http.Headers.RequestHeaders given)
    {
        if (given.IfNoneMatch.Count > 0)
            return given.IfNoneMatch.Any(tag => tag == EntityTagHeaderValue.Any || tag.Tag.Equals(_asset.Tag, StringComparison.Ordinal));
        return given.IfModifiedSince is { } since && Modified <= since;
    }

    // Who has a part of another content gets the whole of this one.
    private bool AppliesTo(Microsoft.AspNetCore.Http.Headers.RequestHeaders given)
    {
        if (given.IfRange is not { } condition) return true;
        return condition.EntityTag is { } tag
            ? !tag.IsWeak && tag.Tag.Equals(_asset.Tag, StringComparison.Ordinal)
            : condition.LastModified == Modified;
    }

    private string Disposition()
    {
        var kind = _download || MediaTypes.MayRun(_asset.Type) ? "attachment" : "inline";
        var disposition = new ContentDispositionHeaderValue(kind);
        if (Ascii.IsValid(_name) && !_name.Any(char.IsControl)) return $"{kind}; filename={HeaderUtilities.EscapeAsQuotedString(_name)}";
        disposition.SetHttpFileName(_name);
        return disposition.ToString();
    }
}
