using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Files.Pictures;
using Directus.Grpc.Server.Files.Pictures.Operations;
using Directus.Grpc.Server.Files.Storage;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>Makes pictures of files, each once: they are kept beside the original under a name made of what was asked for.
/// Callers who ask for the same at one time wait for one making of it.</summary>
internal sealed class VariantMaker(IOptions<AssetOptions> options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.MaxConcurrent);
    private readonly ConcurrentDictionary<string, Lazy<Task>> _making = new(StringComparer.Ordinal);

    /// <summary>The picture, its type and a mark of what it is; no picture when there is no original.</summary>
    public async Task<(Stream? Content, string Type, string Mark)> OpenAsync(FileRow file, IStorage storage, StoredName original,
        Transformation asked, string accept, CancellationToken cancellation)
    {
        var own = PictureFormat.Of(file.Type)!;
        var format = FormatOf(asked.Format, own, accept);
        var focus = Focus(file, asked);
        var mark = Mark(asked, focus, format);
        var name = original.Variant(mark, MediaTypes.Extension(format.Type));
        if (await storage.OpenAsync(name, cancellation) is { } there) return (there, format.Type, mark);

        var order = new PictureOrder(
            new Resizing(asked.Width, asked.Height, asked.Fit ?? Fit.Cover) { WithoutEnlargement = asked.WithoutEnlargement, Focus = focus },
            [.. asked.Steps.Select(PictureOperations.Prepare)], format, asked.Quality, asked.Grey ?? false);
        var making = _making.GetOrAdd($"{file.Storage}/{name.Text}", _ => new(() => MakeAsync(storage, original, name, order)));
        try
        {
            await making.Value.WaitAsync(cancellation);
        }
        finally
        {
            if (making.Value.IsCompleted) _making.TryRemove(KeyValuePair.Create($"{file.Storage}/{name.Text}", making));
        }

        return (await storage.OpenAsync(name, cancellation), format.Type, mark);
    }

    public void Dispose() => _places.Dispose();

    // Whoever asked may leave, the others still want it; so it is nobody's to cancel.
    private async Task MakeAsync(IStorage storage, StoredName original, StoredName name, PictureOrder order)
    {
        if (!await _places.WaitAsync(TimeSpan.Zero)) throw PictureMaker.Busy();
        try
        {
            await using var content = await storage.OpenAsync(original, CancellationToken.None);
            if (content is null) return;
            var made = await Task.Run(() => PictureMaker.Make(content, order, options.Value.MaxDimension, options.Value.Timeout, clock));
            await storage.WriteAsync(name, new MemoryStream(made, writable: false), CancellationToken.None);
        }
        finally
        {
            _places.Release();
        }
    }

    private static PictureFormat FormatOf(string? asked, PictureFormat own, string accept)
    {
        if (asked is null) return own;
        if (asked != "auto") return PictureFormat.Named(asked)!;
        if (accept.Contains("image/avif", StringComparison.OrdinalIgnoreCase)) return PictureFormat.Avif;
        if (accept.Contains("image/webp", StringComparison.OrdinalIgnoreCase)) return PictureFormat.Webp;
        return own == PictureFormat.Avif || own == PictureFormat.Webp || own == PictureFormat.Tiff ? PictureFormat.Png : own;
    }

    private static (int X, int Y)? Focus(FileRow file, Transformation asked) =>
        (asked.FocalPointX ?? file.FocalPointX, asked.FocalPointY ?? file.FocalPointY) is ({ } x, { } y) ? (x, y) : null;

    private static string Mark(Transformation asked, (int X, int Y)? focus, PictureFormat format)
    {
        var steps = string.Join(';', asked.Steps.Select(step =>
            $"{step.Name}{string.Join(',', step.Arguments.Select(argument => JsonSerializer.Serialize(argument)))}"));
        var text = FormattableString.Invariant(
            $"{asked.Width}x{asked.Height} {asked.Fit ?? Fit.Cover} {asked.WithoutEnlargement} {focus} ")
            + FormattableString.Invariant($"{format.Name} {asked.Quality} {asked.Grey} {steps}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 20));
    }
}
