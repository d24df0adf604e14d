using System.Runtime.CompilerServices;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Files.V1;
using Google.Protobuf;
using Wire = Directus.Grpc.Files.V1;

namespace Directus.Grpc.Client;

/// <summary>Files: what is known about them, and their contents as streams.</summary>
public sealed class FilesClient
{
    private const int PieceSize = 64 * 1024;

    private readonly Connection connection;

    internal FilesClient(Connection connection) => this.connection = connection;

    /// <summary>Uploads a file. The content is read once, in pieces.</summary>
    /// <param name="content">The content, from where the stream is to its end.</param>
    /// <param name="name">Name that a download gets.</param>
    /// <param name="type">Media type, as image/png.</param>
    /// <param name="file">What else is to be set, as title or folder.</param>
    /// <param name="cancellation">Gives up; nothing is kept then.</param>
    /// <returns>The file; what was given when the caller may not read it.</returns>
    /// <exception cref="DirectusException">FORBIDDEN, CONTENT_TOO_LARGE, or INVALID_PAYLOAD for a type that is not taken.</exception>
    public Task<DirectusFile> UploadAsync(
        Stream content, string name, string type, DirectusFile? file = null, CancellationToken cancellation = default) =>
        SendAsync(content, Described(file, name, type), "", cancellation);

    /// <summary>Gives a file another content.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when the file is absent or may not be changed, and as for an upload.</exception>
    public Task<DirectusFile> ReplaceAsync(string id, Stream content, string name, string type, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return SendAsync(content, Described(null, name, type), id, cancellation);
    }

    /// <summary>Has the server fetch a file from an address.</summary>
    /// <exception cref="DirectusException">SERVICE_UNAVAILABLE when there is no file, or the address is closed to imports.</exception>
    public async Task<DirectusFile> ImportAsync(string url, DirectusFile? file = null, CancellationToken cancellation = default)
    {
        var request = new ImportFileRequest { Url = url, Data = file is null ? null : Written(file) };
        return Read((await connection.CallAsync(connection.Files.ImportFileAsync, request, cancellation)).File) ?? file ?? new();
    }

    /// <summary>Writes the content of a file to a stream; answers what it is.</summary>
    /// <param name="id">Primary key.</param>
    /// <param name="target">Where to write.</param>
    /// <param name="offset">Bytes to leave out at the beginning.</param>
    /// <param name="length">Bytes to read; 0 for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DirectusException">FORBIDDEN when the file is absent or not readable; RANGE_NOT_SATISFIABLE.</exception>
    public async Task<Download> DownloadAsync(
        string id, Stream target, long offset = 0, long length = 0, CancellationToken cancellation = default)
    {
        var download = Download.Nothing;
        var request = new DownloadFileRequest { Id = id, Offset = offset, Length = length };
        await foreach (var part in connection.StreamAsync(connection.Files.DownloadFile, request, cancellation))
        {
            if (part.Header is { } header) download = new(header.FilenameDownload, header.Type, header.Size, "");
            else await target.WriteAsync(part.Data.Memory, cancellation);
        }

        return download;
    }

    /// <summary>Writes a picture that is made of a file to a stream; answers what it is.</summary>
    /// <exception cref="DirectusException">INVALID_QUERY for what cannot be made; FORBIDDEN when the file is absent or not readable.</exception>
    public async Task<Download> DownloadAssetAsync(
        string id, Stream target, Transformation? transformation = null, CancellationToken cancellation = default)
    {
        var download = Download.Nothing;
        var request = new DownloadAssetRequest { Id = id, Transformation = transformation is null ? null : Written(transformation) };
        await foreach (var part in connection.StreamAsync(connection.Assets.DownloadAsset, request, cancellation))
        {
            if (part.Header is { } header) download = new(header.Name, header.Type, header.Size, header.Etag);
            else await target.WriteAsync(part.Data.Memory, cancellation);
        }

        return download;
    }

    /// <summary>Lists the files that the caller may read.</summary>
    public async Task<IReadOnlyList<DirectusFile>> ListAsync(Filter? where = null, CancellationToken cancellation = default)
    {
        var request = new ListFilesRequest { Query = new Query { Filter = where?.ToStruct(), Limit = -1 } };
        var reply = await connection.CallAsync(connection.Files.ListFilesAsync, request, cancellation);
        return Messages.ReadAll(reply.Files, Messages.Default.DirectusFile);
    }

    /// <summary>Reads what is known about a file.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when it is absent or not readable.</exception>
    public async Task<DirectusFile> GetAsync(string id, CancellationToken cancellation = default) =>
        Read((await connection.CallAsync(connection.Files.GetFileAsync, new GetFileRequest { Id = id }, cancellation)).File)!;

    /// <summary>Changes the parts of a file that are set in <paramref name="changes"/>.</summary>
    /// <param name="id">Primary key.</param>
    /// <param name="changes">What to change.</param>
    /// <param name="clear">Fields to empty, by the names of the API.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The file; what was given when the caller may not read it.</returns>
    /// <exception cref="DirectusException">FORBIDDEN when the caller may not.</exception>
    public async Task<DirectusFile> UpdateAsync(
        string id, DirectusFile changes, IEnumerable<string>? clear = null, CancellationToken cancellation = default)
    {
        var request = new UpdateFileRequest { Id = id, File = Written(changes), Clear = { clear ?? [] } };
        return Read((await connection.CallAsync(connection.Files.UpdateFileAsync, request, cancellation)).File) ?? changes;
    }

    /// <summary>Deletes files with their contents.</summary>
    /// <exception cref="DirectusException">FORBIDDEN when the caller may not; INVALID_FOREIGN_KEY when items refer to them.</exception>
    public Task DeleteAsync(IEnumerable<string> ids, CancellationToken cancellation = default) =>
        connection.CallAsync(connection.Files.DeleteFilesAsync, new DeleteFilesRequest { Keys = { ids } }, cancellation);

    private async Task<DirectusFile> SendAsync(Stream content, DirectusFile file, string replaces, CancellationToken cancellation)
    {
        var header = new UploadFileRequest { Header = new UploadFileHeader { File = Written(file), Replaces = replaces } };
        var reply = await connection.UploadAsync(connection.Files.UploadFile, PartsAsync(header, content, cancellation), cancellation);
        return Read(reply.File) ?? file;
    }

    private static async IAsyncEnumerable<UploadFileRequest> PartsAsync(
        UploadFileRequest header, Stream content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return header;
        while (true)
        {
            var piece = new byte[PieceSize];
            var read = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellation);
            if (read > 0) yield return new UploadFileRequest { Data = UnsafeByteOperations.UnsafeWrap(piece.AsMemory(0, read)) };
            if (read < piece.Length) yield break;
        }
    }

    private static DirectusFile Described(DirectusFile? file, string name, string type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return (file ?? new()) with { FilenameDownload = name, Type = type };
    }

    private static DirectusFile? Read(Wire.File? file) => file is null ? null : Messages.Read(file, Messages.Default.DirectusFile);

    private static Wire.File Written(DirectusFile file) => Messages.Write<DirectusFile, Wire.File>(file, Messages.Default.DirectusFile);

    private static Wire.Transformation Written(Transformation transformation) =>
        Messages.Write<Transformation, Wire.Transformation>(transformation, Messages.Default.Transformation);
}
